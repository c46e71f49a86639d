import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wsl_annotator.core.boxes import Box
from wsl_annotator.evaluation.annotator import (
    AnnotatorResult,
    PairWork,
    centre_boxes,
    joined,
    price_pair,
    simulate,
    whole_image_boxes,
)
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS, SENSITIVITY, Costs
from wsl_annotator.evaluation.annotator_pairs import edges_to_move, pair_of
from wsl_annotator.evaluation.assignment import cheapest_assignment
from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.truth import true_boxes

OBJECT = (0.0, 0.0, 100.0, 100.0)


def boxes(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(rows, np.float64).reshape(-1, 4)


def proposed(*rows: tuple[int, tuple[float, float, float, float], float]) -> Detections:
    return Detections(
        np.array([row[0] for row in rows], np.int64),
        boxes(*(row[1] for row in rows)),
        np.array([row[2] for row in rows], np.float64),
    )


def work_on_pair(shown: np.ndarray, objects: np.ndarray, *, overlap: float) -> PairWork:
    return price_pair(pair_of(shown, objects, overlap=overlap), overlap=overlap)


def test_that_the_assignment_is_the_cheapest_of_all() -> None:
    rng = np.random.default_rng(0)
    for _ in range(300):
        rows = int(rng.integers(0, 5))
        columns = int(rng.integers(rows, 6))
        costs = rng.integers(0, 6, (rows, columns)).astype(np.float64)
        chosen = cheapest_assignment(costs)
        assert len(set(chosen.tolist())) == rows
        least = min(
            (sum(costs[i, c] for i, c in enumerate(way)) for way in itertools.permutations(range(columns), rows)),
            default=0.0,
        )
        assert costs[np.arange(rows), chosen].sum() == least


def test_that_more_rows_than_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="different columns"):
        cheapest_assignment(np.zeros((3, 2)))


@pytest.mark.parametrize(
    ("box", "edges", "length"),
    [
        ((0, 0, 100, 75), 0, 0.0),  # IoU .75
        ((0, 0, 100, 60), 1, 40.0),  # the lower edge
        ((0, 0, 60, 60), 1, 40.0),  # IoU .36; one edge gives .6: a second is needed
        ((200, 200, 300, 300), 4, 800.0),
    ],
)
def test_that_the_fewest_edges_are_dragged(box: tuple, edges: int, length: float) -> None:
    count, distance = edges_to_move(boxes(box), boxes(OBJECT), overlap=0.7)
    if box == (0, 0, 60, 60):
        assert (count[0, 0], distance[0, 0]) == (2, 80.0)
        count, distance = edges_to_move(boxes(box), boxes(OBJECT), overlap=0.6)
    assert (count[0, 0], distance[0, 0]) == (edges, length)


def test_that_of_equally_many_edges_the_shortest_drag_is_taken() -> None:
    # Right edge 20 off, lower edge 30 off: either alone gives more than .65; the right edge is nearer.
    count, distance = edges_to_move(boxes((0, 0, 80, 70)), boxes(OBJECT), overlap=0.65)
    assert (count[0, 0], distance[0, 0]) == (1, 20.0)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 20), min_size=8, max_size=8),
    st.sampled_from([0.5, 0.7]),
)
def test_that_edges_equal_a_search_over_all_choices(numbers: list[int], overlap: float) -> None:
    x1, y1, width, height, u1, v1, wide, high = numbers
    mine = Box(x1, y1, x1 + width + 1, y1 + height + 1)
    goal = Box(u1, v1, u1 + wide + 1, v1 + high + 1)
    best = 4
    for choice in itertools.product((False, True), repeat=4):
        edges = [g if moved else m for m, g, moved in zip(mine.xyxy, goal.xyxy, choice, strict=True)]
        if edges[0] < edges[2] and edges[1] < edges[3] and Box(*edges).iou(goal) >= overlap:
            best = min(best, sum(choice))
    count, _ = edges_to_move(boxes(mine.xyxy), boxes(goal.xyxy), overlap=overlap)
    assert count[0, 0] == best


def test_that_a_good_proposal_costs_one_look() -> None:
    work = work_on_pair(boxes((0, 0, 100, 80)), boxes(OBJECT), overlap=0.7)
    assert (work.seconds, work.accepted, work.edited, work.drawn) == (1.8, 1, 0, 0)
    assert work.first_good
    assert work.proposed == 1


def test_that_an_edited_proposal_costs_a_look_and_its_edges() -> None:
    work = work_on_pair(boxes((0, 0, 100, 60)), boxes(OBJECT), overlap=0.7)
    assert work.seconds == pytest.approx(1.8 + 1.75)
    assert (work.accepted, work.edited, work.edges) == (0, 1, 1)
    assert work.correction == pytest.approx(40 / np.hypot(100, 100))
    assert not work.first_good


def test_that_a_missed_object_is_found_and_drawn() -> None:
    work = work_on_pair(np.zeros((0, 4)), boxes(OBJECT), overlap=0.7)
    assert work.seconds == 8.0
    assert (work.looked_at, work.drawn) == (0, 1)


def test_that_a_false_proposal_costs_its_look() -> None:
    work = work_on_pair(boxes((200, 200, 300, 300)), boxes(OBJECT), overlap=0.7)
    assert work.seconds == pytest.approx(1.8 + 8.0)
    assert work.drawn == 1


def test_that_a_proposal_serves_one_object_and_the_total_is_least() -> None:
    # Both objects could be made of the first proposal; only the near one of the second.
    objects = boxes((0, 0, 100, 100), (0, 60, 100, 160))
    shown = boxes((0, 30, 100, 130), (0, 0, 100, 90))
    work = work_on_pair(shown, objects, overlap=0.7)
    # The second proposal is accepted for the first object; the first needs one edge for the second object (130 -> 160
    # gives 100 / 130 = .77).
    assert (work.accepted, work.edited, work.edges, work.drawn) == (1, 1, 1, 0)
    assert work.seconds == pytest.approx(2 * 1.8 + 1.75)


