"""Images that are decoded and varied anew in each step."""

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.helpers.training_photos import write_network, write_photos
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import ignore_progress
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import QUICK
from wsl_annotator.training.sources import ImageSource, in_chunks
from wsl_annotator.workflow.train_data import data_of_folder, hash_images


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.fixture
def source(tmp_path: Path, problems: list[str]) -> ImageSource:
    images, labels = write_photos(tmp_path, count=6)
    data, _ = hash_images(data_of_folder(images, labels)[0], CancelToken(), ignore_progress)
    data.paths[2].write_bytes(b"none")
    network = open_custom(NetworkSpec(write_network(tmp_path)))
    return ImageSource(network, data, QUICK, on_problem=problems.append)


def test_that_a_step_repeats_itself_and_another_varies_otherwise(source: ImageSource) -> None:
    rows = np.array([0, 1, 4], dtype=np.int64)
    first, _ = source.inputs(rows, (0, 3, 0))
    again, _ = source.inputs(rows, (0, 3, 0))
    other, _ = source.inputs(rows, (1, 3, 0))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    plain, _ = source.inputs(rows, None)
    assert torch.equal(plain, source.inputs(rows, None)[0])


def test_that_an_unreadable_image_is_left_out_of_its_batch_and_told_once(
    source: ImageSource, problems: list[str]
) -> None:
    for _ in range(2):
        inputs, there = source.inputs(np.array([1, 2, 3], dtype=np.int64), (0, 0, 0))
        assert there.tolist() == [1, 3]
        assert inputs.shape == (2, 3, 16, 16)
    assert len(problems) == 1
    assert "002.png" in problems[0]


def test_that_a_batch_of_unreadable_images_is_empty(source: ImageSource) -> None:
    inputs, there = source.inputs(np.array([2], dtype=np.int64), (0, 0, 0))
    assert (len(inputs), len(there)) == (0, 0)


def test_that_pieces_cover_a_batch_in_order() -> None:
    pieces = in_chunks(np.arange(7), 3)
    assert [piece.tolist() for piece in pieces] == [[0, 1, 2], [3, 4, 5], [6]]
