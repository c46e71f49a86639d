"""What a search did not see, covered."""

from __future__ import annotations

import numpy as np

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.imaging.overlay import draw_overlay
from wsl_annotator.imaging.unseen import FILL_COLOR, cover, unseen_areas

SIZE = {"width": 40, "height": 30}
WHITE = np.full((30, 40, 3), 255, dtype=np.uint8)
VEIL, LINE = (149, 150, 152), (187, 187, 188)
"""White under the veil of (10, 12, 16) at 110 of 255, and that under white at 90 of 255."""


def test_that_a_search_of_all_leaves_nothing_to_cover() -> None:
    assert unseen_areas(WHOLE_IMAGE, **SIZE) == ()
    assert np.array_equal(cover(WHITE, (), scale=(1, 1)), WHITE)


def test_that_outside_of_the_region_lines_lie_on_a_veil_and_inside_nothing() -> None:
    covered = cover(WHITE, unseen_areas(SearchScope(region=Box(8, 4, 24, 20)), **SIZE), scale=(1, 1))
    assert (covered[4:20, 8:24] == 255).all()
    outside = np.ones((30, 40), dtype=bool)
    outside[4:20, 8:24] = False
    down, across = np.indices((30, 40))
    is_line = outside & ((down + across) % 8 == 7)
    assert np.abs(covered[is_line].astype(int) - LINE).max() <= 1
    assert np.abs(covered[outside & ~is_line].astype(int) - VEIL).max() <= 1
    assert WHITE.min() == 255


def test_that_boxes_hidden_from_the_search_are_filled_and_veiled_where_outside_of_its_region() -> None:
    scope = SearchScope(region=Box(0, 0, 40, 10), filled=(Box(2, 2, 6, 6), Box(30, 20, 60, 60)))
    covered = cover(WHITE, unseen_areas(scope, **SIZE), scale=(1, 1))
    assert (covered[2:6, 2:6] == FILL_COLOR).all()
    assert (covered[6:10, 2:6] == 255).all()
    assert (covered[20:, 30:] != FILL_COLOR).any(axis=2).all()
    assert covered[20:, 30:].mean() < covered[10:20, :30].mean()


def test_that_areas_are_placed_on_reduced_pixels_and_the_lines_are_as_thick_as_asked() -> None:
    small = np.full((15, 20, 3), 255, dtype=np.uint8)
    covered = cover(small, unseen_areas(SearchScope(region=Box(8, 4, 40, 30)), **SIZE), scale=(0.5, 0.5), grain=2)
    assert (covered[2:, 4:] == 255).all()
    first_row = covered[0].astype(int)
    assert [int(at) for at in np.flatnonzero(np.abs(first_row - LINE).max(axis=1) <= 1)] == [14, 15]


def test_that_heat_lies_over_the_cover() -> None:
    areas = unseen_areas(SearchScope(region=Box(0, 0, 20, 30)), **SIZE)
    heat = np.ones((3, 4), dtype=np.float32)
    cold = np.asarray(draw_overlay(WHITE, **SIZE, unseen=areas))
    hot = np.asarray(draw_overlay(WHITE, **SIZE, unseen=areas, heat=heat))
    assert np.array_equal(cold, cover(WHITE, areas, scale=(1, 1)))
    assert (hot[:, 20:].astype(int) != cold[:, 20:]).any(axis=2).all()
    assert not np.array_equal(hot[:, 20:], np.asarray(draw_overlay(WHITE, **SIZE, heat=heat))[:, 20:])
