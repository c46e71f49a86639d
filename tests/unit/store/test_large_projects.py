"""What an edit costs: as much in a large project as in a small one, and nothing for the size of the picture."""

from __future__ import annotations

from pathlib import Path

from tests.unit.store.samples import box, image, make_project
from wsl_annotator.store.edits import Edit, PutBoxes
from wsl_annotator.store.project import Project

EVERY = 50
"""Instructions of SQLite's machine between two ticks: a count that no busy processor changes."""


def _ticks(project: Project, edit: Edit) -> int:
    ticks = 0

    def tick() -> int:
        nonlocal ticks
        ticks += 1
        return 0

    connection = project._database.connection
    connection.set_progress_handler(tick, EVERY)
    try:
        project.apply(edit)
        project.boxes(1)
        project.image(1)
    finally:
        connection.set_progress_handler(None, 0)
    return ticks


def test_that_an_edit_among_thousands_of_images_and_boxes_costs_what_it_costs_among_three(tmp_path: Path) -> None:
    edit = PutBoxes((box(90_000, image_id=1),))
    with make_project(tmp_path / "small") as small:
        small.apply(PutBoxes((box(1, image_id=1), box(2, image_id=2))))
        cheap = _ticks(small, edit)
    with make_project(tmp_path / "large") as large:
        large.add_images([image(f"more/{index}.jpg") for index in range(2000)])
        large.apply(PutBoxes(tuple(box(2 + index, image_id=2 + index % 2000) for index in range(6000))))
        large.apply(PutBoxes((box(1, image_id=1),)))
        dear = _ticks(large, edit)
    assert dear <= cheap + 20, (cheap, dear)


def test_that_an_edit_writes_kilobytes_and_never_the_picture(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        picture = tmp_path / "images" / "0.jpg"
        picture.parent.mkdir(exist_ok=True)
        picture.write_bytes(b"x" * 20_000_000)
        stamp = picture.stat().st_mtime_ns
        before = _bytes(tmp_path)
        project.apply(PutBoxes((box(1, image_id=1),)))
        assert _bytes(tmp_path) - before < 100_000
        assert picture.stat().st_mtime_ns == stamp


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
