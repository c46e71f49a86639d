"""The worker threads: one end for every job, nothing heard of dropped ones, clean ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.helpers.job_log import JobLog
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.canvas.image_item import copies_of, half_of
from wsl_annotator.gui.services import decode_jobs
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.imaging.decode import DecodedImage


@dataclass(frozen=True)
class Count(Job):
    """Counts until it is cancelled or done."""

    steps: int = 3
    pause_s: float = 0.0
    fail: BaseException | None = None

    def run(self, bench: Bench) -> int:
        for step in range(self.steps):
            bench.cancel.raise_if_cancelled()
            time.sleep(self.pause_s)
            bench.produce(step)
            bench.progress(Progress(step + 1, self.steps))
        if self.fail is not None:
            raise self.fail
        return self.steps


@dataclass(frozen=True)
class Report(Job):
    """A verb that knows nothing of cancelling, and only says how far it is."""

    steps: int

    def run(self, bench: Bench) -> int:
        for step in range(self.steps):
            time.sleep(0.002)
            bench.progress(Progress(step + 1, self.steps))
        return self.steps


@dataclass(frozen=True)
class Must(Job):
    """Work that is stored although the window closes."""

    must_run: ClassVar[bool] = True
    done: list[int]

    def run(self, bench: Bench) -> None:
        time.sleep(0.02)
        self.done.append(threading.get_ident())


@pytest.fixture
def service(qtbot) -> Iterator[JobService]:
    service = JobService("test")
    yield service
    assert service.stop()


def test_that_a_job_gives_its_parts_then_one_end_on_the_main_thread(qtbot, service: JobService) -> None:
    log = JobLog(service)
    job = service.submit(Count())
    qtbot.waitUntil(lambda: not service.busy)
    assert log.produced == [(job, 0), (job, 1), (job, 2)]
    assert log.ends == [("done", job, 3)]
    assert log.threads == {QApplication.instance().thread()}


@pytest.mark.parametrize("error", [NetworkError("no"), RuntimeError("boom"), MemoryError()])
def test_that_a_failing_job_fails_once_and_the_thread_goes_on(qtbot, service: JobService, error, caplog) -> None:
    log = JobLog(service)
    first, second = service.submit(Count(fail=error)), service.submit(Count())
    qtbot.waitUntil(lambda: not service.busy)
    assert log.ends == [("failed", first, error), ("done", second, 3)]


def test_that_a_cancelled_job_ends_as_cancelled(qtbot, service: JobService) -> None:
    log = JobLog(service)
    job = service.submit(Count(steps=1000, pause_s=0.005))
    qtbot.waitUntil(lambda: bool(log.produced))
    service.cancel(job)
    qtbot.waitUntil(lambda: not service.busy)
    assert log.ends == [("cancelled", job, None)]


def test_that_a_job_that_only_reports_its_progress_is_cancelled_too(qtbot, service: JobService) -> None:
    log = JobLog(service)
    job = service.submit(Report(steps=5_000))
    service.cancel(job)
    qtbot.waitUntil(lambda: not service.busy)
    assert log.ends == [("cancelled", job, None)]
    slow = service.submit(Report(steps=5_000))
    qtbot.wait(30)
    service.cancel(slow)
    qtbot.waitUntil(lambda: not service.busy, timeout=2_000)
    assert log.ends[1:] == [("cancelled", slow, None)]


def test_that_nothing_is_heard_of_a_dropped_job(qtbot, service: JobService) -> None:
    log = JobLog(service)
    stale = service.submit(Count(steps=40, pause_s=0.005))
    qtbot.waitUntil(lambda: bool(log.produced))
    service.drop(stale)
    heard = len(log.produced)
    fresh = service.submit(Count())
    qtbot.waitUntil(lambda: not service.busy)
    assert len(log.produced) == heard + 3
    assert log.ends == [("done", fresh, 3)]


def test_that_stopping_cancels_what_runs_and_still_stores_what_is_finished(qtbot) -> None:
    service = JobService("test")
    log = JobLog(service)
    stored: list[int] = []
    service.submit(Count(steps=10_000, pause_s=0.005))
    for _ in range(3):
        service.submit(Must(stored))
    qtbot.waitUntil(lambda: bool(log.produced))
    start = time.monotonic()
    assert service.stop(5000)
    assert time.monotonic() - start < 2
    assert len(stored) == 3
    assert log.ends == []


@dataclass(frozen=True)
class Urgent(Job):
    """What a person waits for."""

    urgent: ClassVar[bool] = True
    fail: BaseException | None = None

    def run(self, bench: Bench) -> str:
        bench.cancel.raise_if_cancelled()
        if self.fail is not None:
            raise self.fail
        return "now"


@dataclass(frozen=True)
class Polite(Job):
    """Long work that gives way after each step."""

    steps: int

    def run(self, bench: Bench) -> list[int]:
        done = []
        for step in range(self.steps):
            time.sleep(0.01)
            bench.give_way()
            bench.produce(step)
            done.append(step)
        return done


def test_that_an_urgent_job_runs_inside_one_that_gives_way_which_then_loses_nothing(qtbot, service: JobService) -> None:
    log = JobLog(service)
    long, waiting = service.submit(Polite(40)), service.submit(Count())
    qtbot.waitUntil(lambda: bool(log.produced))
    first, second = service.submit(Urgent()), service.submit(Urgent(fail=NetworkError("no")))
    qtbot.waitUntil(lambda: not service.busy)
    assert [end[:2] for end in log.ends] == [("done", first), ("failed", second), ("done", long), ("done", waiting)]
    assert log.ends[2][2] == list(range(40))
    assert [value for job, value in log.produced if job == long] == list(range(40))
    assert log.threads == {QApplication.instance().thread()}


def test_that_an_urgent_job_goes_before_what_waits_where_nothing_gives_way(qtbot, service: JobService) -> None:
    log = JobLog(service)
    service.submit(Count(steps=3, pause_s=0.02))
    urgent = service.submit(Urgent())
    qtbot.waitUntil(lambda: not service.busy)
    assert ("done", urgent, "now") in log.ends
    alone = service.submit(Urgent())
    qtbot.waitUntil(lambda: not service.busy)
    assert log.ends[-1] == ("done", alone, "now")


def test_that_a_dropped_urgent_job_is_never_heard_of_and_stopping_drops_those_that_wait(qtbot) -> None:
    service = JobService("test")
    log = JobLog(service)
    service.submit(Polite(200))
    qtbot.waitUntil(lambda: bool(log.produced))
    service.drop(service.submit(Urgent()))
    qtbot.wait(50)
    assert log.ends == []
    service.submit(Urgent())
    assert service.stop()
    assert log.ends == []


def test_that_a_decoded_image_is_given_at_once_the_second_time(qtbot, squares: Path) -> None:
    service = DecodeService()
    seen: list[tuple[int, int]] = []
    service.decoded.connect(lambda image_id, image: seen.append((image_id, image.width)))
    path = squares.parent / "images" / "square_00.png"
    service.request(1, path)
    qtbot.waitUntil(lambda: bool(seen))
    service.request(1, path)
    assert seen == [(1, 64), (1, 64)]
    assert all(jobs.stop() for jobs in service.services)


@pytest.mark.parametrize("size", [(1000, 1600), (1101, 1003)])
def test_that_a_large_image_comes_with_its_halves_and_a_small_one_as_it_is_painted(qtbot, tmp_path: Path, size) -> None:
    rgb = np.random.default_rng(1).integers(0, 256, (*size, 3), dtype=np.uint8)
    Image.fromarray(rgb).save(tmp_path / "large.png")
    Image.fromarray(rgb[:300, :300]).save(tmp_path / "small.png")
    service = DecodeService()
    for number, name in enumerate(("large.png", "small.png"), 1):
        service.prefetch([(number, tmp_path / name)])
    qtbot.waitUntil(lambda: service.known(2) is not None)
    (half,) = service.copies(1)
    whole = QImage(rgb.data, size[1], size[0], 3 * size[1], QImage.Format.Format_RGB888)
    assert half == half_of(whole.convertToFormat(QImage.Format.Format_RGB32))
    (small,) = service.copies(2)
    assert small.format() == QImage.Format.Format_RGB32
    assert small == whole.copy(0, 0, 300, 300).convertToFormat(QImage.Format.Format_RGB32)
    assert service.copies(3) == ()
    assert all(jobs.stop() for jobs in service.services)


def test_that_the_decoded_images_kept_stay_within_their_memory(qtbot, tmp_path: Path, monkeypatch) -> None:
    rgb = np.random.default_rng(1).integers(0, 256, (200, 300, 3), dtype=np.uint8)
    Image.fromarray(rgb).save(tmp_path / "one.png")
    ready = rgb.nbytes + sum(copy.sizeInBytes() for copy in copies_of(rgb))
    monkeypatch.setattr("wsl_annotator.gui.services.decode_service.CACHE_BYTES", 2 * ready)
    service = DecodeService()
    service.prefetch([(number, tmp_path / "one.png") for number in (1, 2, 3, 4)])
    qtbot.waitUntil(lambda: service.known(4) is not None)
    assert [number for number in (1, 2, 3, 4) if service.known(number) is not None] == [3, 4]
    assert all(jobs.stop() for jobs in service.services)


def test_that_a_broken_image_fails_with_a_sentence_that_names_it(qtbot, tmp_path: Path) -> None:
    service = DecodeService()
    failed: list[tuple[int, object]] = []
    service.failed.connect(lambda image_id, error: failed.append((image_id, error)))
    path = tmp_path / "empty.jpg"
    path.touch()
    service.request(5, path)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == 5
    assert "empty.jpg" in str(failed[0][1])
    assert all(jobs.stop() for jobs in service.services)


def test_that_what_one_waits_for_is_not_held_up_by_a_neighbour_and_neighbours_come_after_it(
    qtbot, squares: Path, monkeypatch
) -> None:
    held, go_on, order = threading.Event(), threading.Event(), []
    real = decode_jobs.load_upright

    def slow(path: Path, **options: int) -> DecodedImage:
        order.append(path.name)
        if path.name == "square_00.png":
            held.set()
            assert go_on.wait(60)
        return real(path, **options)

    monkeypatch.setattr(decode_jobs, "load_upright", slow)
    files = [squares.parent / "images" / f"square_0{number}.png" for number in range(4)]
    service = DecodeService()
    service.prefetch([(1, files[0]), (2, files[1])])
    assert held.wait(60)
    service.request(3, files[2])
    service.prefetch([(4, files[3])])
    qtbot.waitUntil(lambda: service.known(3) is not None)
    go_on.set()
    qtbot.waitUntil(lambda: service.known(4) is not None)
    assert order == ["square_00.png", "square_02.png", "square_03.png"]
    assert service.known(2) is None
    assert all(jobs.stop() for jobs in service.services)


def test_that_thumbnails_come_later_and_broken_ones_are_asked_for_once(qtbot, squares: Path) -> None:
    service = ThumbnailService()
    ready: list[int] = []
    service.ready.connect(ready.append)
    assert service.pixmap(1, squares.parent / "images" / "square_00.png") is None
    assert service.pixmap(2, squares.parent / "missing.png") is None
    qtbot.waitUntil(lambda: ready == [1] and service.is_broken(2))
    assert service.pixmap(1, Path()).width() > 0
    assert service.pixmap(2, squares.parent / "missing.png") is None
    assert not service.jobs.busy
    assert service.jobs.stop()
