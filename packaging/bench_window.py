"""Measures the real window on a large project: `python packaging/bench_window.py PROJECT`.

Prints the time to the first paint, to a usable window and to a filled list, memory, the longest time in which the event
loop did not answer, and how long filtering, ordering and the next image take. Beside each time stands the processor
time of all of the program's threads: on a machine that is busy with other things it tells more. `make_large_project.py`
makes such a project. It needs no display; the settings and thumbnails of the run live in a temporary folder.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter(), time.process_time()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from collections.abc import Callable  # noqa: E402
from dataclasses import asdict, dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from wsl_annotator.gui.app import make_application, make_desk  # noqa: E402
from wsl_annotator.gui.desk import Desk  # noqa: E402
from wsl_annotator.gui.services.child import Children  # noqa: E402

BEAT_MS = 2
WAIT_S = 300.0
QUERIES = (
    "photo09",
    "name:*77*.jpg",
    'label:"class 03"',
    "score:0.2-0.5",
    "boxes:0 -is:searched",
    '(label:"class 01" or state:proposed) -status:verified',
    "is:disagreement",
)
ORDERS = range(1, 7)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, or the time between two.

    Attributes:
        wall_s: on the wall's clock, in seconds.
        cpu_s: processor time of all threads of this process, in seconds.
    """

    wall_s: float
    cpu_s: float

    def since(self, before: Moment) -> Moment:
        """Return the time from `before` to this."""
        return Moment(round(self.wall_s - before.wall_s, 4), round(self.cpu_s - before.cpu_s, 4))


def now() -> Moment:
    """Return the present."""
    return Moment(time.perf_counter(), time.process_time())


