"""What may be typed next in the filter box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wsl_annotator.workflow.image_query import value_text
from wsl_annotator.workflow.query_parser import FLAGS, KEYWORDS, STATES, STATUSES

_RANGES = {"score": ("<0.2", "0.2-0.8", ">0.8"), "boxes": ("0", ">0", ">3")}
_WORDS = {"state": tuple(STATES), "status": tuple(STATUSES), "is": tuple(FLAGS)}


@dataclass(frozen=True, slots=True)
class Completion:
    """Proposals for the word that is being typed.

    Attributes:
        start: where that word begins in the text.
        words: whole words that may stand there instead, the likely ones first.
    """

    start: int
    words: tuple[str, ...]


def complete(text: str, classes: Sequence[str]) -> Completion:
    """Return how the last word of a text may go on.

    Args:
        text: up to the cursor.
        classes: names of the project's classes.
    """
    start = _last_word(text)
    word = text[start:]
    keyword, colon, value = word.partition(":")
    keyword = keyword.casefold()
    if not colon:
        words = [f"{name}:" for name in KEYWORDS]
    elif keyword in _WORDS:
        words = [f"{keyword}:{name}" for name in _WORDS[keyword]]
    elif keyword == "label":
        words = [f"label:{value_text(name)}" for name in classes]
    elif keyword == "boxes":
        words = [f"boxes:{bounds}" for bounds in _RANGES["boxes"]]
    elif keyword == "score":
        of_class = value.rpartition(":")[0]
        before = f"score:{of_class}:" if of_class else "score:"
        words = [f"{before}{bounds}" for bounds in _RANGES["score"]]
        words += [] if of_class else [f"score:{value_text(name)}:" for name in classes]
    else:
        words = []
    fitting = [one for one in words if _begins(one, word) and one != word]
    return Completion(start, tuple(fitting) if word else ())


def _begins(whole: str, typed: str) -> bool:
    # A class name with spaces is found by its letters too: label:ca finds label:"cat tree".
    plain = typed.casefold().replace('"', "")
    return whole.casefold().replace('"', "").startswith(plain)


def _last_word(text: str) -> int:
    """Return where the last word begins: after a space, parenthesis or minus outside quotes."""
    start, in_quotes = 0, False
    for at, sign in enumerate(text):
        if sign == '"':
            in_quotes = not in_quotes
        elif not in_quotes and (sign.isspace() or sign in "()" or (sign == "-" and at == start)):
            start = at + 1
    return start
