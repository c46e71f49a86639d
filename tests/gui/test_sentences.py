"""What the rooms below the window say reaches the user in German, with the names of files as they are."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

import pytest
from make_translations import I18N, messages, sentences_file
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from read_sentences import templates

from tests.helpers.desk import Hands
from wsl_annotator.core.errors import WslError
from wsl_annotator.formats.readers import read_json
from wsl_annotator.gui.dialogs.sheets import ReportSheet
from wsl_annotator.gui.messages import Level, Message, message_of
from wsl_annotator.gui.panels.message_bar import MessageBar
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.imaging.decode import load_upright
from wsl_annotator.store.project import Project

ENGLISH = json.loads((I18N / "sentences.json").read_text(encoding="utf-8"))
TRANSLATED = {
    message.findtext("source", ""): message.findtext("translation", "")
    for context, message in messages(I18N / "wsl_annotator_de.ts")
    if context == "Sentences"
}
FIELD = re.compile(r"\{(\d+)\}")


def said_by(call, *arguments) -> str:
    """Return what a call that fails says, as the command line prints it."""
    with pytest.raises(WslError) as caught:
        call(*arguments)
    return str(caught.value)


def filled(template: str) -> str:
    """Return a template with a name in each field that is no word of any language."""
    return FIELD.sub(lambda place: f"/x{place[1]}/y.z", template)


# what is collected


def test_that_every_sentence_below_the_window_is_shipped_and_has_a_german_one() -> None:
    assert (I18N / "sentences.json").read_text(encoding="utf-8") == sentences_file(), "run make_translations.py"
    assert {text for text in ENGLISH if not TRANSLATED.get(text)} == set()


def test_that_a_planted_sentence_is_collected_and_that_a_developers_is_not(tmp_path: Path) -> None:
    package = tmp_path / "wsl_annotator"
    planted = {
        "gui/window.py": """
