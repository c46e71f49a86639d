"""Makes docs/screenshots from the real window on the sample project: `python packaging/screenshots.py [FOLDER]`.

Needs no display. The settings and the project live in a temporary folder.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

if "--visible" not in sys.argv:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_SCALE_FACTOR", "1.5")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QSettings, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from wsl_annotator.core.boxes import Box  # noqa: E402
from wsl_annotator.core.paths import resource  # noqa: E402
from wsl_annotator.gui.app import make_application, make_desk  # noqa: E402
from wsl_annotator.gui.desk import Desk  # noqa: E402
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog  # noqa: E402
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog  # noqa: E402
from wsl_annotator.gui.dialogs.sheets import KeySheet  # noqa: E402
from wsl_annotator.workflow.demo import build_sample  # noqa: E402
from wsl_annotator.workflow.review import image_proposals  # noqa: E402

SIZE = (1360, 850)
WAIT_S = 600.0


def pause(milliseconds: int) -> None:
    """Let the window paint and its threads report."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Wait for something, at most ten minutes."""
    end = time.monotonic() + WAIT_S
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("the window did not come so far in time")
        pause(50)


def over(window: QWidget, dialog: QWidget) -> QPixmap:
    """Return the window with a dialog in its middle, as a window manager shows it."""
    dialog.ensurePolished()
    dialog.adjustSize()
    dialog.show()
    pause(300)
    picture = window.grab()
    front = dialog.grab()
    dialog.hide()
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
    at = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(at, front)
    painter.end()
    return picture


def fits(desk: Desk, image_id: int) -> dict[str, float]:
    """Return the overlap of each proposal of an image with the best true box of its class, by the proposal's key."""
    project = desk.session.project
    if project is None:
        raise SystemExit("the sample is not open")
    truth = json.loads(resource("sample", "truth.json").read_text(encoding="utf-8"))
    name = Path(project.image(image_id).path).name
    number = next(image["id"] for image in truth["images"] if Path(image["file_name"]).name == name)
    classes = {category["id"]: category["name"] for category in truth["categories"]}
    true: dict[str, list[Box]] = {}
    for item in truth["annotations"]:
        if item["image_id"] == number:
            true.setdefault(classes[item["category_id"]], []).append(Box.from_xywh(*item["bbox"]))
    names = {record.id: record.name for record in project.classes()}
    return {
        proposal.key: max((proposal.box.iou(box) for box in true.get(names[proposal.class_id], [])), default=0.0)
        for proposal in image_proposals(project, image_id)
    }


def showcase(desk: Desk) -> tuple[int, str]:
    """Return the image with two or more proposals that fits the truth best, and its best proposal's key.

    The pictures show what it looks like when it goes well; the card of the network says how often it does.
    """
    found = {summary.id: fits(desk, summary.id) for summary in desk.images.summaries()}
    several = {image_id: overlaps for image_id, overlaps in found.items() if len(overlaps) > 1}
    best = max(several, key=lambda image_id: sum(several[image_id].values()) / len(several[image_id]))
    return best, max(several[best], key=lambda key: several[best][key])


def shoot(folder: Path, work: Path) -> list[Path]:
    """Drive the window and write the pictures; return their paths."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work))
    desk = make_desk(make_application())
    desk.windows.set_theme("light")
    window = desk.window
    window.resize(*SIZE)
    window.show()
    written: list[Path] = []

    def save(name: str, picture: QPixmap) -> None:
        path = folder / f"{name}.png"
        picture.save(str(path))
        written.append(path)

    pause(500)
    project = build_sample(work / "sample")
    desk.settings.add_recent(project)
    desk.windows.on_project_changed()
    pause(300)
    save("welcome", window.grab())
    desk.projects.open_path(project)
    until(lambda: desk.session.image is not None)
    desk.propose.propose(tuple(summary.id for summary in desk.images.summaries()))
    until(lambda: not desk.propose.running)
    print(window.message_bar.text, flush=True)
    image_id, key = showcase(desk)
    desk.lists.show_image(image_id)
    until(lambda: desk.canvas.canvas_scene.width > 0)
    window.message_bar.hide()
    desk.canvas.select(key)
    desk.review.accept()
    pause(800)
    save("main-light", window.grab())
    save("export", over(window, export_dialog(desk)))
    save("network", over(window, NetworkDialog(desk.settings.search, parent=window)))
    save("keys", over(window, KeySheet(desk.keys.keys, name=desk.keys.preset, parent=window)))
    desk.trace_dock.show()
    pause(300)
    desk.trace_panel.set_level(min(4, 16))
    pause(500)
    save("search", window.grab())
    desk.trace_dock.hide()
    desk.windows.set_theme("dark")
    pause(500)
    save("main-dark", window.grab())
    window.close()
    desk.shut_down()
    return written


def search_strip(target: Path) -> Path:
    """Write the levels of one exact search on a sample scene, side by side; return its path."""
    from wsl_annotator.core.config import PAPER
    from wsl_annotator.workflow.engine import EngineOptions, open_engine
    from wsl_annotator.workflow.inspect import inspect_image, write_strip

    engine = open_engine(EngineOptions(localizer=PAPER))
    write_strip(inspect_image(resource("sample", "images", "scene_09.jpg"), "pear", engine), target)
    return target


def export_dialog(desk: Desk) -> ExportDialog:
    """Return the export dialog for what was judged so far."""
    project = desk.session.project
    if project is None:
        raise SystemExit("the sample is not open")
    counts = Counter(record.state for record in project.all_boxes())
    return ExportDialog(folder=Path("/home/ada/export"), name="sample", counts=counts, parent=desk.window)


def main() -> int:
    """Write the pictures and list them."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(given[0]) if given else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wsl-annotator-screenshots-") as work:
        for path in shoot(folder, Path(work)):
            print(path)
    print(search_strip(folder / "strip.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
