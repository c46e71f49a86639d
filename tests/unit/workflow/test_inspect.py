"""One search looked at closely."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.toy_project import square, toy_engine
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import HeatConfig, LocalizerConfig
from wsl_annotator.core.errors import ImageError, NetworkError
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.localization.trace import replay, trace_from_json
from wsl_annotator.workflow.inspect import inspect_image, write_strip, write_trace
from wsl_annotator.workflow.overlays import overlay_path
from wsl_annotator.workflow.trace_strip import CURRENT, EARLIER, shown_levels


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.fromarray(square("red", x=8, y=20)).save(path)
    return path


def test_that_the_written_trace_replays_to_the_written_boxes_bit_for_bit(tmp_path: Path, photo: Path) -> None:
    found = inspect_image(photo, "red", toy_engine(tmp_path))
    write_trace(found, tmp_path / "trace.json")
    values = json.loads((tmp_path / "trace.json").read_text())
    heat = replay(trace_from_json(values["trace"]), HeatConfig(), width=64, height=48)
    boxes = extract_boxes(heat, found.extract)
    assert [{"box": list(b.box.xyxy), "score": b.score} for b in boxes] == values["boxes"]
    assert values["image"] == {"file_name": "photo.png", "sha256": found.image.sha256, "width": 64, "height": 48}
    assert Box(7, 19, 25, 37).contains(*values["point"])
    assert values["settings"]["localizer"]["beam"]["beam_width"] == 2


def test_that_a_localizer_without_a_search_gives_its_heat_map(tmp_path: Path, photo: Path) -> None:
    engine = toy_engine(tmp_path, config=LocalizerConfig(localizer="cam", preset="custom"))
    values = inspect_image(photo, "red", engine).to_json()
    assert "trace" not in values
    assert len(values["heat"]["values"]) == len(values["heat"]["y_edges"]) - 1


def has_color(picture: Image.Image, color: str) -> bool:
    wanted = np.array([int(color[start : start + 2], 16) for start in (1, 3, 5)])
    pixels = np.asarray(picture.convert("RGB")).astype(int)
    return bool((np.abs(pixels - wanted).max(axis=2) < 70).any())


def test_that_the_strip_shows_levels_side_by_side_with_the_heat_last(tmp_path: Path, photo: Path) -> None:
    found = inspect_image(photo, "red", toy_engine(tmp_path))
    write_strip(found, tmp_path / "strip.png")
    strip = Image.open(tmp_path / "strip.png")
    panel_width = 300 * 64 // 48
    assert strip.size == (5 * (panel_width + 10) + 10, 320)
    first = strip.crop((10, 10, 10 + panel_width, 310))
    last_level = strip.crop((10 + 3 * (panel_width + 10), 10, 10 + 3 * (panel_width + 10) + panel_width, 310))
    assert has_color(first, CURRENT)
    assert not has_color(first, EARLIER)
    assert has_color(last_level, EARLIER)


def test_that_every_panel_of_the_strip_marks_what_the_search_did_not_see(tmp_path: Path, photo: Path) -> None:
    found = inspect_image(photo, "red", toy_engine(tmp_path))
    scope = SearchScope(region=Box(0, 0, 32, 48))
    part = dataclasses.replace(found, settings=found.settings | {"scope": scope.to_dict()})
    write_strip(found, tmp_path / "whole.png")
    write_strip(part, tmp_path / "part.png")
    before, after = (np.asarray(Image.open(tmp_path / name)).astype(int) for name in ("whole.png", "part.png"))
    panel_width = 300 * 64 // 48
    for panel in range(5):
        left = 10 + panel * (panel_width + 10)
        # The photo is black there, so the light lines show; between them boxes and heat are as they were.
        outside = (slice(20, 200), slice(left + panel_width // 2 + 20, left + panel_width - 10))
        lighter = (after[outside] - before[outside]).sum(axis=2)
        assert (lighter > 60).mean() > 0.05
        inside = (slice(60, 250), slice(left + 20, left + panel_width // 2 - 20))
        assert np.array_equal(before[inside], after[inside])


def test_that_shown_levels_are_spread_from_the_first_to_the_last(tmp_path: Path, photo: Path) -> None:
    trace = inspect_image(photo, "red", toy_engine(tmp_path)).localization.trace
    assert trace is not None
    assert shown_levels(trace, 5) == [1, 2, 3, 4]
    assert shown_levels(trace, 2) == [1, 4]


def test_that_a_class_the_network_does_not_know_is_told_with_those_it_knows(tmp_path: Path, photo: Path) -> None:
    with pytest.raises(NetworkError, match=r"'zebra'; it knows red, green, blue"):
        inspect_image(photo, "zebra", toy_engine(tmp_path))


def test_that_a_picture_needs_a_known_suffix(tmp_path: Path, photo: Path) -> None:
    found = inspect_image(photo, "red", toy_engine(tmp_path))
    with pytest.raises(ImageError, match=r"strip\.txt"):
        write_strip(found, tmp_path / "strip.txt")


def test_that_overlays_of_images_that_differ_in_suffix_do_not_meet(tmp_path: Path) -> None:
    names = {overlay_path(tmp_path, name, "a/b") for name in ("x/a.jpg", "x/a.png", "a.jpg")}
    assert names == {tmp_path / "x" / "a-a_b.jpg", tmp_path / "x" / "a.png-a_b.jpg", tmp_path / "a-a_b.jpg"}
