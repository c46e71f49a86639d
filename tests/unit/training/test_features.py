"""The cache of frozen features: what a row depends on, and what a full disk or a killed process leaves."""

import dataclasses
import resource
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.training_photos import write_network, write_photos
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, FormatError
from wsl_annotator.core.progress import Progress, ignore_progress
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.training.config import QUICK
from wsl_annotator.training.dataset import LabeledImages
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.training.extraction import Variant, extract_features, variants_of, warp
from wsl_annotator.training.features import CacheLock, FeatureStore, cache_key, check_space
from wsl_annotator.workflow.train_data import data_of_folder, hash_images

VARIANTS = variants_of(dataclasses.replace(QUICK, variants=2))
SHAS = [f"{number:064x}" for number in range(6)]


def rows(*values: float) -> np.ndarray:
    return np.array([[value, value + 0.5] for value in values], dtype=np.float32)


def store(folder: Path) -> FeatureStore:
    return FeatureStore(folder, key="k", shape=(2,))


def test_that_rows_are_found_again_by_another_process_of_the_same_folder(tmp_path: Path) -> None:
    with store(tmp_path).writer() as writer:
        writer.add(SHAS[:2], rows(1, 2))
        writer.add(SHAS[2:3], rows(3))
    again = store(tmp_path)
    table, places = again.rows([SHAS[2], SHAS[0]])
    assert table[places].tolist() == rows(3, 1).tolist()
    assert SHAS[3] not in again


def test_that_a_torn_end_is_dropped_and_overwritten(tmp_path: Path) -> None:
    with store(tmp_path).writer() as writer:
        writer.add(SHAS[:2], rows(1, 2))
    # killed after a row and half of its line
    with (tmp_path / "k.rows").open("ab") as file:
        file.write(rows(9).tobytes() + b"\1\2\3")
    with (tmp_path / "k.index").open("ab") as file:
        file.write(SHAS[2][:20].encode())
    again = store(tmp_path)
    assert len(again) == 2
    with again.writer() as writer:
        writer.add(SHAS[3:4], rows(4))
    table, places = store(tmp_path).rows([SHAS[0], SHAS[1], SHAS[3]])
    assert table[places].tolist() == rows(1, 2, 4).tolist()


def test_that_a_line_without_its_row_does_not_count(tmp_path: Path) -> None:
    with store(tmp_path).writer() as writer:
        writer.add(SHAS[:2], rows(1, 2))
    with (tmp_path / "k.rows").open("r+b") as file:
        file.truncate(12)
    assert len(store(tmp_path)) == 1


def test_that_a_disk_that_takes_no_more_is_one_sentence_and_keeps_what_was_there(tmp_path: Path) -> None:
    with store(tmp_path).writer() as writer:
        writer.add(SHAS[:2], rows(1, 2))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        with pytest.raises(FormatError, match=r"k\.rows could not be written"), store(tmp_path).writer() as writer:
            writer.add(SHAS[2:4], rows(3, 4))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    table, places = store(tmp_path).rows(SHAS[:2])
    assert table[places].tolist() == rows(1, 2).tolist()
    assert SHAS[2] not in store(tmp_path)


def test_that_too_little_space_is_told_before_the_work(tmp_path: Path) -> None:
    check_space(tmp_path, 1)
    with pytest.raises(TrainingError, match=r"needs .* MB"):
        check_space(tmp_path, 10**18)


def test_that_waiting_for_another_process_can_be_cancelled(tmp_path: Path) -> None:
    token = CancelToken()
    caught: list[BaseException] = []

    def wait() -> None:
        try:
            with CacheLock(tmp_path, token):
                caught.append(AssertionError("the lock was not held"))
        except Cancelled as error:
            caught.append(error)

    with CacheLock(tmp_path, CancelToken()):
        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.3)
        token.cancel()
        thread.join(2)
    assert [type(error) for error in caught] == [Cancelled]


def test_that_every_part_of_a_key_counts() -> None:
    assert len({cache_key("a", 1), cache_key("a", 2), cache_key("b", 1), cache_key("a1")}) == 4


