"""What a search is called: by the network, the preset and how wide and deep it went."""

from __future__ import annotations

import dataclasses

from wsl_annotator.core.config import FAST, LocalizerConfig
from wsl_annotator.workflow.run_name import run_name


def test_that_a_beam_is_called_by_its_preset_width_and_depth() -> None:
    assert run_name("resnet50", FAST) == "resnet50 · fast · M 8 · H 16"
    narrow = dataclasses.replace(FAST, preset="custom", beam=dataclasses.replace(FAST.beam, beam_width=2, depth=5))
    assert run_name("resnet50", narrow) == "resnet50 · custom · M 2 · H 5"


def test_that_what_does_not_search_is_called_by_its_own_name() -> None:
    assert run_name("net.py:build", LocalizerConfig(localizer="cam", preset="custom")) == "net.py:build · cam"


def test_that_what_is_not_known_of_an_older_trace_is_left_out() -> None:
    assert run_name("", FAST) == "fast · M 8 · H 16"
    assert run_name("bundled", None) == "bundled"
