"""Parts of sentences: a cause, a count, a place."""

from __future__ import annotations


def phrase(text: str) -> str:
    """Return a text as it is.

    The mark of a part that is put into a sentence elsewhere: whole sentences are found by their look, parts are not.
    packaging/read_sentences.py collects both, and the window says them in its user's language.

    Args:
        text: English; a literal or an f-string.
    """
    return text
