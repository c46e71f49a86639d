"""Jobs in another process: the same ends as on a thread, and a window that outlives whatever happens there."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.job_log import JobLog
from tests.helpers.process_jobs import (
    Arrays,
    Deaf,
    Dies,
    Fails,
    GivesWhatCannotBeSent,
    Niceness,
    Says,
    Steps,
    Urgent,
    WhereAmI,
)
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.gui.services import process_worker
from wsl_annotator.gui.services.child import Child
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.process_worker import ProcessWorker

ROOT = Path(__file__).resolve().parents[2]
WAIT_MS = 60_000


class Office:
    """A service whose jobs run in a process, and what is heard of it."""

    def __init__(self, qtbot, child: Child) -> None:
        self.qtbot = qtbot
        self.child = child
        self.service = JobService("test", worker=ProcessWorker(child))
        self.log = JobLog(self.service)

    def do(self, job: Job) -> tuple[str, int, object]:
        """Run one job to its end."""
        self.service.submit(job)
        self.idle()
        return self.log.ends[-1]

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.service.busy, timeout=WAIT_MS)

    def until(self, condition) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def pid(self) -> int:
        """Return the number of the process, once it has run a job."""
        return self.do(WhereAmI())[2][0]

    def begin(self, job: Job) -> int:
        """Submit a job, and wait until it gave its first part."""
        heard = len(self.log.produced)
        number = self.service.submit(job)
        self.until(lambda: len(self.log.produced) > heard)
        return number


@pytest.fixture(scope="module", autouse=True)
def tests_can_be_imported() -> Iterator[None]:
    """Let the processes of this module find the jobs above."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))))
        yield


@pytest.fixture(scope="module")
def child(tests_can_be_imported: None) -> Iterator[Child]:
    child = Child("test")
    yield child
    child.close()


@pytest.fixture
def office(qtbot, child: Child) -> Iterator[Office]:
    office = Office(qtbot, child)
    yield office
    assert office.service.stop()


def test_that_jobs_run_in_one_process_with_neither_qt_nor_torch_and_find_their_shelf_again(office: Office) -> None:
    first, second = office.do(WhereAmI())[2], office.do(WhereAmI())[2]
    assert first[0] == second[0] == office.child.pid != os.getpid()
    assert first[1:3] == (False, False)
    assert second[3] == first[3] + 1


@pytest.mark.skipif(sys.platform == "win32", reason="priorities have other numbers")
def test_that_the_process_stands_back_behind_the_window(office: Office) -> None:
    assert office.do(Niceness())[2] == min(19, os.nice(0) + 10)


def test_that_parts_progress_and_one_end_come_in_order(office: Office) -> None:
    kind, job, result = office.do(Steps(3))
    assert (kind, result) == ("done", [0, 1, 2])
    assert office.log.produced == [(job, 0), (job, 1), (job, 2)]
    assert office.log.progress[-1] == (job, 3)
    assert len(office.log.ends) == 1


def test_that_arrays_arrive_whole_and_read_only_ones_stay_so(office: Office) -> None:
    rng = np.random.default_rng(1)
    pixels, fixed = rng.integers(0, 256, (1500, 2000, 3), dtype=np.uint8), rng.random((5, 4))
    fixed.flags.writeable = False
    back, fixed_back, writeable, fixed_writeable = office.do(Arrays(pixels, fixed))[2]
    assert np.array_equal(back, pixels)
    assert np.array_equal(fixed_back, fixed)
    assert (writeable, fixed_writeable) == (True, False)
    assert (back.flags.writeable, fixed_back.flags.writeable) == (True, False)


def test_that_a_known_error_comes_with_its_remedy_and_the_process_goes_on(office: Office, caplog) -> None:
    kind, _, error = office.do(Fails("known"))
    assert kind == "failed"
    assert isinstance(error, NetworkError)
    assert (error.user_text, error.hint) == ("net.py is no network.", "Choose another.")
    assert not caplog.records
    assert office.do(Steps(1))[0] == "done"


@pytest.mark.parametrize(("how", "kind", "text"), [("bug", ZeroDivisionError, "by zero"), ("odd", RuntimeError, "Odd")])
def test_that_an_unknown_error_comes_with_its_trace_in_the_log(office: Office, caplog, how, kind, text) -> None:
    _, _, error = office.do(Fails(how))
    assert isinstance(error, kind)
    assert text in str(error)
    assert "process_jobs.py" in caplog.text


def test_that_the_log_of_the_process_is_the_log_of_the_window(office: Office, caplog) -> None:
    office.do(Says("something"))
    assert ("wsl_annotator.tests", logging.WARNING, "something is said") in caplog.record_tuples


def test_that_a_cancelled_job_ends_as_cancelled_and_the_process_lives(office: Office) -> None:
    pid = office.pid()
    job = office.begin(Steps(10_000, pause_s=0.005))
    office.service.cancel(job)
    office.idle()
    assert office.log.ends[-1] == ("cancelled", job, None)
    assert office.pid() == pid


