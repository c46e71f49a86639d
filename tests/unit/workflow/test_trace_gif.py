"""The film of a search as a GIF, and the crops that the network saw."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.toy_project import FAST, TINY, square, toy_engine
from tests.helpers.traces import HEIGHT, WIDTH, make_run, make_trace
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig
from wsl_annotator.core.errors import Cancelled, FormatError
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.imaging.unseen import FILL_COLOR
from wsl_annotator.workflow.trace_crops import crop_pictures, feature_energy, map_cells, source_row
from wsl_annotator.workflow.trace_gif import FRAME_MS, LAST_MS, draw_frames, write_gif
from wsl_annotator.workflow.trace_run import TraceRun


def photo_of(width: int = WIDTH, height: int = HEIGHT) -> DecodedImage:
    return DecodedImage(square("red", x=8, y=20, width=width, height=height), "", width, height, 1.0)


def test_that_the_gif_has_one_frame_a_level_and_loops(tmp_path: Path) -> None:
    write_gif(photo_of(), make_run(), tmp_path / "red.gif")
    with Image.open(tmp_path / "red.gif") as film:
        assert film.n_frames == 3
        assert film.size == (64, 48)
        assert film.info["loop"] == 0
        durations = []
        for frame in range(film.n_frames):
            film.seek(frame)
            durations.append(film.info["duration"])
    assert durations == [FRAME_MS, FRAME_MS, LAST_MS]


def test_that_a_large_photo_gives_a_gif_of_sane_size(tmp_path: Path) -> None:
    run = dataclasses.replace(make_run(), width=1600, height=1200)
    trace = dataclasses.replace(run.localization.trace, boxes=run.localization.trace.boxes * 25)
    heat = run.localization.heat
    heat = dataclasses.replace(heat, x_edges=heat.x_edges * 25, y_edges=heat.y_edges * 25)
    boxes = tuple(dataclasses.replace(one, box=Box(*(edge * 25 for edge in one.box.xyxy))) for one in run.boxes)
    found = dataclasses.replace(run.localization, trace=trace, heat=heat)
    run = dataclasses.replace(run, localization=found, boxes=boxes)
    noise = np.random.default_rng(1).integers(0, 255, (1200, 1600, 3), dtype=np.uint8)
    write_gif(DecodedImage(noise, "", 1600, 1200, 1.0), run, tmp_path / "big.gif")
    with Image.open(tmp_path / "big.gif") as film:
        assert film.size == (480, 360)
    assert (tmp_path / "big.gif").stat().st_size < 2_000_000


def test_that_the_first_frame_is_the_photo_and_the_heat_grows_after_it() -> None:
    first, second, last = draw_frames(photo_of(), make_run())
    drawn = [np.asarray(frame).astype(int) for frame in (first, second, last)]
    assert drawn[0][:28, 30:].max() == 0
    assert (drawn[1][2:28, 30:46].sum(axis=2) > 0).all()
    assert not np.array_equal(drawn[1], drawn[2])


def part_of(scope: SearchScope) -> TraceRun:
    run = make_run()
    return dataclasses.replace(run, settings=run.settings | {"scope": scope.to_dict()})


def test_that_every_frame_marks_what_the_search_did_not_see() -> None:
    white = DecodedImage(np.full((HEIGHT, WIDTH, 3), 255, dtype=np.uint8), "", WIDTH, HEIGHT, 1.0)
    whole = draw_frames(white, make_run())
    part = draw_frames(white, part_of(SearchScope(region=Box(24, 8, 64, 40), filled=(Box(40, 12, 48, 20),))))
    assert len(part) == 3
    for before, after in zip(whole, part, strict=True):
        drawn, marked = np.asarray(before).astype(int), np.asarray(after).astype(int)
        # Outside, above the caption, the white is darker between the lines and chips; in the region it is as it was.
        darker = drawn[:26, :24].sum(axis=2) - marked[:26, :24].sum(axis=2)
        assert darker.min() >= 0
        assert (darker > 0).mean() > (0.25 if before is not whole[0] else 0.99)
        assert np.array_equal(marked[22:30, 26:60], drawn[22:30, 26:60])
    assert (np.asarray(part[0])[13:19, 41:47] == FILL_COLOR).all()


def test_that_the_film_of_a_whole_search_has_the_bits_it_had() -> None:
    frames = draw_frames(photo_of(), make_run())
    with_whole = draw_frames(photo_of(), part_of(SearchScope()))
    assert [frame.tobytes() for frame in frames] == [frame.tobytes() for frame in with_whole]
    assert np.array_equal(np.asarray(frames[0])[:20], photo_of().rgb[:20])


def test_that_a_cancel_while_drawing_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "red.gif"
    path.write_bytes(b"older")
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        cancel.cancel()

    with pytest.raises(Cancelled):
        write_gif(photo_of(), make_run(), path, cancel=cancel, progress=stop)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_that_another_suffix_or_a_search_without_levels_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"red\.png must end in \.gif"):
        write_gif(photo_of(), make_run(), tmp_path / "red.png")
    run = make_run()
    run = dataclasses.replace(run, localization=dataclasses.replace(run.localization, trace=None))
    with pytest.raises(FormatError, match="has no levels"):
        write_gif(photo_of(), run, tmp_path / "red.gif")


def test_that_a_crop_is_the_box_warped_to_a_square() -> None:
    (crop,) = crop_pictures(photo_of(), np.array([[8.0, 20.0, 24.0, 36.0]]), side=8, cancel=CancelToken())
    assert crop.shape == (8, 8, 3)
    assert (crop == [255, 0, 0]).all()


def test_that_a_crop_of_a_reduced_copy_is_of_the_same_place() -> None:
    small = DecodedImage(square("red", x=4, y=10, side=8, width=32, height=24), "", 64, 48, 0.5)
    (crop,) = crop_pictures(small, np.array([[8.0, 20.0, 24.0, 36.0]]), side=8, cancel=CancelToken())
    assert (crop == [255, 0, 0]).all()


def test_that_what_was_hidden_from_the_search_is_hidden_in_its_crops() -> None:
    image = photo_of()
    box = np.array([[8.0, 20.0, 24.0, 36.0]])
    (crop,) = crop_pictures(image, box, filled=(Box(0, 0, 64, 48),), side=8, cancel=CancelToken())
    assert (crop == FILL_COLOR).all()
    assert image.rgb.max() == 255


def test_that_a_cancelled_cut_ends_before_the_next_crop() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        crop_pictures(photo_of(), np.array([[0.0, 0.0, 64.0, 48.0]]), cancel=cancel)


def test_that_the_energy_is_of_the_crop_in_the_exact_search_and_of_all_in_the_fast_one(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    trace = make_trace()
    boxes = trace.boxes.copy()
    boxes[2] = [8, 20, 24, 36]
    trace = dataclasses.replace(trace, boxes=boxes)
    exact = feature_energy(engine, photo_of(), trace, 5, make_run(trace, config=TINY))
    assert not exact.whole_image
    assert exact.values.shape == (4, 4)
    assert np.allclose(exact.values, 1.0)
    fast = feature_energy(engine, photo_of(), trace, 5, make_run(trace, config=FAST))
    assert fast.whole_image
    assert fast.values.shape == (8, 8)
    assert fast.values.max() == 1.0
    assert fast.values[0, 7] == 0.0


def test_that_the_energy_of_a_search_with_hidden_boxes_is_that_of_what_it_saw(tmp_path: Path) -> None:
    engine, trace = toy_engine(tmp_path), make_trace()
    seen = make_run(trace, config=FAST)
    scope = SearchScope(filled=(Box(0, 0, 32, 48),))
    hidden = dataclasses.replace(seen, settings=seen.settings | {"scope": scope.to_dict()})
    whole = feature_energy(engine, photo_of(), trace, 5, seen).values
    left_out = feature_energy(engine, photo_of(), trace, 5, hidden).values
    assert whole[:, :4].max() > 0.0
    # the toy network's mean is black, and black has no energy
    assert left_out[:, :4].max() == 0.0


def test_that_the_first_levels_of_a_mixed_search_are_cut_from_the_root_and_the_others_from_their_parent() -> None:
    trace, beam = make_trace(), BeamConfig(map_levels=1)
    assert [source_row(trace, beam, row) for row in (0, 1, 4, 5, 9)] == [0, 0, 0, 2, 1]
    assert [source_row(trace, FAST.beam, row) for row in (1, 5, 9)] == [0, 0, 0]
    assert [source_row(trace, TINY.beam, row) for row in (1, 5, 9)] == [0, 2, 1]


def test_that_the_cells_of_a_map_are_told_without_the_network() -> None:
    assert map_cells(FAST.beam, side=4) == 8