class Heart(QObject):
    """Beats while the event loop runs, and remembers the longest pause by either clock."""

    def __init__(self) -> None:
        super().__init__()
        self._last = now()
        self._worst = Moment(0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        present = now()
        gap = present.since(self._last)
        self._worst = Moment(max(self._worst.wall_s, gap.wall_s), max(self._worst.cpu_s, gap.cpu_s))
        self._last = present

    def restart(self) -> None:
        """Forget the longest pause."""
        self._last, self._worst = now(), Moment(0.0, 0.0)

    def worst(self) -> Moment:
        """Return the longest pause since the last restart."""
        self._beat()
        return self._worst


class Eye(QObject):
    """Notes which image the canvas was painted with last: a picture that is set is not yet one that is seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.image_id = 0
        desk.canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look for paintings of the canvas."""
        if event.type() == QEvent.Type.Paint:
            self.image_id = self._desk.view._shown_id
        return super().eventFilter(watched, event)


def pause(milliseconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()


def time_until(condition: Callable[[], bool], since: Moment) -> Moment:
    """Run the event loop until something holds; return the time since then."""
    end = time.perf_counter() + WAIT_S
    while not condition():
        if time.perf_counter() > end:
            raise SystemExit("the window did not come so far in time")
        pause(1)
    return now().since(since)


def memory_mb() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


def worst_of(times: list[Moment]) -> Moment:
    """Return the longest time by either clock."""
    return Moment(max(one.wall_s for one in times), max(one.cpu_s for one in times))


def median_of(times: list[Moment]) -> Moment:
    """Return the median time by either clock."""
    middle = len(times) // 2
    return Moment(sorted(one.wall_s for one in times)[middle], sorted(one.cpu_s for one in times)[middle])


class Bench:
    """One run."""

    def __init__(self, desk: Desk, project: Path) -> None:
        self.desk = desk
        self.project = project
        self.heart = Heart()
        self.eye = Eye(desk)
        self.figures: dict[str, object] = {}

    def shown(self) -> bool:
        """Whether the current image's picture is painted."""
        image, scene = self.desk.session.image, self.desk.canvas.canvas_scene
        return image is not None and scene.width == image.width and self.eye.image_id == image.id

    def empty_mb(self) -> float:
        """Return the memory of a window without a project, once the network's process is ready."""
        self.desk.window.show()
        time_until(lambda: self.desk.propose.warmed_up and not self.desk.network.busy, now())
        used = memory_mb()
        self.desk.shut_down()
        return used

    def start(self) -> None:
        """Open window and project as a user does."""
        desk, figures = self.desk, self.figures
        painted: list[Moment] = []
        desk.window.painted.connect(lambda: painted.append(now()))
        desk.window.show()
        time_until(lambda: bool(painted), now())
        figures["first paint"] = painted[0].since(Moment(*STARTED))
        opened = now()
        desk.projects.open_path(self.project)
        figures["usable after opening"] = time_until(self.shown, opened)
        figures["list filled after opening"] = time_until(lambda: len(desk.images.table) > 0, opened)
        figures["all known after opening"] = time_until(lambda: not desk.queue.busy, opened)
        figures["images"] = len(desk.images.table)
        time_until(lambda: desk.propose.warmed_up and not desk.network.busy, opened)
        figures["worst gap at the start, network loading"] = self.heart.worst()

    def open_again(self) -> None:
        """Open the project a second time, now that the network is loaded."""
        desk, figures = self.desk, self.figures
        desk.projects.close_project()
        pause(500)
        self.heart.restart()
        opened = now()
        desk.projects.open_path(self.project)
        figures["usable after opening again"] = time_until(self.shown, opened)
        figures["worst gap at opening"] = self.heart.worst()
        self.heart.restart()
        figures["list filled after opening again"] = time_until(lambda: len(desk.images.table) > 0, opened)
        figures["all known after opening again"] = time_until(lambda: not desk.queue.busy, opened)
        pause(300)
        figures["worst gap while filling"] = self.heart.worst()
        figures["memory MB"] = memory_mb()

    def scroll(self) -> None:
        """Scroll through all of the list, page by page and in leaps."""
        bar = self.desk.image_panel.list.verticalScrollBar()
        self.heart.restart()
        for step in range(150):
            bar.setValue(step * 60)
            pause(8)
        for step in range(150):
            bar.setValue(bar.maximum() * step // 149)
            pause(8)
        self.figures["worst gap while scrolling"] = self.heart.worst()
        bar.setValue(0)

    def filter_and_order(self) -> None:
        """Type some queries and choose every order."""
        desk, times, gaps = self.desk, {}, []
        for query in QUERIES:
            self.heart.restart()
            asked = now()
            desk.image_panel.filter.setText(query)
            desk.image_panel.query._on_submitted()
            times[query] = time_until(lambda: not desk.queue.busy, asked)
            pause(60)
            gaps.append(self.heart.worst())
        desk.image_panel.filter.clear()
        time_until(lambda: not desk.queue.busy, now())
        bar = desk.image_panel.queue
        for by_class in (False, True):
            bar.by_class.setChecked(by_class)
            for index in ORDERS:
                bar.order.setCurrentIndex(index)
                self.heart.restart()
                asked = now()
                bar._on_chosen()
                name = f"{bar.order.currentText()}{', class by class' if by_class else ''}"
                times[name] = time_until(lambda: not desk.queue.busy, asked)
                pause(60)
                gaps.append(self.heart.worst())
        self.figures["filter and order"] = times
        self.figures["worst gap while filtering and ordering"] = worst_of(gaps)
        bar.by_class.setChecked(False)
        bar.order.setCurrentIndex(0)
        bar._on_chosen()
        time_until(lambda: not desk.queue.busy, now())

    def step(self) -> None:
        """Go to the next image with the picture decoded ahead, and to far ones."""
        desk = self.desk
        desk.lists.show_place(100)
        time_until(self.shown, now())
        ahead, far, near, verified = [], [], [], []
        for _ in range(12):
            pause(700)
            pressed = now()
            QTest.keyClick(desk.canvas, Qt.Key.Key_D)
            ahead.append(time_until(self.shown, pressed))
        for place in range(1, 13):
            asked = now()
            desk.lists.show_place(place * 11_000 % len(desk.images.table))
            far.append(time_until(self.shown, asked))
            image = desk.session.image
            time_until(lambda image=image: image is not None and desk.decode.known(image.id) is not None, asked)
            pause(300)
            self.heart.restart()
            desk.canvas.set_zoom(1.0)
            pause(50)
            near.append(self.heart.worst())
            desk.canvas.fit()
        for _ in range(8):
            pause(500)
            self.heart.restart()
            QTest.keyClick(desk.canvas, Qt.Key.Key_Space)
            time_until(self.shown, now())
            pause(50)
            verified.append(self.heart.worst())
        self.figures["next image decoded ahead, median"] = median_of(ahead)
        self.figures["far image, median"] = median_of(far)
        self.figures["far image, slowest"] = worst_of(far)
        self.figures["worst gap at a look at 100 %"] = worst_of(near)
        self.figures["worst gap at Space"] = worst_of(verified)
        for _ in verified:
            desk.stack.undo()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="wsl-annotator-bench-") as work:
        os.environ["XDG_CACHE_HOME"] = work
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, work)
        measure()


def measure() -> None:
    """Measure and print, with settings and thumbnails in a folder of the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--empty", action="store_true", help="open no project and print the memory in MB")
    args = parser.parse_args()
    children = Children()
    bench = Bench(make_desk(make_application(), children), args.project)
    if args.empty:
        print(bench.empty_mb())
        children.close()
        return
    bench.figures["load"] = round(os.getloadavg()[0], 2)
    try:
        bench.start()
        bench.open_again()
        bench.scroll()
        bench.filter_and_order()
        bench.step()
    finally:
        bench.desk.shut_down()
        children.close()
    again = [sys.executable, __file__, str(args.project), "--empty"]
    empty = subprocess.run(again, check=True, capture_output=True, text=True)
    bench.figures["memory without a project MB"] = float(empty.stdout)
    bench.figures["load at the end"] = round(os.getloadavg()[0], 2)
    if args.json:
        print(json.dumps(bench.figures, default=asdict))
        return
    print(f"{'':70} {'wall s':>9} {'cpu s':>9}")
    for name, figure in bench.figures.items():
        for inner, value in figure.items() if isinstance(figure, dict) else (("", figure),):
            text = f"{value.wall_s:9.3f} {value.cpu_s:9.3f}" if isinstance(value, Moment) else f"{value:>9}"
            print(f"{name + (': ' + inner if inner else ''):70} {text}")


if __name__ == "__main__":
    main()
