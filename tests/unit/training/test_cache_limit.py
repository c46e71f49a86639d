"""The cache of frozen features stays below its limit: the longest unused go first, those in use never."""

import os
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.training_photos import write_network, write_photos
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import ignore_progress
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.cache_limit import cached_tables, mark_used, trim_cache
from wsl_annotator.training.extraction import Variant, extract_features
from wsl_annotator.training.features import CacheGoneError, FeatureStore
from wsl_annotator.workflow.train_data import data_of_folder, hash_images

SHAS = [f"{number:064x}" for number in range(3)]


def put(folder: Path, key: str, *, used_s: float, rows: int = 2) -> None:
    store = FeatureStore(folder, key=key, shape=(100,))
    with store.writer() as writer:
        writer.add(SHAS[:rows], np.zeros((rows, 100), np.float32))
    for path in (store.rows_path, store.index_path):
        os.utime(path, (used_s, used_s))


def keys(folder: Path) -> list[str]:
    return [table.key for table in cached_tables(folder)]


def test_that_the_longest_unused_tables_go_until_the_new_ones_fit(tmp_path: Path) -> None:
    for key, used_s in (("b", 20), ("a", 10), ("c", 30)):
        put(tmp_path, key, used_s=used_s)
    one = cached_tables(tmp_path)[0].size
    assert one == 2 * 400 + 2 * 65
    assert trim_cache(tmp_path, limit_bytes=3 * one, needed_bytes=0, keep=()) == 0
    assert trim_cache(tmp_path, limit_bytes=3 * one, needed_bytes=one + 1, keep=()) == 2 * one
    assert keys(tmp_path) == ["c"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.index", "c.rows"]


def test_that_what_is_in_use_stays_even_over_the_limit(tmp_path: Path) -> None:
    put(tmp_path, "a", used_s=10)
    put(tmp_path, "b", used_s=20)
    trim_cache(tmp_path, limit_bytes=0, needed_bytes=10**9, keep={"a"})
    assert keys(tmp_path) == ["a"]


def test_that_a_use_makes_a_table_the_newest(tmp_path: Path) -> None:
    put(tmp_path, "a", used_s=10)
    put(tmp_path, "b", used_s=20)
    FeatureStore(tmp_path, key="a", shape=(100,)).rows(SHAS[:1])
    assert keys(tmp_path) == ["b", "a"]
    mark_used(tmp_path, "b")
    mark_used(tmp_path / "missing", "b")
    assert keys(tmp_path) == ["a", "b"]


def test_that_a_table_deleted_under_a_reader_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    put(tmp_path, "a", used_s=10)
    reader = FeatureStore(tmp_path, key="a", shape=(100,))
    table, _ = FeatureStore(tmp_path, key="a", shape=(100,)).rows(SHAS[:1])
    trim_cache(tmp_path, limit_bytes=0, needed_bytes=0, keep=())
    with pytest.raises(CacheGoneError):
        reader.rows(SHAS[:1])
    # what was mapped before goes on
    assert table[0, 0] == 0


def test_that_a_training_makes_room_among_the_features_of_others_and_computes_lost_ones_again(tmp_path: Path) -> None:
    network = open_custom(NetworkSpec(write_network(tmp_path)))
    found, _ = data_of_folder(*write_photos(tmp_path, count=5))
    data, _ = hash_images(found, CancelToken(), ignore_progress)
    cache = tmp_path / "cache"
    first = extract_features(network, "one", data, [Variant(0)], cache)
    size = cached_tables(cache)[0].size
    expected = np.array(first.tables[0])
    extract_features(network, "two", data, [Variant(0)], cache, limit_gb=1.5 * size / 1e9)
    assert [table.size for table in cached_tables(cache)] == [size]
    again = extract_features(network, "one", data, [Variant(0)], cache, limit_gb=10)
    assert np.array_equal(again.tables[0], expected)
    assert len(cached_tables(cache)) == 2