from wsl_annotator.store import book
raise WslError("The window is stuck.")
label.setText("Never. Not here.")
""",
        "core/errors.py": "class WslError(Exception): ...\n",
        "store/book.py": '''
"""A docstring is no sentence for people."""
class BookError(WslError): ...
raise BookError(f"The book {path} has {n} {'page' if n == 1 else 'pages'}", hint="Read on {there}.")
raise ValueError("A promise was broken.")
log.warning("It rains today.")
notes.append(f"{name!r} was torn: left out.")
cause = phrase(f"page {n}")
rows = database.rows("SELECT a FROM b WHERE c = ?")
''',
        "store/nobody_imports_this.py": 'raise WslError("Nobody reads this.")\n',
        "cli/train.py": 'console.notice("The whistle blew.")\nparser.add_argument("--x", help="Blow it now.")\n',
    }
    for name, text in planted.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, encoding="utf-8")
    found = set(templates(tmp_path))
    assert {text for text in found if text not in ENGLISH} == {
        "The book {0} has {1} page",
        "The book {0} has {1} pages",
        "Read on {0}.",
        "{0} was torn: left out.",
        "page {0}",
        "The window is stuck.",
        "The whistle blew.",
    }


# how it is said


def test_that_each_sentence_is_said_by_its_own_translation_with_its_fields(german: None) -> None:
    said = {template: in_users_language(filled(template)) for template in ENGLISH}
    assert said == {template: filled(TRANSLATED[template]) for template in ENGLISH}


def test_that_english_is_left_as_it_was(qapp: QApplication) -> None:
    texts = [filled(template) for template in ENGLISH]
    assert [in_users_language(text) for text in texts] == texts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("scene 1.jpg", "scene 1.jpg"),
        ("3 Boxen in 2 Bildern nach /x geschrieben.", "3 Boxen in 2 Bildern nach /x geschrieben."),
        (
            "The image /a. b/is cut.png does not exist. It was moved or deleted; put it back or leave it out.",
            "Das Bild /a. b/is cut.png gibt es nicht. Es wurde verschoben oder gelöscht; legen Sie es zurück, oder "
            "lassen Sie es weg.",
        ),
        (
            "a.png was left out: The image a.png is empty (0 bytes). Copy the file again, or leave it out.",
            "a.png wurde ausgelassen: Das Bild a.png ist leer (0 Bytes). Kopieren Sie die Datei noch einmal, oder "
            "lassen Sie sie weg.",
        ),
        (
            "The class 'cat' is still in use by 1 box, 3 search results, so it was not deleted.",
            "Die Klasse 'cat' wird noch benutzt (1 Box, 3 Suchergebnisse) und wurde daher nicht gelöscht.",
        ),
        (
            "/v.xml could not be written: the disk is full. Free some space or choose another folder. The file that "
            "was there is unchanged.",
            "/v.xml ließ sich nicht schreiben: der Datenträger ist voll. Schaffen Sie Platz, oder wählen Sie einen "
            "anderen Ordner. Die vorhandene Datei ist unverändert.",
        ),
        (
            "Classes cat, dog were searched in no image: left out of all means.",
            "Klassen cat, dog wurden in keinem Bild gesucht: aus allen Mittelwerten ausgelassen.",
        ),
        (
            "4 images of the truth (such as b.png) are not among the answers: not judged.",
            "4 Bilder der Wahrheit (zum Beispiel b.png) sind nicht unter den Antworten: nicht beurteilt.",
        ),
        (
            "Something was never heard of. The image a.png does not exist.",
            "Something was never heard of. The image a.png does not exist.",
        ),
    ],
)
def test_that_what_a_sentence_is_made_of_is_german_too(german: None, text: str, said: str) -> None:
    assert in_users_language(text) == said


def test_that_a_long_report_comes_in_german_a_part_at_a_time(german: None, qtbot: QtBot) -> None:
    place = "/photos/list.json, annotation {0} (id {0})"
    lines = [f"{place} has no bbox of four finite numbers: left out.".format(row) for row in range(1000)]
    sheet = ReportSheet(title="Einzelheiten", summary="Fertig.", lines=lines)
    qtbot.addWidget(sheet)
    document = sheet.lines.document()
    assert 1 < document.blockCount() < 200
    qtbot.waitUntil(lambda: document.blockCount() == 1000)
    said = sheet.lines.toPlainText().splitlines()
    assert said[7] == "/photos/list.json, Annotation 7 (id 7) hat keine bbox aus vier endlichen Zahlen: ausgelassen."
    assert said[-1].startswith("/photos/list.json, Annotation 999 (id 999) hat")


# real errors


def test_that_real_errors_come_in_german_with_the_name_of_the_file(german: None, tmp_path: Path, squares: Path) -> None:
    missing = tmp_path / "no such.png"
    empty = tmp_path / "empty.wsl"
    empty.write_bytes(b"not a project at all")
    torn = tmp_path / "torn.json"
    torn.write_text('{"images": [', encoding="utf-8")
    said = {
        said_by(load_upright, missing): f"Das Bild {missing} gibt es nicht. Es wurde verschoben oder gelöscht; legen "
        "Sie es zurück, oder lassen Sie es weg.",
        said_by(Project.open, empty): f"{empty} ist kein Projekt von WSL Annotator. Wählen Sie eine andere Datei, "
        "oder legen Sie ein neues Projekt an.",
        said_by(read_json, torn): f"{torn} ist kein gültiges JSON: hier fehlt ein Wert in Zeile 1, Spalte 13. "
        "Vielleicht ist sie abgeschnitten: Exportieren Sie sie noch einmal.",
    }
    assert {text: in_users_language(text) for text in said} == said


def test_that_a_locked_project_says_in_german_who_holds_it(german: None, squares: Path) -> None:
    with Project.open(squares):
        text = said_by(Project.open, squares)
    said = in_users_language(text)
    assert said.startswith(f"{squares} ist schon zum Bearbeiten geöffnet (WSL Annotator, Prozess {os.getpid()} auf ")
    assert said.endswith("Schließen Sie es dort, oder öffnen Sie das Projekt hier schreibgeschützt.")


def test_that_the_window_says_in_german_what_is_wrong(german_hands: Hands, squares: Path) -> None:
    window, desk = german_hands.desk.window, german_hands.desk
    broken = squares.with_name("broken.wsl")
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 200)
    desk.projects.open_path(broken)
    assert window.message_bar.text.startswith(f"{broken} ist kein Projekt von WSL Annotator. Wählen Sie ")
    german_hands.open(squares)
    desk.image_panel.query.edit.setText("label:dragon")
    german_hands.until(lambda: bool(desk.image_panel.query.error.text()))
    assert desk.image_panel.query.error.text() == "⚠ Eine Klasse dragon gibt es nicht (bei Zeichen 1)."


def test_that_a_locked_box_is_told_in_german(german_hands: Hands, squares: Path) -> None:
    german_hands.open(squares)
    german_hands.draw((10, 10), (30, 30))
    german_hands.key(Qt.Key.Key_K)
    german_hands.key(Qt.Key.Key_Delete)
    bar = german_hands.desk.window.message_bar
    hint = "Entsperren Sie sie zuerst: Bearbeiten > Box sperren."
    assert bar.text == f"Die Box ist gesperrt und wurde daher nicht verändert. {hint}"


def test_that_the_place_of_a_missing_picture_says_so_in_german(german_hands: Hands, squares: Path) -> None:
    gone = squares.parent / "images" / "square_01.png"
    gone.unlink()
    german_hands.open(squares)
    german_hands.key(Qt.Key.Key_D)
    german_hands.until(lambda: gone.name in german_hands.desk.area.problem)
    assert german_hands.desk.area.problem == f"Das Bild {gone} gibt es nicht."


def test_that_the_list_behind_a_message_is_german(german: None, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = MessageBar(page)
    page.show()
    said = "1 box of a.png (a.xml) reached outside it and was clipped."
    bar.show_message(Message(Level.WARNING, said, details=("a.xml holds no XML file.", "b.png")))
    with qtbot.waitSignal(bar.details_wanted) as told:
        bar.findChild(QPushButton).click()
    summary, lines = told.args
    sheet = ReportSheet(title="Einzelheiten", summary=summary, lines=lines)
    qtbot.addWidget(sheet)
    assert summary == "1 Box von a.png (a.xml) reichte darüber hinaus und wurde zugeschnitten."
    assert sheet.lines.toPlainText().splitlines() == ["a.xml enthält keine XML-Datei.", "b.png"]


@pytest.mark.parametrize("code", [errno.ENOENT, errno.EACCES, errno.ENOSPC])
def test_that_a_cause_of_the_system_is_german(german: None, code: int) -> None:
    said = message_of(OSError(code, os.strerror(code), "/data/a b.json")).text
    assert said.startswith("/data/a b.json: ")
    assert os.strerror(code) not in said
