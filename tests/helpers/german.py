"""Lets the program speak German, or whatever a translator says, for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from wsl_annotator.core.paths import resource

QT = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
GERMAN = (QT / "qtbase_de.qm", resource("i18n", "wsl_annotator_de.qm"))


@contextmanager
def speaking(*translators: QTranslator) -> Iterator[None]:
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)


@contextmanager
def in_german() -> Iterator[None]:
    translators = [QTranslator() for _ in GERMAN]
    assert all(translator.load(str(path)) for translator, path in zip(translators, GERMAN, strict=True))
    with speaking(*translators):
        yield
