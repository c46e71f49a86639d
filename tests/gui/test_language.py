"""The language: chosen in the menu, spoken from the next start on, English where a translation is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, isolate_settings, open_desk
from wsl_annotator.core.paths import resource
from wsl_annotator.gui.language import install_language, spoken_language
from wsl_annotator.gui.settings import Settings, stored_language

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}">
<context><name>Actions</name>
<message><source>&amp;File</source><translation>{file}</translation></message>
</context>
</TS>
"""

QT_GERMAN = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_de.qm"


def write_translation(folder: Path, language: str, file_menu: str) -> None:
    """Compile a translation of one text."""
    folder.mkdir(exist_ok=True)
    ts = folder / f"wsl_annotator_{language}.ts"
    ts.write_text(TS.format(language=language, file=escape(file_menu)), encoding="utf-8")
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([program, "-silent", ts, "-qm", ts.with_suffix(".qm")], check=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_translation(tmp_path / "i18n", "en", "&File!")
    write_translation(tmp_path / "i18n", "de", "&Datei")
    return tmp_path / "i18n"


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def file_menu() -> str:
    return QCoreApplication.translate("Actions", "&File")


def cancel_button() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_that_the_chosen_language_is_spoken(app: QApplication, folder: Path) -> None:
    install_language(app, "de", folder=folder)
    assert file_menu() == "&Datei"


@pytest.mark.skipif(not QT_GERMAN.is_file(), reason="this PySide6 ships no German")
def test_that_qts_own_words_are_in_the_same_language(app: QApplication, folder: Path) -> None:
    install_language(app, "en", folder=folder)
    assert cancel_button() == "Cancel"
    install_language(app, "de", folder=folder)
    assert cancel_button() == "Abbrechen"


def test_that_a_text_without_a_translation_is_the_english_one(app: QApplication, folder: Path) -> None:
    install_language(app, "de", folder=folder)
    assert QCoreApplication.translate("Actions", "&Edit") == "&Edit"


def test_that_english_is_spoken_where_the_translation_is_missing(app: QApplication, folder: Path) -> None:
    (folder / "wsl_annotator_de.qm").unlink()
    assert spoken_language("de", folder) == "en"
    install_language(app, "de", folder=folder)
    assert file_menu() == "&File!"
    assert cancel_button() == "Cancel"


def test_that_a_broken_translation_leaves_english(app: QApplication, folder: Path) -> None:
    (folder / "wsl_annotator_de.qm").write_bytes(b"no translation")
    install_language(app, "de", folder=folder)
    assert file_menu() == "&File!"
    assert cancel_button() == "Cancel"


@pytest.mark.parametrize(
    ("of_the_system", "spoken"),
    [(["de-AT", "de", "en"], "de"), (["fr-FR", "de-DE"], "de"), (["en-US", "de"], "en"), (["fr"], "en"), ([], "en")],
)
def test_that_the_systems_first_language_with_texts_is_spoken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, of_the_system: list[str], spoken: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: of_the_system)
    assert spoken_language("system", folder) == spoken


def test_that_english_has_its_texts() -> None:
    assert (resource("i18n") / "wsl_annotator_en.qm").is_file()


# the menu


def test_that_a_language_is_stored_and_told_to_come_with_the_next_start(hands: Hands) -> None:
    actions, bar = hands.desk.actions, hands.desk.window.message_bar
    assert actions["language_system"].isChecked()
    before = [action.text() for action in actions]
    actions["language_de"].trigger()
    assert stored_language() == "de"
    assert "started again" in bar.text
    assert [action.text() for action in actions] == before
    actions["language_system"].trigger()
    assert stored_language() == "system"
    assert "stays" in bar.text


def test_that_the_chosen_language_is_marked_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as hands:
        hands.desk.actions["language_de"].trigger()
    with open_desk(qtbot, tmp_path) as hands:
        assert hands.desk.actions["language_de"].isChecked()
        assert not hands.desk.actions["language_system"].isChecked()
        assert hands.desk.window.message_bar.text == ""


def test_that_an_unknown_language_becomes_the_systems(tmp_path: Path) -> None:
    isolate_settings(tmp_path)
    settings = Settings()
    settings._store.setValue("view/language", "klingon")
    settings.sync()
    assert stored_language() == "system"
    assert settings.language == "system"
    assert "defaults" in settings.notice


START = """
import sys
from pathlib import Path
from xml.sax.saxutils import escape
from PySide6.QtCore import QCoreApplication, QSettings
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from wsl_annotator.gui import language
from wsl_annotator.gui.app import make_application
from wsl_annotator.gui.settings import Settings
language.resource = lambda name: Path(sys.argv[2])
settings = Settings()
settings.language = sys.argv[3]
settings.sync()
app = make_application()
print(QCoreApplication.translate("Actions", "&File"))
"""


@pytest.mark.parametrize(("choice", "text"), [("de", "&Datei"), ("en", "&File!")])
def test_that_the_program_starts_in_the_stored_language(tmp_path: Path, folder: Path, choice: str, text: str) -> None:
    environment = os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "fr"}
    command = [sys.executable, "-c", START, tmp_path / "settings", folder, choice]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == text
