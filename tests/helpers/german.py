"""Lets the program speak German, or whatever a translator says, for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, open_desk
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


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with in_german():
        yield


@pytest.fixture
def german_hands(german: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    with open_desk(qtbot, tmp_path) as hands:
        yield hands


@contextmanager
def in_german() -> Iterator[None]:
    translators = [QTranslator() for _ in GERMAN]
    assert all(translator.load(str(path)) for translator, path in zip(translators, GERMAN, strict=True))
    with speaking(*translators):
        yield
