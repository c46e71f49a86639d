"""Parts of sentences: a cause, a count, a place, a time."""

from __future__ import annotations

from datetime import datetime


def phrase(text: str) -> str:
    """Return a text as it is.

    The mark of a part that is put into a sentence elsewhere: whole sentences are found by their look, parts are not.
    packaging/read_sentences.py collects both, and the window says them in its user's language.

    Args:
        text: English; a literal or an f-string.
    """
    return text


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun, `1 image` or `4 images`: for sentences of the terminal, which are English.

    Args:
        count: how many.
        one: the noun, and what else changes with it, where there is one.
        many: the same where there are none or several.
    """
    return f"{count} {one if count == 1 else many}"


def local_minute(moment: str) -> str:
    """Return an ISO 8601 time as date, hour and minute where the reader is; a text that is no time as it is."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return moment
