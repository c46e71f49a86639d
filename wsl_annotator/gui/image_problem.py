"""What is said in the place of a picture that cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wsl_annotator.gui.action_set import ActionSet
from wsl_annotator.gui.messages import Level, Message, message_of


def problem_of(error: BaseException, actions: ActionSet) -> Message:
    """Return why there is no picture; where its file is gone, which action looks for moved images."""
    message = message_of(error)
    hint = message.hint
    if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
        name = actions["locate_images"].text().replace("&", "").rstrip("…")
        hint = QCoreApplication.translate(
            "ImageProblem", "Were the images moved? “{0}” in the menu File finds them in their new folder."
        ).format(name)
    return Message(Level.ERROR, message.text, hint)