def test_that_acceptance_of_three_looks_at_the_first_three() -> None:
    wrong = [(200, 200, 210, 210)] * 2
    third = work_on_pair(boxes(*wrong, OBJECT), boxes(OBJECT), overlap=0.7)
    fourth = work_on_pair(boxes(*wrong, wrong[0], OBJECT), boxes(OBJECT), overlap=0.7)
    assert (third.first_good, third.early_good) == (False, True)
    assert (fourth.first_good, fourth.early_good) == (False, False)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000))
def test_that_one_proposal_an_object_never_costs_more_than_its_look_and_edges(seed: int) -> None:
    rng = np.random.default_rng(seed)
    corner = rng.uniform(0, 50, (1, 2))
    goal = np.concatenate([corner, corner + rng.uniform(5, 50, (1, 2))], axis=1)
    box = goal + rng.uniform(-2, 2, (1, 4))
    work = work_on_pair(box, goal, overlap=0.7)
    assert work.seconds <= 1.8 + 1.75 * work.edges + 1e-9
    assert work.seconds <= DEFAULT_COSTS.verify_s + DEFAULT_COSTS.draw_s + DEFAULT_COSTS.find_s


def test_that_the_work_is_the_cheapest_of_all_assignments() -> None:
    rng = np.random.default_rng(2)
    for _ in range(60):
        many, few = int(rng.integers(0, 4)), int(rng.integers(1, 4))
        corner = rng.uniform(0, 40, (many + few, 2))
        rows = np.concatenate([corner, corner + rng.uniform(10, 50, (many + few, 2))], axis=1)
        shown, objects = rows[:many], rows[many:]
        edges, _ = edges_to_move(shown, objects, overlap=0.7)
        best = np.inf
        for way in itertools.product(range(-1, many), repeat=few):
            used = [place for place in way if place >= 0]
            if len(set(used)) < len(used):
                continue
            total = many * 1.8
            for number, place in enumerate(way):
                touches = place >= 0 and Box(*shown[place]).iou(Box(*objects[number])) > 0
                total += 1.75 * edges[place, number] if touches else 8.0
            best = min(best, total)
        assert work_on_pair(shown, objects, overlap=0.7).seconds == pytest.approx(best)


def test_that_images_without_the_class_and_difficult_objects_ask_for_nothing() -> None:
    truth = true_boxes([(1, OBJECT), (2, OBJECT), (2, (200, 0, 300, 100))], difficult=[True, False, True])
    shown = proposed((1, OBJECT, 0.9), (2, OBJECT, 0.8), (2, (200, 0, 300, 100), 0.7), (3, OBJECT, 0.9))
    result = simulate(shown, truth, overlap=0.7)
    assert [pair.image for pair in result.pairs] == [2]
    assert result.seconds_per_box == 1.8
    assert result.recall == 1.0


def test_that_a_proposal_inside_a_crowd_is_not_looked_at() -> None:
    truth = true_boxes([(1, OBJECT), (1, (200, 0, 400, 200))], crowd=[False, True])
    shown = proposed((1, OBJECT, 0.9), (1, (210, 10, 230, 30), 0.8))
    assert simulate(shown, truth, overlap=0.7).seconds == 1.8


def test_that_figures_are_ratios_over_all_pairs() -> None:
    truth = true_boxes([(1, OBJECT), (2, OBJECT), (2, (200, 0, 300, 100))])
    shown = proposed((1, (0, 0, 100, 60), 0.9), (2, OBJECT, 0.8))
    result = joined([simulate(shown, truth, overlap=0.7), AnnotatorResult()])
    assert result.objects == 3
    assert result.seconds_per_box == pytest.approx((1.8 + 1.75 + 1.8 + 8.0) / 3)
    assert result.seconds_per_image == pytest.approx((1.8 + 1.75 + 1.8 + 8.0) / 2)
    assert result.acceptance == 1 / 2
    assert result.edges_per_box == 1 / 2
    assert result.recall == pytest.approx(1 / 3)
    assert result.shares == (pytest.approx(1 / 3), pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_that_no_objects_give_nan() -> None:
    result = simulate(proposed((1, OBJECT, 0.9)), true_boxes([]), overlap=0.7)
    assert np.isnan(result.seconds_per_box)
    assert np.isnan(result.shares[0])


def test_that_baselines_propose_the_whole_image_and_a_middle_of_mean_size() -> None:
    images, sizes = np.array([1, 2]), np.array([[100.0, 50.0], [200.0, 100.0]])
    np.testing.assert_array_equal(whole_image_boxes(images, sizes).boxes, [[0, 0, 100, 50], [0, 0, 200, 100]])
    truth = true_boxes([(1, (0, 0, 50, 50)), (2, (0, 0, 200, 50))])
    # Mean shares of width and height: (.5 + 1) / 2 and (1 + .5) / 2.
    middle = centre_boxes(images, sizes, truth).boxes
    np.testing.assert_allclose(middle, [[12.5, 6.25, 87.5, 43.75], [25, 12.5, 175, 87.5]])
    assert len(centre_boxes(images, sizes, true_boxes([])).images) == 0


def test_that_costs_cover_the_sources_and_an_edge_is_a_quarter_of_a_box() -> None:
    assert {(costs.verify_s, costs.draw_s) for costs in SENSITIVITY} == set(
        itertools.product((1.6, 1.8, 3.5), (7.0, 25.5))
    )
    assert Costs().edge_s * 4 == Costs().draw_s
