"""Filters and queues over columns: which images, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.store.samples import box, image, localization
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.localization import Localization, ScoredBox
from wsl_annotator.core.records import BoxState, ImageStatus, LocalizationKey
from wsl_annotator.imaging.scan import natural_key
from wsl_annotator.store.edits import PutBoxes, SetLabel, SetStatus
from wsl_annotator.store.overview import ImageColumns
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.doubt import doubted, doubts_label
from wsl_annotator.workflow.image_match import match_images, needs_files
from wsl_annotator.workflow.image_table import ImageTable, TableFacts, find_missing, name_key, read_facts, read_images
from wsl_annotator.workflow.query_parser import parse
from wsl_annotator.workflow.queue import QueueMode, QueueOrder, QueuePlan, arrange
from wsl_annotator.workflow.review import JUDGED_IOU

DOG, CAT = 1, 2
CLASSES = {"dog": DOG, "cat": CAT}
NAMES = ("street 1.jpg", "street 2.jpg", "street 10.jpg", "park/lake.png", "park/Street.jpg")
PRESENT, ABSENT = LabelState.POSITIVE, LabelState.NEGATIVE


def logit(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


def search(project: Project, image_id: int, class_id: int, chance: float, *, proposals: int = 1) -> None:
    made = localization()
    found = Localization("dog", logit(chance), made.point, made.heat, None)
    boxes = tuple(ScoredBox(Box(20 * at, 0, 20 * at + 10, 10), 0.5) for at in range(proposals))
    key = LocalizationKey(image_id=image_id, class_id=class_id, network_hash="n", config_digest=FAST.digest)
    project.save_localization(
        key, found, image_sha256="", network_name="toy", config=FAST, proposals=boxes, threshold=0.5
    )


@contextmanager
def five_images(tmp_path: Path) -> Iterator[Project]:
    """Open a project of five images.

    1 dog .9 (labelled), verified; 2 dog .1 (labelled: doubted), cat absent .95 (doubted); 3 cat .55 (labelled), with a
    drawn and a rejected box; 4 nothing known, cannot be read; 5 dog .4 without a label, with three proposals.
    """
    with Project.create(tmp_path / "work.wsl", image_root=tmp_path / "images", classes=list(CLASSES)) as made:
        made.add_images([image(name) for name in NAMES])
        for image_id, class_id, state in ((1, DOG, PRESENT), (2, DOG, PRESENT), (2, CAT, ABSENT), (3, CAT, PRESENT)):
            made.apply(SetLabel(image_id=image_id, class_id=class_id, state=state))
        for image_id, class_id, chance in ((1, DOG, 0.9), (2, DOG, 0.1), (2, CAT, 0.95), (3, CAT, 0.55)):
            search(made, image_id, class_id, chance)
        search(made, 5, DOG, 0.4, proposals=3)
        boxes = (box(1, image_id=3, class_id=CAT, xyxy=(0, 0, 10, 10)), box(2, image_id=3, state=BoxState.REJECTED))
        made.apply(PutBoxes(boxes))
        made.apply(SetStatus(image_id=1, status=ImageStatus.VERIFIED))
        made.update_image(4, problem="It is cut off.")
        yield made


def read_table(project: Project) -> ImageTable:
    read = read_images(project, CancelToken())
    assert not read.complete
    read.take_facts(read_facts(project, read.ids, CancelToken()))
    return read


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with five_images(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> ImageTable:
    """The five images, for tests that only read."""
    with five_images(tmp_path_factory.mktemp("five")) as made:
        return read_table(made)


def ids(table: ImageTable, text: str) -> list[int]:
    return table.ids[match_images(parse(text).where, table, CLASSES)].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("STREET", [1, 2, 3, 5]),
        ("park lake", [4]),
        ("name:street*", [1, 2, 3, 5]),
        ("name:park/*", [4, 5]),
        ("name:lake.png", [4]),
        ("name:lake", []),
        ("label:dog", [1, 2]),
        ("label:Dog", [1, 2]),
        ("-label:dog", [3, 4, 5]),
        ("label:dog?", [3, 4, 5]),
        ("label:cat!", [2]),
        ("score:0.35-0.6", [3, 5]),
        ("score:dog:0.35-0.6", [5]),
        ("score:cat:>0.9", [2]),
        ("score:>=0", [1, 2, 3, 5]),
        ("state:proposed", [1, 2, 5]),
        ("state:drawn", [3]),
        ("state:rejected", [3]),
        ("state:accepted", []),
        ("status:verified", [1]),
        ("status:untouched", [2, 3, 4, 5]),
        ("boxes:0", [1, 2, 4, 5]),
        ("boxes:>0", [3]),
        ("boxes:1-3", [3]),
        ("is:disagreement", [2]),
        ("is:failed", [4]),
        ("is:labelled", [1, 2, 3]),
        ("is:searched -is:labelled", [5]),
        ("label:cat or is:failed", [3, 4]),
        ("(label:dog or label:cat) -status:verified", [2, 3]),
    ],
)
def test_that_each_word_finds_the_images_it_means(table: ImageTable, text: str, expected: list[int]) -> None:
    assert ids(table, text) == expected


def test_that_missing_files_are_those_that_are_not_in_their_folder(project: Project, tmp_path: Path) -> None:
    table = read_table(project)
    assert ids(table, "is:missing") == []
    (tmp_path / "images" / "park").mkdir(parents=True)
    for name in ("street 1.jpg", "park/Street.jpg"):
        (tmp_path / "images" / name).touch()
    table.missing = find_missing(table, tmp_path / "images", CancelToken())
    assert ids(table, "is:missing") == [2, 3, 4]
    assert needs_files(parse("a or -(b is:missing)").where)
    assert not needs_files(parse("is:failed").where)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (QueueOrder.NAME, [4, 5, 1, 2, 3]),
        (QueueOrder.CONFIDENT, [1, 3, 5, 2, 4]),
        (QueueOrder.UNSURE, [2, 5, 3, 1, 4]),
        (QueueOrder.MARGIN, [3, 5, 1, 2, 4]),
        (QueueOrder.DISAGREEMENT, [2, 3, 1, 4, 5]),
        (QueueOrder.BOXES, [5, 2, 1, 3, 4]),
    ],
)
def test_that_image_first_orders_by_what_the_order_says(
    table: ImageTable, order: QueueOrder, expected: list[int]
) -> None:
    everything = np.ones(5, dtype=np.bool_)
    found = arrange(table, everything, QueuePlan(order=order))
    assert table.ids[found.rows].tolist() == expected
    assert found.class_ids.tolist() == [0] * 5


def test_that_class_first_takes_one_class_after_the_other_and_leaves_no_image_out(table: ImageTable) -> None:
    plan = QueuePlan(order=QueueOrder.CONFIDENT, mode=QueueMode.CLASS_FIRST)
    found = arrange(table, np.ones(5, dtype=np.bool_), plan, class_ids=[DOG, CAT])
    turns = list(zip(found.class_ids.tolist(), table.ids[found.rows].tolist(), strict=True))
    assert turns == [(DOG, 1), (DOG, 5), (DOG, 2), (CAT, 3), (0, 4)]


def test_that_doubtful_labels_come_in_the_turn_of_their_class_even_where_they_say_absent(table: ImageTable) -> None:
    plan = QueuePlan(order=QueueOrder.DISAGREEMENT, mode=QueueMode.CLASS_FIRST)
    found = arrange(table, np.ones(5, dtype=np.bool_), plan, class_ids=[DOG, CAT])
    turns = list(zip(found.class_ids.tolist(), table.ids[found.rows].tolist(), strict=True))
    assert turns == [(DOG, 2), (DOG, 1), (DOG, 5), (CAT, 2), (CAT, 3), (0, 4)]


def test_that_a_queue_holds_only_what_the_filter_lets_through(table: ImageTable) -> None:
    wanted = match_images(parse("street").where, table, CLASSES)
    found = arrange(table, wanted, QueuePlan(order=QueueOrder.MARGIN))
    assert table.ids[found.rows].tolist() == [3, 5, 1, 2]


def plain_table(count: int) -> ImageTable:
    zeros = np.zeros(count, dtype=np.int32)
    columns = ImageColumns(
        np.arange(1, count + 1),
        [f"{at}.jpg" for at in range(count)],
        zeros,
        zeros.copy(),
        np.zeros(count, np.uint8),
        {},
    )
    return ImageTable(columns, np.arange(count), TableFacts(count))


def test_that_a_random_audit_is_repeated_by_its_seed_and_by_nothing_else() -> None:
    table = plain_table(50)
    everything, half = np.ones(50, dtype=np.bool_), np.arange(50) % 2 == 0
    first = arrange(table, everything, QueuePlan(order=QueueOrder.RANDOM, seed=3)).rows.tolist()
    assert first == arrange(table, everything, QueuePlan(order=QueueOrder.RANDOM, seed=3)).rows.tolist()
    assert first != arrange(table, everything, QueuePlan(order=QueueOrder.RANDOM, seed=4)).rows.tolist()
    assert sorted(first) == list(range(50)) != first
    filtered = arrange(table, half, QueuePlan(order=QueueOrder.RANDOM, seed=3)).rows.tolist()
    assert filtered == [row for row in first if row % 2 == 0]


@given(st.lists(st.tuples(st.integers(0, 2), st.none() | st.floats(-9, 9)), min_size=1, max_size=30))
def test_that_every_order_holds_each_image_once_and_class_first_at_least_once(
    images: list[tuple[int, float | None]],
) -> None:
    table = plain_table(len(images))
    for row, (state, score) in enumerate(images):
        table.facts.label_column(DOG)[row] = state - 1
        table.facts.score_column(DOG)[row] = np.nan if score is None else score
    everything = np.ones(len(images), dtype=np.bool_)
    for order in QueueOrder:
        rows = arrange(table, everything, QueuePlan(order=order)).rows.tolist()
        assert sorted(rows) == list(range(len(images)))
        by_class = arrange(table, everything, QueuePlan(order=order, mode=QueueMode.CLASS_FIRST), class_ids=[DOG])
        assert set(by_class.rows.tolist()) == set(range(len(images)))


def test_that_one_image_is_brought_up_to_date_as_if_all_were_read_again(project: Project) -> None:
    table = read_table(project)
    project.apply(SetLabel(image_id=4, class_id=DOG, state=PRESENT))
    project.apply(SetLabel(image_id=2, class_id=CAT, state=LabelState.UNKNOWN))
    project.apply(PutBoxes((box(7, image_id=5, xyxy=(0, 0, 10, 10), state=BoxState.ACCEPTED),)))
    project.apply(SetStatus(image_id=5, status=ImageStatus.SKIPPED))
    project.update_image(4, problem="")
    search(project, 4, CAT, 0.7)
    finished = [
        image_id
        for image_id in (2, 4, 5)
        if table.update(project.summary(image_id), project.image_facts(image_id, judged_iou=JUDGED_IOU))
    ]
    again = read_table(project)
    assert [table.summary(row) for row in range(5)] == [again.summary(row) for row in range(5)]
    assert finished == [5]
    for text in ("label:dog", "label:cat!", "state:proposed", "score:cat:>0.5", "is:failed", "boxes:>0"):
        assert ids(table, text) == ids(again, text)


def test_that_the_summary_counts_what_the_project_says(project: Project) -> None:
    table = read_table(project)
    for row, known in enumerate(project.summaries()):
        shown = table.summary(row)
        assert (shown.path, shown.status, shown.problem, shown.boxes) == (
            known.path,
            known.status,
            known.problem,
            known.boxes,
        )
        assert (shown.localizations, shown.positives) == (known.localizations, known.positives)
    assert [table.summary(row).doubts for row in range(5)] == [0, 2, 0, 0, 0]
    assert [table.summary(row).proposed for row in range(5)] == [1, 2, 0, 0, 3]


def test_that_reading_stops_when_it_is_told_to(project: Project) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_images(project, token)
    with pytest.raises(Cancelled):
        read_facts(project, np.arange(1, 6), token)


@pytest.mark.parametrize(
    ("state", "chance", "doubt"),
    [
        (PRESENT, 0.19, True),
        (PRESENT, 0.2, False),
        (ABSENT, 0.81, True),
        (ABSENT, 0.8, False),
        (LabelState.UNKNOWN, 0.99, False),
        (PRESENT, None, False),
    ],
)
def test_that_a_label_is_doubted_four_to_one(state: LabelState, chance: float | None, doubt: bool) -> None:
    assert doubts_label(state, chance) is doubt
    column = np.array([np.nan if chance is None else chance], dtype=np.float32)
    assert doubted(np.array([state], dtype=np.int8), column).tolist() == [doubt]


@given(st.lists(st.text(alphabet="aB0127 -._/é٣", max_size=8), max_size=12))
def test_that_names_are_ordered_as_the_scan_of_a_folder_orders_them(names: list[str]) -> None:
    expected = sorted(names, key=lambda name: natural_key(name)[0])
    assert sorted(names, key=name_key) == expected
