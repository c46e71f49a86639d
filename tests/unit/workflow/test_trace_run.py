"""A search as a value: replayed, written, read back, and refused where it is broken."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.toy_project import TINY, square, toy_engine
from tests.helpers.traces import HEIGHT, WIDTH, make_run, make_trace
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST, HeatConfig
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.workflow.inspect import inspect_image, inspection_of, write_trace
from wsl_annotator.workflow.trace_file import check_photo, read_run, write_run
from wsl_annotator.workflow.trace_run import ReplayVerdict, check_replay, grid_side, same_heat


def photo_of(width: int = WIDTH, height: int = HEIGHT, *, sha256: str = "") -> DecodedImage:
    return DecodedImage(square("red", x=8, y=20, width=width, height=height), sha256, width, height, 1.0)


def test_that_a_replay_of_a_stored_run_is_exact_to_the_last_bit() -> None:
    assert check_replay(make_run()) == ReplayVerdict(heat_map=True, heat_max=True, point=True, boxes=True)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"heat_max": np.nextafter(make_run().heat_max, 2.0)}, "heat_max"),
        ({"boxes": make_run().boxes[:-1]}, "boxes"),
        ({"boxes": (dataclasses.replace(make_run().boxes[0], score=0.1234),)}, "boxes"),
    ],
)
def test_that_a_replay_tells_what_was_stored_otherwise(changes: dict[str, object], wrong: str) -> None:
    verdict = check_replay(dataclasses.replace(make_run(), **changes))
    assert [name for name in ("heat_map", "heat_max", "point", "boxes") if not getattr(verdict, name)] == [wrong]
    assert not verdict.exact


def test_that_one_bit_in_the_stored_heat_map_is_seen() -> None:
    run = make_run()
    values = run.localization.heat.values.copy()
    values[0, 2] = np.nextafter(values[0, 2], 2.0)
    heat = HeatMap(run.localization.heat.x_edges, run.localization.heat.y_edges, values)
    assert not same_heat(heat, run.localization.heat)
    changed = dataclasses.replace(run, localization=dataclasses.replace(run.localization, heat=heat))
    assert check_replay(changed).heat_map is False


def test_that_a_written_run_comes_back_with_the_same_bits_and_without_a_network(tmp_path: Path) -> None:
    run = make_run()
    write_run(run, tmp_path / "trace.json")
    again = read_run(tmp_path / "trace.json")
    assert same_heat(again.localization.heat, run.localization.heat)
    assert again.boxes == run.boxes
    assert again.summary == "toy · paper · M 8 · H 10"
    assert check_replay(again) == ReplayVerdict(heat_map=None, heat_max=True, point=True, boxes=True)
    assert json.dumps(again.to_json()) == json.dumps(run.to_json())


def test_that_the_heat_settings_of_the_run_are_used_for_its_replay(tmp_path: Path) -> None:
    config = dataclasses.replace(TINY, heat=HeatConfig(include_root=True, level_weights="depth", value="log_odds"))
    write_run(make_run(config=config), tmp_path / "trace.json")
    assert check_replay(read_run(tmp_path / "trace.json")).exact


def test_that_what_a_search_wrote_is_read_back_and_written_alike(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    from PIL import Image

    Image.fromarray(square("red", x=8, y=20)).save(path)
    found = inspect_image(path, "red", toy_engine(tmp_path))
    write_trace(found, tmp_path / "first.json")
    run = read_run(tmp_path / "first.json")
    assert check_replay(run).exact
    assert grid_side(run.localization.trace) == 4
    write_trace(inspection_of(run, found.image, path), tmp_path / "second.json")
    assert (tmp_path / "second.json").read_bytes() == (tmp_path / "first.json").read_bytes()


def test_that_the_grid_is_told_from_a_step_along_either_axis() -> None:
    assert grid_side(make_trace()) == 4
    trace = make_trace([([[0.0, 0.0, 0.0, 5.0]], [3])])
    assert grid_side(trace) == 4


def test_that_a_scope_is_told_with_the_settings() -> None:
    run = make_run(config=FAST)
    scope = {"region": [8.0, 8.0, 40.0, 40.0], "filled": [[1.0, 2.0, 3.0, 4.0]]}
    scoped = dataclasses.replace(run, settings={**run.settings, "scope": scope})
    assert scoped.filled == (Box(1, 2, 3, 4),)
    assert scoped.scope.region == Box(8, 8, 40, 40)


def test_that_a_photo_of_another_size_is_refused_in_one_sentence_with_both_sizes() -> None:
    with pytest.raises(FormatError) as caught:
        check_photo(make_run(), photo_of(65, 48), Path("other.png"))
    assert caught.value.user_text == ("other.png has 65 x 48 pixels, but the trace is of photo.png with 64 x 48.")
    assert caught.value.hint


def test_that_another_file_of_the_same_size_is_told_but_not_refused() -> None:
    run = dataclasses.replace(make_run(), sha256="aa")
    assert check_photo(run, photo_of(sha256="aa"), Path("a.png")) == ""
    assert "is not the file that was searched" in check_photo(run, photo_of(sha256="bb"), Path("a.png"))


def broken(**changes: object) -> str:
    values = make_run().to_json()
    for name, value in changes.items():
        part, _, column = name.partition("__")
        if column:
            values[part] = {**values[part], column: value}
        else:
            values[part] = value
    return json.dumps(values)


def trace_column(name: str, row: int, value: object) -> dict[str, object]:
    column = list(make_run().to_json()["trace"][name])
    column[row] = value
    return {f"trace__{name}": column}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[1, 2]", "holds no object"),
        ("{}", "'image' is missing"),
        ('{"heat": {}}', "does not search"),
        (broken(trace__version=2), "version 2"),
        (broken(trace__level=[0]), "same positive length"),
        (broken(**trace_column("level", 3, 300)), "damaged"),
        (broken(**trace_column("level", 3, 2)), "not one level below"),
        (broken(**trace_column("parent", 3, 9)), "before its parent"),
        (broken(**trace_column("parent", 5, 3)), "parent was pruned"),
        (broken(**trace_column("child", 2, 7)), "none of the 4"),
        (broken(**trace_column("score", 2, None)), "damaged"),
        (broken(**trace_column("box", 2, [0, 0, 999, 48])), "leaves the image"),
        (broken(**trace_column("box", 2, [5, 0, 5, 48])), "empty or leaves"),
        (broken(image__width=0), "0 x 48 pixels"),
        (broken(boxes=[{"box": [1, 2, 3]}]), "damaged"),
        (broken(settings="none"), "damaged"),
    ],
)
def test_that_a_broken_trace_is_one_sentence_that_names_the_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "trace.json"
    path.write_text(text)
    with pytest.raises(FormatError) as caught:
        read_run(path)
    assert str(path) in caught.value.user_text
    assert said in caught.value.user_text
    assert caught.value.hint
    assert "\n" not in caught.value.user_text


def test_that_a_missing_trace_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="cannot be read"):
        read_run(tmp_path / "no.json")
