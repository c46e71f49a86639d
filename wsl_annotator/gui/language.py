"""The language of the window: which translations are loaded before anything is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from wsl_annotator.core.paths import resource

SOURCE_LANGUAGE = "en"


def translation_file(folder: Path, language: str) -> Path:
    """Return where the texts of a language are, whether they are there or not."""
    return folder / f"wsl_annotator_{language}.qm"


def spoken_language(choice: str, folder: Path) -> str:
    """Return the code of the language to speak.

    Args:
        choice: `system`, or the code of a language.
        folder: of the translations.

    Returns:
        The chosen language, or the first of the system's, for which there are texts; else English.
    """
    wanted = [name.partition("-")[0] for name in QLocale.system().uiLanguages()] if choice == "system" else [choice]
    return next((name for name in wanted if translation_file(folder, name).is_file()), SOURCE_LANGUAGE)


def install_language(app: QApplication, choice: str, *, folder: Path | None = None) -> list[QTranslator]:
    """Let the application speak a language; return its translators, the one that is asked first last.

    Args:
        app: to speak.
        choice: `system`, or the code of a language.
        folder: of the translations; None for the shipped ones.
    """
    folder = resource("i18n") if folder is None else folder
    language = spoken_language(choice, folder)
    # English has texts too: its plurals. They also stand in where another language lacks one.
    read = [_read(app, translation_file(folder, SOURCE_LANGUAGE))]
    own = _read(app, translation_file(folder, language)) if language != SOURCE_LANGUAGE else None
    if own is not None:
        # Qt's words alone would make half a language.
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        read += [_read(app, qt_folder / f"qtbase_{language}.qm"), own]
    installed = [translator for translator in read if translator is not None]
    for translator in installed:
        app.installTranslator(translator)
    return installed


def _read(app: QApplication, path: Path) -> QTranslator | None:
    """Return the texts of a file; None where it is missing or none."""
    translator = QTranslator(app)
    return translator if path.is_file() and translator.load(str(path)) else None
