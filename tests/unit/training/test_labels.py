"""What may be learned from labels, how images are divided, and how often each is shown."""

from pathlib import Path

import numpy as np
import pytest

from wsl_annotator.training.config import PAPER, QUICK, TrainConfig
from wsl_annotator.training.dataset import LabeledImages, split_rows, usable_classes
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.training.sampling import epoch_rows, repeat_factors


def data_of(labels: list[list[int]], *, classes: str = "abc") -> LabeledImages:
    names = tuple(f"{number}.png" for number in range(len(labels)))
    return LabeledImages(
        names=names,
        paths=tuple(Path(name) for name in names),
        classes=tuple(classes[: len(labels[0])]),
        labels=np.array(labels, dtype=np.int8),
        hashes=tuple(f"{number:064x}" for number in range(len(labels))),
    )


def test_that_a_class_without_positives_or_negatives_is_left_out_and_named() -> None:
    learned, problems = usable_classes(data_of([[1, 0, 1], [0, 0, 1], [-1, -1, 1]]))
    assert learned.classes == ("a",)
    assert learned.names == ("0.png", "1.png")
    assert problems == [
        "The class b was left out: no image is labelled with it.",
        "The class c was left out: no image is labelled as being without it.",
    ]


def test_that_one_class_with_positives_and_negatives_can_be_learned() -> None:
    learned, problems = usable_classes(data_of([[1], [0]]))
    assert (learned.classes, problems) == (("a",), [])


def test_that_labels_without_any_negative_name_the_option_that_makes_them() -> None:
    with pytest.raises(TrainingError, match="No class can be learned") as caught:
        usable_classes(data_of([[1, -1], [-1, 1]]))
    assert "--complete-labels" in caught.value.hint


def test_that_the_data_hash_changes_with_a_label_a_file_and_a_class_name() -> None:
    base = data_of([[1, 0], [0, 1]])
    others = [
        data_of([[1, 0], [1, 1]]),
        data_of([[1, 0], [0, 1]], classes="xy"),
        data_of([[1, 0], [0, 1], [1, 0]]).select([0, 2]),
    ]
    assert len({base.digest, *(other.digest for other in others)}) == 4
    assert base.digest == data_of([[1, 0], [0, 1]]).digest


def test_that_a_split_keeps_every_class_on_both_sides() -> None:
    labels = np.zeros((100, 3), dtype=np.int8)
    labels[:2, 0] = 1
    labels[1:40, 1] = 1
    labels[60:, 2] = 1
    split = split_rows(labels, share=0.2, seed=5)
    assert sorted([*split.train, *split.validation]) == list(range(100))
    assert labels[split.train].any(axis=0).all()
    assert labels[split.validation].any(axis=0).all()
    assert 17 <= len(split.validation) <= 23


def test_that_a_class_of_one_image_keeps_it_for_the_training() -> None:
    labels = np.zeros((10, 1), dtype=np.int8)
    labels[7, 0] = 1
    for seed in range(5):
        assert 7 in split_rows(labels, share=0.5, seed=seed).train


def test_that_nothing_is_held_out_for_a_share_of_zero() -> None:
    assert len(split_rows(np.eye(3, dtype=np.int8), share=0.0, seed=0).validation) == 0


def test_that_repeat_factors_follow_the_lvis_rule() -> None:
    labels = np.array([[1, 0], [1, 0], [1, 0], [1, 1], [0, 0]], dtype=np.int8)
    # shares .8 and .2: sqrt(.8 / .2) = 2 for the rare class, by the image's rarest class
    assert repeat_factors(labels).tolist() == [1, 1, 1, 2, 1]
    assert repeat_factors(labels, rule="inverse").tolist() == [1, 1, 1, 4, 1]
    assert repeat_factors(labels, rule="none").tolist() == [1] * 5
    # t = .05 is below both shares
    assert repeat_factors(labels, target=0.05).tolist() == [1] * 5


def test_that_an_epoch_shows_each_image_as_often_as_its_factor_says() -> None:
    factors = np.array([1.0, 2.0, 1.25])
    counts = sum(np.bincount(epoch_rows(factors, seed=1, epoch=epoch), minlength=3) for epoch in range(400))
    assert counts[0] == 400
    assert counts[1] == 800
    assert counts[2] == pytest.approx(500, abs=40)


def test_that_an_epoch_depends_on_seed_and_number_alone() -> None:
    factors = np.full(20, 1.5)
    first = epoch_rows(factors, seed=3, epoch=7)
    assert np.array_equal(first, epoch_rows(factors, seed=3, epoch=7))
    assert not np.array_equal(np.sort(first), first)
    assert not np.array_equal(first, epoch_rows(factors, seed=3, epoch=8))


def test_that_the_paper_preset_holds_the_papers_numbers() -> None:
    assert (PAPER.learning_rate, PAPER.step_batches, PAPER.batch_size, PAPER.batches) == (0.001, 20_000, 50, 400_000)
    assert not PAPER.augment.flip
    assert PAPER.augment.rotation_degrees == 30
    assert (PAPER.freeze, PAPER.head) == ("none", "adaptation")


def test_that_the_digest_of_settings_ignores_the_presets_name_and_nothing_else() -> None:
    import dataclasses

    assert dataclasses.replace(QUICK, preset="mine").digest == QUICK.digest
    assert dataclasses.replace(QUICK, seed=1).digest != QUICK.digest


@pytest.mark.parametrize(
    "changes", [{"batch_size": 0}, {"learning_rate": 0.0}, {"validation_share": 0.9}, {"batches": 5}, {"dropout": 1.0}]
)
def test_that_impossible_settings_are_refused(changes: dict[str, float]) -> None:
    with pytest.raises(TrainingError):
        TrainConfig(**changes)
