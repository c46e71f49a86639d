import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.unit.store.samples import box, dump, judged_box, make_project
from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.migrations import MIGRATIONS
from wsl_annotator.store.project import Project


def add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE images ADD COLUMN camera TEXT NOT NULL DEFAULT 'none'")


def rebuild_classes(connection: sqlite3.Connection) -> None:
    """Rebuild a table that others refer to, as ALTER TABLE cannot."""
    connection.execute(
        "CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT UNIQUE, color TEXT, threshold REAL, extra TEXT)"
    )
    connection.execute("INSERT INTO fresh SELECT * FROM classes")
    connection.execute("DROP TABLE classes")
    connection.execute("ALTER TABLE fresh RENAME TO classes")


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM boxes")
    connection.execute("DROP TABLE journal")
    connection.execute("ALTER TABLE absent ADD COLUMN x")


def misspell(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE journal")
    connection.execute("ALTER TABEL images ADD COLUMN x")


def raise_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM boxes")
    raise ZeroDivisionError


def break_a_reference(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM classes WHERE id = 1")


NOW = max(MIGRATIONS)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        project.apply(PutBoxes((judged_box(1), box(2))))
    return tmp_path / "work.wsl"


def test_that_versions_have_no_gaps_and_start_at_one() -> None:
    assert sorted(MIGRATIONS) == list(range(1, len(MIGRATIONS) + 1))


def test_that_a_planted_migration_brings_an_old_project_up_and_keeps_a_copy(old: Path) -> None:
    content = old.read_bytes()
    newer = {**MIGRATIONS, NOW + 1: add_a_column, NOW + 2: rebuild_classes}
    with Project.open(old, migrations=newer) as project:
        assert project.boxes(1) == [judged_box(1), box(2)]
        assert project._database.rows("SELECT DISTINCT camera FROM images") == [("none",)]
        assert project._database.row("PRAGMA user_version") == (NOW + 2,)
        assert project._database.row("PRAGMA foreign_keys") == (1,)
        assert project.integrity() == []
    with pytest.raises(StoreError, match=f"version {NOW + 2}"):
        Project.open(old)
    backup = old.with_name(f"work.v{NOW}-backup.wsl")
    assert len(backup.read_bytes()) == len(content)
    with Project.open(backup) as project:
        assert project.boxes(1) == [judged_box(1), box(2)]
    with Project.open(old, migrations=newer) as project:
        assert project._database.row("PRAGMA user_version") == (NOW + 2,)


@pytest.mark.parametrize(
    ("migration", "error"),
    [
        (fail_half_way, StoreError),
        (misspell, StoreError),
        (raise_half_way, ZeroDivisionError),
        (break_a_reference, StoreError),
    ],
)
def test_that_a_failed_migration_leaves_the_original_untouched(old: Path, migration, error) -> None:
    content = old.read_bytes()
    with pytest.raises(error):
        Project.open(old, migrations={**MIGRATIONS, NOW + 1: add_a_column, NOW + 2: migration})
    assert old.read_bytes() == content
    assert not old.with_name("work.wsl-wal").exists()
    with Project.open(old) as project:
        assert project.boxes(1) == [judged_box(1), box(2)]
        assert len(project.journal()) == 1


def test_that_an_old_project_is_not_migrated_by_looking(old: Path) -> None:
    content = old.read_bytes()
    with pytest.raises(StoreError, match=rf"older version \({NOW}\)"):
        Project.open(old, read_only=True, migrations={**MIGRATIONS, NOW + 1: add_a_column})
    assert old.read_bytes() == content


def test_that_a_migration_takes_edits_that_were_still_in_the_log(old: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.wsl"
    with Project.open(old) as project:
        project.apply(PutBoxes((box(3),)))
        shutil.copy(old, crashed)
        shutil.copy(f"{old}-wal", f"{crashed}-wal")
        before = dump(project)
    with Project.open(crashed, migrations={**MIGRATIONS, NOW + 1: rebuild_classes}) as project:
        assert [record.id for record in project.boxes(1)] == [1, 2, 3]
    with Project.open(tmp_path / f"crashed.v{NOW}-backup.wsl") as backup:
        assert dump(backup).replace(f"crashed.v{NOW}-backup", "work") == before


def test_that_a_project_of_version_1_opens_with_all_it_had_and_can_measure_time(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        project.apply(PutBoxes((judged_box(1), box(2))))
    target = tmp_path / "work.wsl"
    connection = sqlite3.connect(target)
    connection.execute("DROP TABLE activity")
    connection.execute("PRAGMA user_version=1")
    connection.commit()
    connection.close()
    with Project.open(target) as project:
        assert project.boxes(1) == [judged_box(1), box(2)]
        span = Activity(at="2026-01-01T00:00:00.000+00:00", image_id=1, action="look", seconds=1.5)
        project.add_activity([span])
        assert list(project.activity()) == [span]
    assert (tmp_path / "work.v1-backup.wsl").is_file()
