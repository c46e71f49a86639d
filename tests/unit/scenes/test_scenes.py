from functools import cache

import numpy as np
import pytest
from scenes import CLASS_NAMES, Scene, render_scene
from scenes.compose import CLOSE_UP, NO_CLASS, VISIBLE_ENOUGH

WIDTH, HEIGHT = 160, 120


@cache
def small_scene(seed: int) -> Scene:
    return render_scene((4711, seed), width=WIDTH, height=HEIGHT, segments=12, taps=1, texture_size=128)


def test_that_equal_seeds_give_equal_scenes() -> None:
    first = render_scene(3, width=WIDTH, height=HEIGHT, supersampling=1.5, segments=12, taps=2, texture_size=128)
    second = render_scene(3, width=WIDTH, height=HEIGHT, supersampling=1.5, segments=12, taps=2, texture_size=128)
    np.testing.assert_array_equal(first.image, second.image)
    assert first.objects == second.objects


def test_that_different_seeds_give_different_scenes() -> None:
    assert (small_scene(0).image != small_scene(1).image).any()


def test_that_the_layout_of_a_seed_does_not_depend_on_the_resolution() -> None:
    small = small_scene(2)
    large = render_scene((4711, 2), width=2 * WIDTH, height=2 * HEIGHT, segments=12, taps=1, texture_size=128)
    assert [item.name for item in small.objects] == [item.name for item in large.objects]
    for a, b in zip(small.objects, large.objects, strict=True):
        np.testing.assert_allclose(np.array(a.box) * 2, b.box, atol=4)


@pytest.mark.parametrize("seed", range(12))
def test_that_boxes_are_the_rectangles_of_the_visible_masks(seed: int) -> None:
    scene = small_scene(seed)
    for index, item in enumerate(scene.objects):
        rows, columns = np.nonzero(scene.owners == index)
        assert item.box == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        assert item.area == len(rows)


def test_that_supersampled_boxes_come_in_pixels_of_the_picture() -> None:
    scene = render_scene(3, width=WIDTH, height=HEIGHT, supersampling=2.0, segments=12, taps=1, texture_size=128)
    assert scene.image.shape == (HEIGHT, WIDTH, 3)
    assert scene.owners.shape == (2 * HEIGHT, 2 * WIDTH)
    for index, item in enumerate(scene.objects):
        columns = np.nonzero(scene.owners == index)[1]
        assert item.box[0] == columns.min() / 2
        assert item.box[2] == (columns.max() + 1) / 2


def test_that_scenes_are_hard_enough_to_be_worth_searching() -> None:
    shares, cases, in_centre = [], 0, 0
    for seed in range(320):
        scene = small_scene(seed)
        assert 1 <= len(scene.objects) <= 4
        for item in scene.objects:
            x1, y1, x2, y2 = item.box
            assert 0 <= x1 < x2 <= WIDTH
            assert 0 <= y1 < y2 <= HEIGHT
            assert item.visible >= VISIBLE_ENOUGH
            shares.append((x2 - x1) * (y2 - y1) / (WIDTH * HEIGHT))
        for name in {item.name for item in scene.objects}:
            cases += 1
            boxes = [item.box for item in scene.objects if item.name == name]
            in_centre += any(b[0] <= WIDTH / 2 < b[2] and b[1] <= HEIGHT / 2 < b[3] for b in boxes)
    assert in_centre / cases <= 0.35
    assert np.median(shares) <= 0.08
    # A tail of large objects: what a zoomed-in crop shows is not foreign to the network.
    assert np.quantile(shares, 0.95) >= 0.15


def test_that_every_class_appears_and_there_are_at_least_six() -> None:
    seen = {item.name for seed in range(80) for item in small_scene(seed).objects}
    assert seen == set(CLASS_NAMES)
    assert len(CLASS_NAMES) >= 6


def test_that_labels_say_what_the_objects_show() -> None:
    for seed in range(20):
        scene = small_scene(seed)
        labels = scene.labels()
        shown = {item.name for item in scene.objects}
        assert {name for name, label in zip(CLASS_NAMES, labels, strict=True) if label == 1} == shown
        assert not (labels == -1).any()


def test_that_scenes_without_class_objects_have_no_label() -> None:
    for seed in range(6):
        scene = render_scene(seed, width=WIDTH, height=HEIGHT, style=NO_CLASS, segments=10, taps=1, texture_size=128)
        assert not scene.objects
        assert not scene.labels().any()


def test_that_a_cut_off_object_is_neither_shown_nor_absent() -> None:
    unknown = 0
    for seed in range(40):
        scene = render_scene(seed, width=WIDTH, height=HEIGHT, style=CLOSE_UP, segments=10, taps=1, texture_size=128)
        labels = scene.labels()
        for item in scene.objects:
            if item.visible < VISIBLE_ENOUGH and sum(other.name == item.name for other in scene.objects) == 1:
                expected = -1 if item.visible > 0.08 else 0
                assert labels[CLASS_NAMES.index(item.name)] == expected
                unknown += 1
    assert unknown > 0
