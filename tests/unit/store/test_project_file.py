import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.unit.store.samples import box, dump, image, judged_box, make_project, save
from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.edits import PutBoxes, PutClass
from wsl_annotator.store.migrations import MIGRATIONS
from wsl_annotator.store.project import Project
from wsl_annotator.store.schema import APPLICATION_ID


def fill(project: Project) -> None:
    project.apply(PutBoxes((judged_box(1), box(2, image_id=2))))
    save(project)
    project.set_setting("network", "bundled")


def test_that_a_new_project_carries_its_marks_and_classes(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        assert [(record.id, record.name) for record in project.classes()] == [(1, "dog"), (2, "cat")]
        assert len({record.color for record in project.classes()}) == 2
        assert all(record.threshold == 0.5 for record in project.classes())
    with sqlite3.connect(tmp_path / "work.wsl") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (max(MIGRATIONS),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    connection.close()
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema", "sqlite_sequence"}


def test_that_an_editing_connection_flushes_every_commit(project: Project) -> None:
    assert project._database.row("PRAGMA synchronous") == (2,)
    assert project._database.row("PRAGMA foreign_keys") == (1,)


def test_that_reopening_changes_no_byte(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        fill(project)
        before = dump(project)
    content = (tmp_path / "work.wsl").read_bytes()
    with Project.open(tmp_path / "work.wsl") as project:
        assert dump(project) == before
    assert (tmp_path / "work.wsl").read_bytes() == content


def test_that_a_closed_project_is_one_file_even_while_a_reader_stays(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    fill(project)
    with Project.open(tmp_path / "work.wsl", read_only=True):
        project.close()
        shutil.copy(tmp_path / "work.wsl", tmp_path / "copy.wsl")
    with Project.open(tmp_path / "copy.wsl") as copy:
        assert [record.id for record in copy.all_boxes()] == [1, 2]


def test_that_creating_never_replaces_a_file(tmp_path: Path) -> None:
    target = tmp_path / "work.wsl"
    target.write_text("mine")
    with pytest.raises(StoreError, match=r"already a file at .*work\.wsl"):
        Project.create(target, image_root=tmp_path, classes=[])
    assert target.read_text() == "mine"


@pytest.mark.parametrize("classes", [["dog", "dog"], ["dog", " "]])
def test_that_a_refused_creation_leaves_no_file_and_no_lock(tmp_path: Path, classes: list[str]) -> None:
    target = tmp_path / "work.wsl"
    with pytest.raises(StoreError):
        Project.create(target, image_root=tmp_path, classes=classes)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []
    Project.create(target, image_root=tmp_path, classes=["dog"]).close()


def test_that_a_draft_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "work.wsl.new").write_bytes(b"half")
    make_project(tmp_path).close()
    assert not (tmp_path / "work.wsl.new").exists()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + bytes(84), bytes(5000)])
def test_that_a_file_that_is_no_project_is_refused_by_name(tmp_path: Path, content: bytes, read_only: bool) -> None:
    target = tmp_path / "notes.wsl"
    target.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.wsl is not a project"):
        Project.open(target, read_only=read_only)
    assert target.read_bytes() == content


@pytest.mark.parametrize("read_only", [False, True])
def test_that_another_programs_database_is_refused_untouched(tmp_path: Path, read_only: bool) -> None:
    target = tmp_path / "other.sqlite"
    with sqlite3.connect(target) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    content = target.read_bytes()
    with pytest.raises(StoreError, match="is not a project"):
        Project.open(target, read_only=read_only)
    assert target.read_bytes() == content


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_missing_file_or_a_folder_is_refused_by_name(tmp_path: Path, read_only: bool) -> None:
    for target in (tmp_path / "gone.wsl", tmp_path):
        with pytest.raises(StoreError) as caught:
            Project.open(target, read_only=read_only)
        assert str(target) in caught.value.user_text


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_newer_project_is_refused_untouched(tmp_path: Path, read_only: bool) -> None:
    make_project(tmp_path).close()
    target = tmp_path / "work.wsl"
    with sqlite3.connect(target) as connection:
        connection.execute(f"PRAGMA user_version={max(MIGRATIONS) + 1}")
    connection.close()
    content = target.read_bytes()
    with pytest.raises(
        StoreError, match=rf"work\.wsl was written by a newer .*version {max(MIGRATIONS) + 1}"
    ) as caught:
        Project.open(target, read_only=read_only)
    assert "Update" in caught.value.hint
    assert target.read_bytes() == content


def test_that_a_newer_version_still_in_the_log_is_refused(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    target = tmp_path / "work.wsl"
    copy = tmp_path / "crashed.wsl"
    connection = sqlite3.connect(target)
    connection.execute(f"PRAGMA user_version={max(MIGRATIONS) + 1}")
    connection.commit()
    shutil.copy(target, copy)
    shutil.copy(f"{target}-wal", f"{copy}-wal")
    connection.close()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="newer"):
            Project.open(copy, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_cut_off_project_is_refused_untouched(tmp_path: Path, read_only: bool) -> None:
    with make_project(tmp_path) as project:
        fill(project)
    target = tmp_path / "work.wsl"
    content = target.read_bytes()[:-5000]
    target.write_bytes(content)
    with pytest.raises(StoreError, match=r"work\.wsl is cut off"):
        Project.open(target, read_only=read_only)
    assert target.read_bytes() == content


def test_that_a_damaged_project_gives_a_sentence_at_open_or_at_the_first_read(tmp_path: Path) -> None:
    with make_project(tmp_path, images=500) as project:
        fill(project)
    target = tmp_path / "work.wsl"
    content = target.read_bytes()
    complaints = 0
    for start in range(100, len(content), 4096):
        damaged = bytearray(content)
        damaged[start : start + 2048] = b"\xa5" * len(damaged[start : start + 2048])
        target.write_bytes(damaged)
        told = complaint_of_reading(target)
        assert told == "" or str(target) in told
        complaints += bool(told)
    assert complaints > 0


def complaint_of_reading(target: Path) -> str:
    try:
        with Project.open(target) as project:
            project.images()
            project.summaries()
            project.localizations(1)
            list(project.all_boxes())
            project.journal()
    except StoreError as error:
        return error.user_text
    return ""


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE images SET extra = '[1]'",
        "UPDATE images SET extra = '{'",
        "UPDATE boxes SET origin = '{\"source\":1}'",
        "UPDATE journal SET edit = 'x'",
    ],
)
def test_that_a_row_that_no_program_of_ours_wrote_is_told_as_damage(tmp_path: Path, damage: str) -> None:
    with make_project(tmp_path) as project:
        fill(project)
        project._database.execute(damage)
    told = complaint_of_reading(tmp_path / "work.wsl")
    assert told.startswith(f"The project file {tmp_path / 'work.wsl'} is damaged in row 1")


