"""Which classes of an image are searched."""

import pytest

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.workflow.class_choice import WantedClasses, best_screened, parse_classes, wanted_classes

UNIVERSE = ("dog", "cat", "cup", "car")
YES, NO = LabelState.POSITIVE, LabelState.NEGATIVE


def test_that_by_default_only_positive_labels_are_searched() -> None:
    assert wanted_classes({"cat": YES, "dog": NO}, UNIVERSE, "labels") == WantedClasses(("cat",))


def test_that_an_image_with_negative_labels_only_is_not_searched() -> None:
    assert wanted_classes({"cat": NO}, UNIVERSE, "labels") == WantedClasses(())


def test_that_an_image_without_any_known_label_is_screened_for_all_classes() -> None:
    assert wanted_classes({"cat": LabelState.UNKNOWN}, UNIVERSE, "labels") == WantedClasses((), UNIVERSE)


def test_that_top5_adds_the_unknown_but_never_the_negative_classes() -> None:
    assert wanted_classes({"cat": YES, "dog": NO}, UNIVERSE, "top5") == WantedClasses(("cat",), ("cup", "car"))


def test_that_all_searches_positive_and_unknown_classes_in_the_order_of_the_universe() -> None:
    assert wanted_classes({"cup": YES, "cat": NO}, UNIVERSE, "all") == WantedClasses(("dog", "cup", "car"))


def test_that_named_classes_are_searched_unless_they_are_labelled_negative() -> None:
    assert wanted_classes({"cup": YES, "cat": NO}, UNIVERSE, ("car", "cat")) == WantedClasses(("car",))


def test_that_a_named_class_that_does_not_exist_is_told_with_the_classes_there_are() -> None:
    with pytest.raises(WslError, match=r"'bus'.*dog, cat, cup, car"):
        wanted_classes({}, UNIVERSE, ("bus",))


def test_that_screening_keeps_at_most_five_and_only_those_over_a_twentieth() -> None:
    scores = {"a": 0.05, "b": 0.051, "c": 0.9, "d": 0.2, "e": 0.3, "f": 0.4, "g": 0.06}
    assert best_screened(scores) == ("c", "f", "e", "d", "g")


@pytest.mark.parametrize(
    ("text", "choice"),
    [(None, "labels"), ("top5", "top5"), ("all", "all"), (" dog, cat ,dog", ("dog", "cat"))],
)
def test_that_typed_choices_are_understood(text: str | None, choice: object) -> None:
    assert parse_classes(text) == choice


def test_that_a_typed_choice_without_a_name_is_refused() -> None:
    with pytest.raises(WslError, match="--classes"):
        parse_classes(" , ")
