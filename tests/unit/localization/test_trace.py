import json

import numpy as np
import pytest

from tests.unit.localization.test_heatmap import random_search
from wsl_annotator.core.config import ExtractConfig, HeatConfig
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.localization.heatmap import pool_trace
from wsl_annotator.localization.trace import replay, trace_from_json, trace_to_json

COLUMNS = ("level", "parent", "child", "boxes", "score", "kept")


def test_that_json_keeps_every_bit_of_a_trace() -> None:
    trace = random_search(0)
    again = trace_from_json(json.loads(json.dumps(trace_to_json(trace))))
    for name in COLUMNS:
        assert getattr(again, name).dtype == getattr(trace, name).dtype
        assert getattr(again, name).tobytes() == getattr(trace, name).tobytes()


def test_that_a_full_trace_is_a_few_tens_of_kilobytes() -> None:
    trace = random_search(0)
    assert len(trace) == 1 + 4 + 16 + 8 * 32
    assert len(json.dumps(trace_to_json(trace))) < 50_000


def test_that_replay_gives_the_heat_map_and_boxes_bit_for_bit() -> None:
    trace = random_search(5)
    heat = pool_trace(trace, HeatConfig(), width=500, height=375)
    stored = trace_from_json(json.loads(json.dumps(trace_to_json(trace))))
    again = replay(stored, HeatConfig(), width=500, height=375)
    for name in ("x_edges", "y_edges", "values"):
        assert getattr(again, name).tobytes() == getattr(heat, name).tobytes()
    for threshold in np.arange(0.05, 1.0, 0.05):
        config = ExtractConfig(threshold=float(threshold))
        assert extract_boxes(again, config) == extract_boxes(heat, config)


def test_that_parents_are_kept_candidates_of_the_level_above() -> None:
    trace = random_search(2)
    for row in range(1, len(trace)):
        parent = trace.parent[row]
        assert trace.kept[parent]
        assert trace.level[parent] == trace.level[row] - 1


def test_that_a_trace_of_another_version_is_refused() -> None:
    values = trace_to_json(random_search(0))
    values["version"] = 2
    with pytest.raises(ValueError, match="version 2"):
        trace_from_json(values)
