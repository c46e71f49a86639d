"""Arguments that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.config import PRESETS, ExtractConfig, LocalizerConfig
from wsl_annotator.core.errors import WslError
from wsl_annotator.localization.names import LOCALIZER_DESCRIPTIONS, MULTISCALE_SCALES, localizer_names
from wsl_annotator.networks.spec import NetworkSpec

if TYPE_CHECKING:
    from wsl_annotator.workflow.engine import EngineOptions

MAX_DEPTH = 255

NETWORK_HELP = """bundled (default; knows the sample's classes), a name that `wsl-annotator networks` lists
(weights are downloaded at first use), a CARD_DIR that `wsl-annotator train` wrote, or FILE.py:callable, which RUNS
THE PYTHON FILE: give only files you trust.
The callable returns a module with features(x), classify(maps), and input_size, mean, std, activation, class_names."""


def triple(text: str) -> tuple[float, float, float]:
    """Return three numbers separated by commas."""
    parts = text.split(",")
    if len(parts) != 3:
        raise argparse.ArgumentTypeError(f"three numbers separated by commas are needed, not {text!r}")
    try:
        first, second, third = (float(part) for part in parts)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not three numbers") from error
    return first, second, third


def positive(text: str) -> int:
    """Return a whole number of at least 1."""
    try:
        value = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from error
    if value < 1:
        raise argparse.ArgumentTypeError(f"{value} is below 1")
    return value


def share(text: str) -> float:
    """Return a number of at least 0 and below 1."""
    try:
        value = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from error
    if not 0 <= value < 1:
        raise argparse.ArgumentTypeError(f"{value} is not from 0 to below 1")
    return value


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json and --verbose."""
    parser.add_argument("--json", action="store_true", help="JSON lines on standard output, for programs")
    parser.add_argument("--verbose", action="store_true", help="the log on standard error too")


def add_network(parser: argparse.ArgumentParser) -> None:
    """Add everything that names a network."""
    group = parser.add_argument_group("network")
    group.add_argument("--network", default="bundled", metavar="NETWORK", help=NETWORK_HELP)
    group.add_argument(
        "--code", metavar="FILE.py:callable", help="of a CARD_DIR that was made on your own network; RUNS THE FILE"
    )
    group.add_argument(
        "--weights", type=Path, metavar="FILE", help="local weights: .safetensors, or .pt/.pth without code"
    )
    group.add_argument(
        "--class-map",
        metavar="MAP",
        help="what your class names mean to the network: voc20 or coco80 (for ImageNet-1k networks), or a JSON file "
        '{"orange": [950], "dog": ["beagle", "collie"]}; without it, names are the network\'s own',
    )
    group.add_argument("--input-size", type=positive, metavar="PX", help="side of the input, if the network has none")
    group.add_argument("--mean", type=triple, metavar="R,G,B", help="of RGB in 0..1, where the network has none")
    group.add_argument("--std", type=triple, metavar="R,G,B", help="of RGB in 0..1, where the network has none")
    group.add_argument(
        "--activation", choices=("softmax", "sigmoid"), help="of the last layer, where the network has none"
    )
    group.add_argument("--names", type=Path, metavar="FILE", help="class names, one a line, in the outputs' order")
    group.add_argument(
        "--device", default="auto", metavar="DEVICE", help="auto (default), cpu, or cuda:N; too little memory is told"
    )
    group.add_argument(
        "--threads",
        type=positive,
        metavar="N",
        help="CPU threads, default half of the processors; the same number gives the same bits",
    )


def add_localizer(parser: argparse.ArgumentParser, *, preset: str = "default") -> None:
    """Add everything that says how to search."""
    lines = "; ".join(f"{name}: {text.rstrip('.')}" for name, text in LOCALIZER_DESCRIPTIONS.items())
    group = parser.add_argument_group("search")
    group.add_argument("--localizer", choices=localizer_names(), default="beam", help=lines)
    group.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help=f"of the beam search; default {preset}. paper: the exact search, convolutions again for every crop; "
        "default: first on one map, then deeper on fewer crops, best boxes by measure; deep: deeper still, best "
        "points, half as fast; fast: convolutions once, about ten times faster",
    )
    group.add_argument("--beam-width", type=positive, metavar="M", help="candidates kept a level; 8 in all presets")
    group.add_argument("--depth", type=positive, metavar="H", help="levels; paper 10, fast 16, default 20, deep 24")
    group.add_argument(
        "--threshold",
        type=share,
        metavar="T",
        help="of the heat map over its maximum; default 0.5 (a project has one a class)",
    )
    parser.set_defaults(default_preset=preset)


def network_spec(args: argparse.Namespace) -> NetworkSpec:
    """Return which network was asked for."""
    return NetworkSpec(
        args.network,
        weights=args.weights,
        input_size=args.input_size,
        mean=args.mean,
        std=args.std,
        activation=args.activation,
        names=args.names,
        code=args.code,
    )


def localizer_config(args: argparse.Namespace) -> LocalizerConfig:
    """Return how to search.

    Raises:
        WslError: an option of the beam search was given to another localizer.
    """
    given = {"--preset": args.preset, "--beam-width": args.beam_width, "--depth": args.depth}
    if args.localizer != "beam":
        wrong = [name for name, value in given.items() if value is not None]
        if wrong:
            raise WslError(f"{wrong[0]} is an option of the beam search, not of {args.localizer}.", "Leave it out.")
        scales = MULTISCALE_SCALES if args.localizer == "cam-multiscale" else (1.0,)
        return LocalizerConfig(localizer=args.localizer, preset="custom", scales=scales)
    config = PRESETS[args.preset or args.default_preset]
    changes = {
        name: value
        for name, value in (("beam_width", args.beam_width), ("depth", args.depth))
        if value is not None and value != getattr(config.beam, name)
    }
    if not changes:
        return config
    if changes.get("depth", 0) > MAX_DEPTH:
        raise WslError(f"--depth {args.depth} is too deep.", f"At most {MAX_DEPTH} levels fit in a trace.")
    return dataclasses.replace(config, preset="custom", beam=dataclasses.replace(config.beam, **changes))


def extract_config(args: argparse.Namespace) -> ExtractConfig:
    """Return how heat maps become boxes."""
    return ExtractConfig() if args.threshold is None else ExtractConfig(threshold=args.threshold)


def engine_options(args: argparse.Namespace, *, batch_size: int | None = None) -> EngineOptions:
    """Return what is needed to open the network and the localizer."""
    from wsl_annotator.workflow.engine import EngineOptions

    return EngineOptions(
        network=network_spec(args),
        class_map=args.class_map,
        localizer=localizer_config(args),
        device=args.device,
        threads=args.threads,
        batch_size=batch_size,
    )
