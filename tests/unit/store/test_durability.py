import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.samples import box, dump, image, judged_box, make_project, save
from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.project import Project

REPOSITORY = Path(__file__).resolve().parents[3]
EDIT_FOR_EVER = """
import sys
from pathlib import Path
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxRecord, BoxState
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.project import Project
project = Project.open(Path(sys.argv[1]))
while True:
    ids = project.new_box_ids(3)
    made = [BoxRecord(id=i, image_id=1, class_id=1, box=Box(0, 0, 1, 1), state=BoxState.DRAWN) for i in ids]
    project.apply(PutBoxes(tuple(made)))
    print(*ids, flush=True)
"""


def test_that_a_kill_at_any_time_loses_no_committed_edit(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    path = tmp_path / "work.wsl"
    chance = random.Random(7)
    committed: set[int] = set()
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", EDIT_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        told = [first, *process.stdout.read().splitlines(keepends=True)]
        process.wait()
        process.stdout.close()
        # A line that the kill cut off says nothing; all others were committed before they were printed.
        printed = {int(word) for line in told if line.endswith("\n") for word in line.split()}
        assert printed
        assert not printed & committed
        committed |= printed
        with Project.open(path) as project:
            found = [record.id for record in project.boxes(1)]
            assert committed <= set(found)
            assert len(found) % 3 == 0, "half an edit was kept"
            assert len(project.journal(limit=10**6)) * 3 == len(found)
            assert project.integrity() == []
            committed = set(found)


def test_that_a_kill_during_a_bulk_import_leaves_none_of_it(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    script = """
import os, signal, sys
from pathlib import Path
from wsl_annotator.core.records import ImageRecord
from wsl_annotator.store.project import Project
project = Project.open(Path(sys.argv[1]))
with project.bulk():
    project.add_images([ImageRecord(id=0, path=f"n{i}.jpg", width=1, height=1) for i in range(3000)])
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "work.wsl")], cwd=REPOSITORY, check=False)
    assert done.returncode == -signal.SIGKILL
    with Project.open(tmp_path / "work.wsl") as project:
        assert len(project.images()) == 3
        assert project.integrity() == []


def fill_up(project: Project) -> None:
    """Let the file grow by a few pages only: SQLite then fails as on a full disk."""
    row = project._database.row("PRAGMA page_count")
    assert row is not None
    project._database.execute(f"PRAGMA max_page_count={row[0] + 3}")


def save_many(project: Project) -> None:
    for seed in range(50):
        save(project, network_hash=str(seed), seed=seed)


def test_that_a_full_disk_gives_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        project.apply(PutBoxes((judged_box(1),)))
        save(project)
        before = dump(project)
        fill_up(project)
        many = PutBoxes(tuple(box(index, attributes={"extra": "x" * 500}) for index in range(10, 400)))
        with pytest.raises(StoreError, match=r"disk is full: .*work\.wsl was not changed") as caught:
            project.apply(many)
        assert "Free some space" in caught.value.hint
        assert dump(project) == before
        with pytest.raises(StoreError, match="disk is full"):
            save_many(project)
        project._database.execute("PRAGMA max_page_count=1000000")
        project.apply(many)
    with Project.open(tmp_path / "work.wsl") as project:
        assert len(project.boxes(1)) == 391
        assert project.integrity() == []


def test_that_a_bulk_that_met_a_full_disk_writes_none_of_its_parts(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        before = dump(project)
        fill_up(project)

        def work() -> None:
            with project.bulk():
                project.apply(PutBoxes((box(1),)))
                with pytest.raises(StoreError, match="disk is full"):
                    project.add_images([image("x" * 3000 + f"{index}.jpg") for index in range(100)])
                project.apply(PutBoxes((box(2),)))

        with pytest.raises(StoreError, match="none of it was written"):
            work()
        assert dump(project) == before
        project._database.execute("PRAGMA max_page_count=1000000")
        project.apply(PutBoxes((box(3),)))
        assert [record.id for record in project.boxes(1)] == [3]


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root"
)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    mount = shutil.which("mount")
    if (
        mount is None
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False).returncode
    ):
        folder.rmdir()
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
        folder.rmdir()


@needs_root
def test_that_a_truly_full_disk_loses_nothing_and_takes_edits_again_when_freed(small_disk: Path) -> None:
    project = make_project(small_disk)
    project.apply(PutBoxes((judged_box(1),)))
    ballast = small_disk / "ballast"
    try:
        with ballast.open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
    except OSError:
        before = dump(project)
    states = [before]

    def work() -> None:
        for index in range(2, 2000):
            project.apply(PutBoxes((box(index, attributes={"extra": "x" * 2000}),)))
            states.append(dump(project))

    with pytest.raises(StoreError, match="disk"):
        work()
    before = states[-1]
    assert dump(project) == before
    project.close()
    ballast.unlink()
    with Project.open(small_disk / "work.wsl") as project:
        assert dump(project) == before
        project.apply(PutBoxes((box(5000),)))
        assert project.integrity() == []


@needs_root
def test_that_a_project_cannot_half_be_made_on_a_full_disk(small_disk: Path) -> None:
    with (small_disk / "ballast").open("wb") as file:
        file.write(bytes(1024 * 1024 - 16384))
    with pytest.raises(StoreError) as caught:
        make_project(small_disk)
    assert "work.wsl" in caught.value.user_text
    assert not (small_disk / "work.wsl").exists()
    (small_disk / "ballast").unlink()
    make_project(small_disk).close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.records import ImageRecord
from wsl_annotator.store.project import Project
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
try:
    Project.open(path).close()
    print("opened for editing")
except StoreError as error:
    print("refused:", error)
try:
    with Project.open(path, read_only=True) as project:
        print("images", len(project.images()), "holder", repr(project.holder))
except StoreError as error:
    print("not read:", error)
try:
    Project.create(path.with_name("other.wsl"), image_root=path.parent, classes=[]).close()
    print("created")
except StoreError as error:
    print("not made:", error)
"""


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    make_project(folder).close()
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, cwd=REPOSITORY, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_that_a_read_only_folder_is_refused_for_editing_and_can_be_read(read_only_folder: Path) -> None:
    for path in read_only_folder.iterdir():
        path.chmod(0o444)
    read_only_folder.chmod(0o555)
    content = (read_only_folder / "work.wsl").read_bytes()
    told = as_nobody(read_only_folder / "work.wsl")
    assert "refused:" in told
    assert "work.wsl cannot be opened for editing" in told
    assert "images 3 holder ''" in told
    assert "not made:" in told
    assert sorted(path.name for path in read_only_folder.iterdir()) == ["work.wsl", "work.wsl.lock"]
    assert (read_only_folder / "work.wsl").read_bytes() == content


def test_that_a_read_only_file_in_a_writable_folder_is_refused_for_editing(read_only_folder: Path) -> None:
    read_only_folder.chmod(0o777)
    (read_only_folder / "work.wsl").chmod(0o444)
    (read_only_folder / "work.wsl.lock").unlink()
    told = as_nobody(read_only_folder / "work.wsl")
    assert "refused:" in told
    assert "work.wsl cannot be changed, because the file or its folder is read-only" in told
    assert "images 3" in told


def test_that_a_project_of_a_crash_in_a_read_only_place_says_what_to_do(read_only_folder: Path) -> None:
    path = read_only_folder / "work.wsl"
    with Project.open(path) as project:
        project.add_images([image("late.jpg")])
        shutil.copy(f"{path}-wal", read_only_folder / "kept-wal")
    (read_only_folder / "kept-wal").rename(f"{path}-wal")
    read_only_folder.chmod(0o555)
    told = as_nobody(path)
    assert "images 4" in told or "not read:" in told
    assert "Traceback" not in told
