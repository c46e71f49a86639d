"""The bench measures the same search three ways, and its reference is the literal one."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from tests.helpers.literal_twin import literal_search
from tests.helpers.toy_network import BLUE, color_network, dense_network
from tests.helpers.toy_project import square, write_network
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PAPER
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.bench import bench
from wsl_annotator.workflow.bench_reference import unbatched_search


def test_that_the_unbatched_reference_is_the_literal_search_to_rounding() -> None:
    noise = np.random.default_rng(1).integers(0, 256, size=(48, 64, 3)).astype(np.uint8)
    for network in (color_network(), dense_network(seed=3)):
        for rgb in (square("blue", x=30, y=10), noise):
            config = dataclasses.replace(PAPER.beam, beam_width=3, depth=5)
            trace = unbatched_search(network, rgb, BLUE, config=config, cancel=CancelToken())
            twin = literal_search(network, rgb, BLUE, beam_width=3, depth=5)
            assert [node.kept for node in twin] == trace.kept.tolist()
            assert [node.parent for node in twin] == trace.parent.tolist()
            assert [node.child for node in twin] == trace.child.tolist()
            np.testing.assert_allclose([node.xyxy for node in twin], trace.boxes, rtol=0, atol=1e-9)
            np.testing.assert_allclose([node.score for node in twin], trace.score, rtol=0, atol=1e-9)


def test_that_the_report_has_times_ratios_and_the_machine(tmp_path: Path) -> None:
    report = bench([NetworkSpec(write_network(tmp_path))], device="cpu", repeats=2, classes=2)
    assert [row.method for row in report.rows] == ["unbatched", "paper", "fast", "cam"]
    unbatched, paper, fast, _ = report.rows
    assert unbatched.speedup == 1.0
    assert paper.same_search is not None
    assert paper.score_difference is not None
    assert paper.score_difference < 1e-4
    assert fast.same_search is None
    for row in report.rows:
        assert 0 < row.seconds_min <= row.seconds_median
        assert row.speedup == unbatched.seconds_median / row.seconds_median
    assert (unbatched.passes, unbatched.network_share, unbatched.batch_share) == (None, None, None)
    for row in report.rows[1:]:
        assert row.passes >= 1
        assert 0 < row.network_share < 1
    # The paper's search sees a batch of crops at every level, the fast one a single map of the whole image.
    assert paper.passes > fast.passes
    assert [row.batch_share is None for row in report.rows] == [True, True, False, True]
    assert 0 < fast.batch_share < 1
    assert {"processor", "cores", "device", "threads", "load_1_min", "torch"} <= set(report.machine)
    assert report.image == (500, 375)


def test_that_a_network_that_cannot_be_had_is_noted_and_the_others_are_measured(tmp_path: Path) -> None:
    specs = [NetworkSpec(str(tmp_path / "missing.py:build")), NetworkSpec(write_network(tmp_path))]
    report = bench(specs, device="cpu", repeats=1, unbatched=False)
    assert [row.method for row in report.rows] == ["paper", "fast", "cam"]
    assert all(row.speedup is None for row in report.rows)
    assert len(report.notes) == 1
    assert "missing.py" in report.notes[0]
