import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.unit.store.samples import box, image, make_project, save
from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.lock import LockedError, ProjectLock, holder_of
from wsl_annotator.store.project import Project

HOLD = """
import sys, time
from pathlib import Path
from wsl_annotator.store.project import Project
project = Project.open(Path(sys.argv[1]), program="the other window")
print("open", flush=True)
time.sleep(60)
"""


def hold_elsewhere(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_that_a_second_program_is_told_who_holds_the_project_and_may_look(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    path = tmp_path / "work.wsl"
    process = hold_elsewhere(path)
    try:
        with pytest.raises(LockedError, match=r"work\.wsl is already open for editing") as caught:
            Project.open(path)
        assert f"the other window, process {process.pid} on {os.uname().nodename}, since " in caught.value.holder
        assert caught.value.holder in caught.value.user_text
        assert "read-only" in caught.value.hint
        with Project.open(path, read_only=True) as reader:
            assert reader.holder == caught.value.holder
            assert reader.read_only
            assert len(reader.images()) == 3
    finally:
        end(process)


def test_that_the_lock_of_a_killed_program_is_no_obstacle(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    path = tmp_path / "work.wsl"
    end(hold_elsewhere(path))
    assert json.loads((tmp_path / "work.wsl.holder").read_text())["program"] == "the other window"
    with Project.open(path, read_only=True) as reader:
        assert reader.holder == ""
    with Project.open(path) as project:
        project.add_images([image("new.jpg")])


def test_that_closing_frees_the_lock_and_forgets_the_holder(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    path = project.path
    with pytest.raises(LockedError):
        Project.open(path)
    assert holder_of(path)
    project.close()
    project.close()
    assert holder_of(path) == ""
    assert not (tmp_path / "work.wsl.holder").exists()
    Project.open(path).close()


def test_that_a_refused_open_leaves_the_lock_free(tmp_path: Path) -> None:
    path = tmp_path / "work.wsl"
    path.write_bytes(b"no project")
    for _ in range(2):
        with pytest.raises(StoreError, match="not a project"):
            Project.open(path)
    ProjectLock.acquire(path).release()


def test_that_an_unreadable_note_still_gives_a_sentence(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        (tmp_path / "work.wsl.holder").write_text("{")
        with pytest.raises(LockedError, match="another program"):
            Project.open(project.path)


def test_that_readers_see_what_the_writer_commits(tmp_path: Path) -> None:
    with make_project(tmp_path) as project, Project.open(project.path, read_only=True) as reader:
        project.apply(PutBoxes((box(1),)))
        assert [record.id for record in reader.boxes(1)] == [1]


def test_that_opening_read_only_again_and_again_never_refuses_a_writer(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    path = tmp_path / "work.wsl"
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            Project.open(path, read_only=True).close()

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        for _ in range(20):
            Project.open(path).close()
    finally:
        stop.set()
        watcher.join()


def test_that_a_store_thread_writes_beside_the_editing_thread(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    saved: list[int] = []
    with make_project(tmp_path) as project:

        def work() -> None:
            try:
                with Project.open(project.path, lock=project.lock) as own:
                    saved.extend(save(own, image_id=1 + seed % 3, network_hash=str(seed)) for seed in range(40))
                    own.import_labels([(image_id, 1, 1) for image_id in (1, 2, 3)])
            except StoreError as error:
                failures.append(error)

        worker = threading.Thread(target=work)
        worker.start()
        ids = []
        while worker.is_alive() or len(ids) < 40:
            [box_id] = project.new_box_ids(1)
            project.apply(PutBoxes((box(box_id),)))
            ids.append(box_id)
        worker.join()
        assert failures == []
        assert len(set(saved)) == 40
        assert sorted(set(ids)) == [record.id for record in project.boxes(1)]
        assert sum(row.localizations for row in project.summaries()) == 40
        assert project.integrity() == []


def test_that_the_lock_is_held_until_its_last_user_closes(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    second = Project.open(project.path, lock=project.lock)
    project.close()
    with pytest.raises(LockedError):
        Project.open(second.path)
    second.add_images([image("later.jpg")])
    second.close()
    with pytest.raises(StoreError, match="closed already"):
        Project.open(second.path, lock=project.lock)
    Project.open(second.path).close()


def test_that_a_lock_opens_its_own_project_only(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with make_project(tmp_path) as project:
        make_project(tmp_path / "b").close()
        with pytest.raises(StoreError, match="does not open"):
            Project.open(tmp_path / "b" / "work.wsl", lock=project.lock)
    Project.open(tmp_path / "work.wsl").close()


def test_that_two_paths_to_one_project_meet_one_lock(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with make_project(tmp_path / "real"), pytest.raises(LockedError):
        Project.open(tmp_path / "link" / "work.wsl")


def test_that_a_link_to_the_file_itself_meets_the_same_lock(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        (tmp_path / "alias.wsl").symlink_to(project.path)
        with pytest.raises(LockedError):
            Project.open(tmp_path / "alias.wsl")


def test_that_a_refusal_comes_within_a_second_or_so(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        start = time.perf_counter()
        with pytest.raises(LockedError):
            Project.open(project.path)
        assert time.perf_counter() - start < 3
