"""What a search saw, as a value."""

from __future__ import annotations

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope

LEFT, RIGHT = Box(0.1 + 0.2, 1, 2, 3), Box(5, 6, 7, 8.5)


def test_that_the_whole_image_has_no_digest() -> None:
    assert (WHOLE_IMAGE.digest, WHOLE_IMAGE.is_whole) == ("", True)


def test_that_the_order_of_the_filled_boxes_does_not_matter_and_everything_else_does() -> None:
    both = SearchScope(filled=(LEFT, RIGHT))
    assert both.digest == SearchScope(filled=(RIGHT, LEFT)).digest
    others = [SearchScope(filled=(LEFT,)), SearchScope(region=LEFT), SearchScope(region=RIGHT, filled=(LEFT,))]
    assert len({both.digest, *(other.digest for other in others)}) == 4
    assert all(len(other.digest) == 16 and not other.is_whole for other in others)


def test_that_a_scope_comes_back_from_json_types() -> None:
    for scope in (WHOLE_IMAGE, SearchScope(region=LEFT, filled=(RIGHT, LEFT))):
        assert SearchScope.from_dict(scope.to_dict()) == scope
