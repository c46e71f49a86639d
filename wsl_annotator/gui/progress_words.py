"""What running work says of itself, in the user's language: below the window every sentence is English."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wsl_annotator.gui.sentences import in_users_language

_SENTENCES = (
    QT_TRANSLATE_NOOP("Progress", "finished"),
    QT_TRANSLATE_NOOP("Progress", "reading the images"),
    QT_TRANSLATE_NOOP("Progress", "heat maps"),
    QT_TRANSLATE_NOOP("Progress", "level {0} of {1}"),
    QT_TRANSLATE_NOOP("Progress", "scale {0}"),
    QT_TRANSLATE_NOOP("Progress", "frame {0} of {1}"),
    QT_TRANSLATE_NOOP("Progress", "epoch {0} of {1}, loss {2}, mAP {3}"),
    QT_TRANSLATE_NOOP("Progress", "epoch {0} of {1}, loss {2}"),
    QT_TRANSLATE_NOOP("Progress", "Downloading {0}"),
)
_PATTERNS = tuple((text, re.compile(re.sub(r"\\\{\d\\\}", r"(\\S+)", re.escape(text)))) for text in _SENTENCES)


def progress_text(message: str) -> str:
    """Return a message of a job in the user's language; what is not known, such as a file's name, stays as it is."""
    name, colon, said = message.rpartition(": ")
    for text, pattern in _PATTERNS:
        match = pattern.fullmatch(said)
        if match:
            return name + colon + QCoreApplication.translate("Progress", text).format(*match.groups())
    return in_users_language(message)
