"""What a search is called wherever a person meets it: network, preset, and how wide and deep it went."""

from __future__ import annotations

from wsl_annotator.core.config import LocalizerConfig


def run_name(network: str, config: LocalizerConfig | None) -> str:
    """Return `resnet50 · fast · M 8 · H 16`, or `net.py:build · cam` where nothing was searched.

    Args:
        network: its name for people; empty where it is not known.
        config: the settings of the search; None where they are not known.
    """
    parts = [network] if network else []
    if config is not None and config.localizer == "beam":
        parts += [config.preset, f"M {config.beam.beam_width}", f"H {config.beam.depth}"]
    elif config is not None:
        parts.append(config.localizer)
    return " · ".join(parts)