def test_that_integrity_names_damage_that_reads_do_not_meet(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        fill(project)
        assert project.integrity() == []
        project._database.execute("UPDATE localizations SET heat = x'5748'")
        project.update_image(1, width=50)
        found = project.integrity()
    assert len(found) == 2
    assert "Box 1 lies outside its image 0.jpg" in found[0]
    assert "dog in image 1" in found[1]


def test_that_a_project_moves_together_with_its_images(tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "images").mkdir(parents=True)
    make_project(old).close()
    new = tmp_path / "neu ünder" / "deeper"
    new.parent.mkdir()
    old.rename(new)
    with Project.open(new / "work.wsl") as project:
        assert project.image_root == new / "images"
        assert project.image_file(project.image(1)) == new / "images" / "0.jpg"


def test_that_a_copy_uses_its_own_images_while_the_originals_exist(tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "images").mkdir(parents=True)
    make_project(old).close()
    shutil.copytree(old, tmp_path / "new")
    with Project.open(tmp_path / "new" / "work.wsl") as project:
        assert project.image_root == tmp_path / "new" / "images"


def test_that_a_project_moved_alone_still_finds_its_images(tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "images").mkdir(parents=True)
    make_project(old).close()
    (tmp_path / "elsewhere").mkdir()
    (old / "work.wsl").rename(tmp_path / "elsewhere" / "work.wsl")
    with Project.open(tmp_path / "elsewhere" / "work.wsl") as project:
        assert project.image_root == old / "images"


def test_that_missing_images_can_be_located_again(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        assert not project.image_root.is_dir()
        (tmp_path / "Fotos").mkdir()
        project.locate_images(tmp_path / "Fotos")
        assert project.image_root == tmp_path / "Fotos"
    with Project.open(tmp_path / "work.wsl") as project:
        assert project.image_root == tmp_path / "Fotos"


def test_that_names_of_any_script_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "проект 日本 %41?#"
    project = Project.create(folder / "ü.wsl", image_root=folder / "фото", classes=["犬", "Ä"])
    with project:
        project.add_images([image("каталог/naïve 😀.jpg")])
    with Project.open(folder / "ü.wsl") as reopened, Project.open(folder / "ü.wsl", read_only=True) as reader:
        for opened in (reopened, reader):
            assert opened.images()[0].path == "каталог/naïve 😀.jpg"
            assert [record.name for record in opened.classes()] == ["犬", "Ä"]
            assert opened.image_root == folder / "фото"


def test_that_a_name_that_is_no_text_is_refused_with_a_sentence(project: Project) -> None:
    with pytest.raises(StoreError, match="not valid text"):
        project.add_images([image("caf\udce9.jpg")])
    record = project.classes()[0]
    with pytest.raises(StoreError, match="not valid text"):
        project.apply(PutClass(type(record)(id=9, name="caf\udce9", color="#000000")))
    assert len(project.images()) == 3


def test_that_settings_are_kept_and_replaced(project: Project) -> None:
    assert project.setting("device") is None
    project.set_setting("device", "cpu")
    project.set_setting("device", json.dumps({"ü": 1}))
    assert project.setting("device") == json.dumps({"ü": 1})
