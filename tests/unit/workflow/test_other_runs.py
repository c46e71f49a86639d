"""Other runs of a class of an image: which they are, what they are called, and what boxes they give."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.toy_project import TINY, toy_engine, write_squares
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.other_runs import other_runs
from wsl_annotator.workflow.propose import propose_project
from wsl_annotator.workflow.review import image_proposals


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[Project]:
    """Two images searched by the paper's preset, then by a tiny beam, then by the fast preset."""
    write_squares(tmp_path / "images", 2)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    with Project.open(tmp_path / "p.wsl") as project:
        for config in (PAPER, TINY, FAST):
            propose_project(project, toy_engine(tmp_path, config=config))
        yield project


def test_that_the_other_runs_are_named_newest_first(searched: Project) -> None:
    (newest,) = searched.localizations(1)
    assert newest.config.preset == "fast"
    names = [run.name for run in other_runs(searched, newest)]
    assert names == ["colors.py:build · custom · M 2 · H 4", "colors.py:build · paper · M 8 · H 10"]


def test_that_a_run_gives_the_boxes_that_it_proposed(searched: Project) -> None:
    (newest,) = searched.localizations(1)
    run = other_runs(searched, newest)[1]
    assert run.boxes(run.stored.threshold) == tuple(scored.box for scored in run.stored.proposals)
    assert run.boxes(0.99) != run.boxes(0.05)


def test_that_looking_at_other_runs_changes_no_proposal(searched: Project) -> None:
    before = image_proposals(searched, 1)
    (newest,) = searched.localizations(1)
    for run in other_runs(searched, newest):
        run.boxes(0.3)
    assert image_proposals(searched, 1) == before


def test_that_a_run_on_another_content_of_the_file_is_left_out(searched: Project) -> None:
    (newest,) = searched.localizations(1)
    assert other_runs(searched, dataclasses.replace(newest, image_sha256="other")) == []