@pytest.fixture
def network(tmp_path: Path) -> SplitNetwork:
    return open_custom(NetworkSpec(write_network(tmp_path)))


@pytest.fixture
def data(tmp_path: Path) -> LabeledImages:
    images, labels = write_photos(tmp_path, count=9)
    found, _ = data_of_folder(images, labels)
    return hash_images(found, CancelToken(), ignore_progress)[0]


def test_that_plain_and_mirrored_rows_are_what_the_network_gives(
    tmp_path: Path, network: SplitNetwork, data: LabeledImages
) -> None:
    assert [variant.number for variant in VARIANTS] == [0, 1, 2, 3]
    found = extract_features(network, "h", data, VARIANTS, tmp_path / "cache")
    image, _ = warp(network, data.paths[4])
    with torch.inference_mode():
        plain = network.features(network.normalize(image[None]))[0].numpy()
        mirrored = network.features(network.normalize(image.flip(2)[None]))[0].numpy()
    assert found.tables[0].shape == (9, 8, 4, 4)
    assert np.allclose(found.tables[0][found.places[0, 4]], plain, atol=1e-5)
    assert np.allclose(found.tables[1][found.places[1, 4]], mirrored, atol=1e-5)
    assert not np.allclose(found.tables[2][found.places[2, 4]], plain, atol=1e-3)


def test_that_a_row_depends_on_its_image_alone(tmp_path: Path, network: SplitNetwork, data: LabeledImages) -> None:
    whole = extract_features(network, "h", data, VARIANTS, tmp_path / "one")
    part = extract_features(network, "h", data.select([7, 2, 4]), VARIANTS, tmp_path / "two")
    for variant in range(4):
        assert np.array_equal(
            whole.tables[variant][whole.places[variant, [7, 2, 4]]], part.tables[variant][part.places[variant]]
        )


def test_that_nothing_is_computed_twice(tmp_path: Path, network: SplitNetwork, data: LabeledImages) -> None:
    seen: list[Progress] = []
    first = data.select(range(5))
    extract_features(network, "h", first, [Variant(0)], tmp_path / "cache", progress=seen.append)
    assert len(seen) == 5
    extract_features(network, "h", data, [Variant(0)], tmp_path / "cache", progress=seen.append)
    assert len(seen) == 9
    extract_features(network, "h", data, [Variant(0)], tmp_path / "cache", progress=seen.append)
    assert len(seen) == 9
    extract_features(network, "another", data, [Variant(0)], tmp_path / "cache", progress=seen.append)
    assert len(seen) == 18


def test_that_a_cancel_keeps_finished_rows(tmp_path: Path, network: SplitNetwork, data: LabeledImages) -> None:
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 6:
            token.cancel()

    with pytest.raises(Cancelled):
        extract_features(network, "h", data, [Variant(0)], tmp_path / "cache", cancel=token, progress=stop)
    again = extract_features(network, "h", data, [Variant(0)], tmp_path / "cache")
    assert again.rows.tolist() == list(range(9))


def test_that_an_image_that_cannot_be_decoded_is_left_out_with_one_sentence(
    tmp_path: Path, network: SplitNetwork, data: LabeledImages
) -> None:
    content = data.paths[3].read_bytes()
    data.paths[3].write_bytes(content[: len(content) // 2])
    found = extract_features(network, "h", data, VARIANTS, tmp_path / "cache")
    assert found.rows.tolist() == [0, 1, 2, 4, 5, 6, 7, 8]
    assert len(found.problems) == 1
    assert "003.png" in found.problems[0]


def test_that_a_head_that_pools_needs_one_cell_only(tmp_path: Path, data: LabeledImages) -> None:
    network = open_custom(NetworkSpec(write_network(tmp_path, "build_pooling")))
    found = extract_features(network, "h", data, [Variant(0)], tmp_path / "cache")
    image, _ = warp(network, data.paths[0])
    with torch.inference_mode():
        maps = network.features(network.normalize(image[None]))
    assert found.tables[0].shape == (9, 8, 1, 1)
    assert np.allclose(found.tables[0][0, :, 0, 0], maps.mean((2, 3))[0].numpy(), atol=1e-6)