def test_that_a_job_cancelled_before_it_began_never_runs(office: Office) -> None:
    first, second = office.service.submit(Steps(20, pause_s=0.01)), office.service.submit(Steps(5))
    office.service.cancel(second)
    office.idle()
    assert [end[:2] for end in office.log.ends] == [("done", first), ("cancelled", second)]
    assert not [value for job, value in office.log.produced if job == second]


def test_that_an_urgent_job_runs_inside_one_that_gives_way_which_loses_nothing(office: Office) -> None:
    long, waiting = office.service.submit(Steps(60, pause_s=0.01)), office.service.submit(Steps(1))
    office.until(lambda: bool(office.log.produced))
    urgent = office.service.submit(Urgent())
    office.idle()
    assert [end[:2] for end in office.log.ends] == [("done", urgent), ("done", long), ("done", waiting)]
    assert office.log.ends[1][2] == list(range(60))
    assert office.do(Urgent())[2] == "now"


def test_that_a_deaf_job_counts_as_stopped_within_a_second_and_the_next_one_runs_after_it(office: Office) -> None:
    pid = office.pid()
    job = office.begin(Deaf(2.5))
    asked = time.monotonic()
    office.service.cancel(job)
    office.until(lambda: office.log.ends[-1] == ("cancelled", job, None))
    assert time.monotonic() - asked < 2.0
    assert office.pid() == pid
    assert [end[0] for end in office.log.ends] == ["done", "cancelled", "done"]


def test_that_a_deaf_job_that_holds_up_the_next_one_for_long_loses_its_process(office: Office, monkeypatch) -> None:
    monkeypatch.setattr(process_worker, "PATIENCE_S", 1.0)
    pid = office.pid()
    job = office.begin(Deaf(600))
    office.service.cancel(job)
    office.idle()
    kind, _, where = office.do(WhereAmI())
    assert kind == "done"
    assert where[0] != pid
    assert not _lives(pid)


def test_that_a_deaf_job_that_ended_while_nobody_waited_keeps_its_process(office: Office, monkeypatch) -> None:
    monkeypatch.setattr(process_worker, "PATIENCE_S", 0.5)
    pid = office.pid()
    job = office.begin(Deaf(1.0))
    office.service.cancel(job)
    office.idle()
    office.qtbot.wait(1500)
    assert office.pid() == pid


def test_that_a_crash_fails_its_job_in_one_sentence_and_the_next_one_finds_a_new_process(office: Office) -> None:
    pid = office.pid()
    kind, _, error = office.do(Dies())
    assert kind == "failed"
    assert "ended unexpectedly (exit code 9)" in str(error)
    kind, _, where = office.do(WhereAmI())
    assert kind == "done"
    assert where[0] != pid
    assert where[3] == 1


def test_that_a_crash_fails_the_urgent_job_too_that_waited_behind_it(office: Office) -> None:
    long = office.begin(Deaf(600))
    urgent = office.service.submit(Urgent())
    time.sleep(0.2)
    assert office.child.pid is not None
    os.kill(office.child.pid, signal.SIGKILL)
    office.idle()
    assert [end[:2] for end in office.log.ends] == [("failed", long), ("failed", urgent)]
    assert "exit code -9" in str(office.log.ends[0][2])


def test_that_a_process_that_died_while_nobody_needed_it_is_replaced_unnoticed(office: Office) -> None:
    pid = office.pid()
    os.kill(pid, signal.SIGTERM)
    office.until(lambda: not _lives(pid))
    # its other thread ends a moment after the first
    office.qtbot.wait(300)
    kind, _, where = office.do(WhereAmI())
    assert (kind, where[3]) == ("done", 1)
    assert where[0] != pid


class Unsendable(Job):
    """Holds a lock, which stays in its process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()

    def run(self, bench: Bench) -> None:
        raise AssertionError


@pytest.mark.parametrize("job", [Unsendable(), GivesWhatCannotBeSent()])
def test_that_what_cannot_be_sent_fails_and_the_next_job_runs(office: Office, job: Job) -> None:
    assert office.do(job)[0] == "failed"
    assert office.do(Steps(2))[2] == [0, 1]


def test_that_closing_ends_the_process_also_in_a_deaf_job(qtbot) -> None:
    child = Child("test")
    office = Office(qtbot, child)
    office.begin(Deaf(600))
    pid = child.pid
    start = time.monotonic()
    assert office.service.stop()
    child.close()
    assert time.monotonic() - start < 4.0
    assert pid is not None
    assert not _lives(pid)
    assert office.log.ends == []


ORPHAN = """
import time
from wsl_annotator.gui.services.child import Child
from wsl_annotator.gui.services.line import Run
from tests.helpers.process_jobs import Deaf
child = Child("test")
child.line.send(Run(1, Deaf(600)))
child.line.receive()
print(child.pid, flush=True)
time.sleep(600)
"""


def test_that_the_process_ends_when_the_window_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert _lives(pid)
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 30
    while _lives(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(pid)


def _lives(pid: int) -> bool:
    """Return whether a process runs; one that has ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
