"""What an image of a batch costs: counted, so that no busy machine changes it, and the same in a list of any length."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.toy_network import BLUE, color_network
from tests.helpers.toy_project import square, toy_engine
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.localization.localizer import make_localizer
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.bench_passes import watched_passes
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.propose import propose_project

EVERY = 50
"""Instructions of SQLite's machine between two ticks."""


def project_of(folder: Path, count: int) -> Path:
    """Make a project of so many photos that are alike."""
    (folder / "images").mkdir(parents=True)
    for index in range(count):
        Image.fromarray(square("blue", x=20, y=12)).save(folder / "images" / f"{index:04d}.png")
    return create_project(folder / "p.wsl", images=folder / "images", classes=("blue",)).path


class Costs:
    """Passes and ticks of SQLite that each image of a run takes."""

    def __init__(self, path: Path, folder: Path, *, images: int) -> None:
        self.passes: list[int] = []
        self.ticks: list[int] = []
        engine = toy_engine(folder, config=FAST)
        with Project.open(path) as project, watched_passes(engine.network) as clock:
            ticks = 0

            def tick() -> int:
                nonlocal ticks
                ticks += 1
                return 0

            def note(_: object) -> None:
                self.passes.append(clock.features + clock.heads - sum(self.passes))
                self.ticks.append(ticks - sum(self.ticks))

            connection = project._database.connection
            connection.set_progress_handler(tick, EVERY)
            ids = [record.id for record in project.images()[:images]]
            ticks = 0
            propose_project(project, engine, choice=("blue",), image_ids=ids, on_result=note)
            connection.set_progress_handler(None, 0)


def test_that_each_image_of_a_batch_costs_the_same_passes_whatever_came_before(tmp_path: Path) -> None:
    costs = Costs(project_of(tmp_path, 8), tmp_path, images=8)
    assert len(costs.passes) == 8
    # The first one pays for the check that a row's place in its batch changes no bit.
    assert len(set(costs.passes[1:])) == 1
    assert 0 < costs.passes[1] <= costs.passes[0]


def test_that_storing_an_image_costs_the_same_in_a_long_list_as_in_a_short_one(tmp_path: Path) -> None:
    short = Costs(project_of(tmp_path / "short", 6), tmp_path, images=6)
    long = Costs(project_of(tmp_path / "long", 400), tmp_path, images=6)
    # The first one pays for the plan and for the class.
    assert max(long.ticks[1:]) <= max(short.ticks[1:]) + 20, (short.ticks, long.ticks)
    assert long.ticks[5] <= long.ticks[1] + 20, long.ticks


def test_that_watching_the_passes_changes_no_score_and_ends_with_its_block() -> None:
    network, rgb = color_network(), square("blue", x=20, y=12)
    module = network.module
    localizer = make_localizer(PAPER, network)

    def scores() -> np.ndarray:
        (found,) = localizer.locate(rgb, [BLUE], width=64, height=48, cancel=CancelToken())
        return found.trace.score

    plain = scores()
    with watched_passes(network) as clock:
        start = time.perf_counter()
        watched = scores()
        elapsed = time.perf_counter() - start
    assert watched.tobytes() == plain.tobytes()
    assert 0 < clock.seconds < elapsed
    assert clock.features > PAPER.beam.depth
    assert network.module is module
    before = clock.features
    scores()
    assert clock.features == before


def test_that_a_pass_that_fails_ends_the_watch_and_is_told() -> None:
    network = color_network()
    module = network.module
    with pytest.raises(IndexError), watched_passes(network):
        network.features(network._blank(network.input_size).flatten())
    assert network.module is module
