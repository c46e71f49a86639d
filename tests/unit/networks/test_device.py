"""Devices by name, and what running out of memory looks like."""

import pytest
import torch

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.device import choose_device, describe_device, is_out_of_memory, set_threads


def test_that_auto_is_a_device_of_this_machine_and_cpu_is_the_cpu() -> None:
    assert choose_device("cpu") == torch.device("cpu")
    assert choose_device("auto").type == ("cuda" if torch.cuda.is_available() else "cpu")
    assert describe_device(torch.device("cpu")) == "cpu"


@pytest.mark.parametrize("name", ["cuda:99", "cuda:100000"])
def test_that_a_device_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(NetworkError, match=f"device {name} is not there: this machine has (no|only)"):
        choose_device(name)


@pytest.mark.parametrize("name", ["gpu", "cuda:", "cuda:x", "CPU", ""])
def test_that_an_unknown_name_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(NetworkError, match="auto, cpu or cuda:N"):
        choose_device(name)


def test_that_the_allocators_own_failure_is_out_of_memory_and_others_are_not() -> None:
    with pytest.raises(RuntimeError) as refused:
        torch.empty(2**55, dtype=torch.uint8)
    assert is_out_of_memory(refused.value)
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory."))
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(RuntimeError("shapes cannot be multiplied"))
    assert not is_out_of_memory(ValueError("out of memory"))


@pytest.mark.parametrize(("processors", "chosen"), [(1, 1), (2, 1), (3, 1), (16, 8)])
def test_that_half_of_the_processors_compute_unless_a_number_is_given(
    monkeypatch: pytest.MonkeyPatch, processors: int, chosen: int
) -> None:
    before = torch.get_num_threads()
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    try:
        assert set_threads(None) == chosen == torch.get_num_threads()
        assert set_threads(2) == 2
        monkeypatch.setenv("OMP_NUM_THREADS", "2")
        assert set_threads(None) == 2
    finally:
        torch.set_num_threads(before)
