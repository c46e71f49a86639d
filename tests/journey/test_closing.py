"""Closing the window during anything: code 0 within 5 s, no process left, the file whole, the work until then kept."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.desk import make_squares_project
from tests.helpers.program import Program
from tests.helpers.toy_project import write_network, write_squares
from tests.helpers.training_desk import photo_project, slow_network
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.store.project import Project

C = "tests.helpers.closing"
WITHIN_S = 5.0
IMPORTED = 6000
PAUSES_S = {"proposing_one": 0.5, "stubborn_network": 20.0}
MARK = "WSL_ANNOTATOR_JOURNEY"

pytestmark = [pytest.mark.timeout(900), pytest.mark.alone]


def _big_coco(folder: Path) -> dict[str, str]:
    """Write a COCO file whose import takes a while."""
    images = [{"id": i + 1, "file_name": f"square_{i:02d}.png", "width": 64, "height": 48} for i in range(6)]
    annotations = [
        {"id": n + 1, "image_id": n % 6 + 1, "category_id": 1, "bbox": [n % 40, n % 30, 5 + n % 11, 5 + n % 7]}
        for n in range(IMPORTED)
    ]
    whole = {"images": images, "annotations": annotations, "categories": [{"id": 1, "name": "red"}]}
    path = folder / "many.json"
    path.write_text(json.dumps(whole))
    return {"source": str(path)}


def _more_images(folder: Path) -> dict[str, str]:
    write_squares(folder / "more" / "images", 200)
    return {"images": str(folder / "more" / "images"), "to": str(folder / "more.wsl")}


def _slow_training(folder: Path) -> dict[str, str]:
    return {"code": slow_network(folder, pause_s=0.1)}


def _nothing(folder: Path) -> dict[str, str]:
    return {}


def _folder(folder: Path) -> dict[str, str]:
    return {"to": str(folder / "voc")}


MOMENTS: dict[str, Callable[[Path], dict[str, str]]] = {
    "nothing": _nothing,
    "loading_torch": _nothing,
    "proposing_one": _nothing,
    "stubborn_network": _nothing,
    "batch": _nothing,
    "search_ahead": _nothing,
    "another_instance": _nothing,
    "inspector_rerun": _nothing,
    "calibration": _nothing,
    "export": _folder,
    "importing": _big_coco,
    "new_project": _more_images,
    "opening": _nothing,
    "half_a_box": _nothing,
    "half_a_move": _nothing,
    "modal_dialog": _nothing,
    "training": _slow_training,
    "evaluation": _nothing,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_that_closing_during_anything_ends_cleanly_and_keeps_the_work(
    tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = uuid.uuid4().hex
    monkeypatch.setenv(MARK, mark)
    project = photo_project(tmp_path) if moment == "training" else make_squares_project(tmp_path, count=6)
    values = MOMENTS[moment](tmp_path)
    network = write_network(tmp_path, pause_s=PAUSES_S.get(moment, 0.05))
    program = Program(f"{C}:{moment}", tmp_path, project, network=network, **values)
    assert program.next_said() == {"closing": True}
    program.end_within(WITHIN_S)
    program.end()
    assert _processes_with(mark) == []
    with Project.open(project) as reopened:
        assert reopened.integrity() == []
        boxes = [one for one in reopened.all_boxes() if one.state is BoxState.DRAWN]
    # an import is there whole or not at all
    assert len(boxes) in ((1, 1 + IMPORTED) if moment == "importing" else (1,))
    assert boxes[0].box.iou(Box(5, 5, 25, 20)) > 0.7
    assert not (tmp_path / "more.wsl").exists()
    assert list(tmp_path.glob("**/*.tmp")) == []


def _processes_with(mark: str) -> list[str]:
    """Return the processes that were started by the program, or by what it started, and are still there."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        if int(entry.name) == os.getpid():
            continue
        try:
            if wanted in (entry / "environ").read_bytes().split(b"\0"):
                found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found
