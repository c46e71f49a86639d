"""Errors that a user can act on: one sentence that names the file, and the remedy."""

from __future__ import annotations


class WslError(Exception):
    """A known problem, told to the user in one sentence.

    Args:
        user_text: what happened, naming the file or option.
        hint: what to do about it; may be empty.
    """

    def __init__(self, user_text: str, hint: str = "") -> None:
        super().__init__(user_text)
        self.user_text = user_text
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.user_text} {self.hint}".strip()


class ImageError(WslError):
    """An image cannot be read or searched."""


class NetworkError(WslError):
    """A network or its weights cannot be used."""


class StoreError(WslError):
    """The project file refused an operation; what was committed before is intact."""


class FormatError(WslError):
    """A label or annotation file does not say what its format promises."""


class Cancelled(Exception):  # noqa: N818  (not an error)
    """The user cancelled; nothing is wrong."""
