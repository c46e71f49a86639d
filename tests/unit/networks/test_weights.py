"""Weight files: what is read, what is refused, and that refused files run nothing."""

import os
import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.weights import put_weights, read_weights


def layer(seed: int = 0) -> nn.Module:
    torch.manual_seed(seed)
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))


class Payload:
    """Writes a file when it is unpickled."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self):
        return os.mkdir, (str(self.target),)


@pytest.mark.parametrize("suffix", [".safetensors", ".pt", ".pth"])
def test_that_weights_come_back_as_they_were_saved(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"weights{suffix}"
    state = layer(1).state_dict()
    if suffix == ".safetensors":
        save_file(state, path)
    else:
        torch.save(state, path)
    module = layer(2)
    put_weights(module, read_weights(path), path=path, network="layer")
    assert all(torch.equal(module.state_dict()[name], tensor) for name, tensor in state.items())


def test_that_half_precision_becomes_float32_and_counters_stay_whole(tmp_path: Path) -> None:
    path = tmp_path / "half.safetensors"
    save_file({"a": torch.ones(2, dtype=torch.float16), "n": torch.tensor(3)}, path)
    state = read_weights(path)
    assert state["a"].dtype == torch.float32
    assert state["n"].dtype == torch.int64


@pytest.mark.parametrize("key", ["state_dict", "model_state_dict", "model"])
def test_that_a_checkpoint_gives_the_weights_in_it(tmp_path: Path, key: str) -> None:
    path = tmp_path / "checkpoint.pt"
    torch.save({key: layer().state_dict(), "epoch": 3, "optimizer": {"lr": 0.1}}, path)
    assert set(read_weights(path)) == set(layer().state_dict())


def test_that_weights_of_before_batch_norm_counted_are_taken(tmp_path: Path) -> None:
    state = {name: tensor for name, tensor in layer().state_dict().items() if "num_batches" not in name}
    module = layer(1)
    put_weights(module, state, path=tmp_path / "old.pth", network="layer")
    assert module.state_dict()["1.num_batches_tracked"] == 0


def test_that_a_module_on_the_meta_device_gets_real_weights(tmp_path: Path) -> None:
    with torch.device("meta"):
        module = layer()
    put_weights(module, layer(1).state_dict(), path=tmp_path / "w.pt", network="layer")
    assert module(torch.zeros((1, 3, 8, 8))).shape == (1, 4, 6, 6)


@pytest.mark.parametrize("suffix", [".pt", ".pth"])
@pytest.mark.parametrize("legacy", [False, True])
def test_that_a_pickle_with_code_is_refused_and_its_code_does_not_run(
    tmp_path: Path, suffix: str, legacy: bool
) -> None:
    path, target = tmp_path / f"evil{suffix}", tmp_path / "code-ran"
    torch.save({"a": Payload(target)}, path, _use_new_zipfile_serialization=not legacy)
    with pytest.raises(NetworkError, match=r"could run code") as told:
        read_weights(path)
    assert str(path) in told.value.user_text
    assert not target.exists()


def test_that_a_bare_pickle_is_refused_and_its_code_does_not_run(tmp_path: Path) -> None:
    path, target = tmp_path / "evil.pth", tmp_path / "code-ran"
    path.write_bytes(pickle.dumps(Payload(target)))
    with pytest.raises(NetworkError, match=r"evil\.pth"):
        read_weights(path)
    assert not target.exists()


def _whole_module(folder: Path) -> Path:
    torch.save(layer(), folder / "module.pt")
    return folder / "module.pt"


def _other_suffix(folder: Path) -> Path:
    (folder / "weights.pkl").write_bytes(b"")
    return folder / "weights.pkl"


def _missing(folder: Path) -> Path:
    return folder / "gone.safetensors"


def _noise(folder: Path) -> Path:
    (folder / "noise.pth").write_bytes(bytes(range(256)) * 10)
    return folder / "noise.pth"


def _empty(folder: Path) -> Path:
    (folder / "empty.pt").write_bytes(b"")
    return folder / "empty.pt"


def _cut_pt(folder: Path) -> Path:
    torch.save(layer().state_dict(), folder / "cut.pt")
    (folder / "cut.pt").write_bytes((folder / "cut.pt").read_bytes()[:700])
    return folder / "cut.pt"


def _cut_safetensors(folder: Path) -> Path:
    save_file(layer().state_dict(), folder / "cut.safetensors")
    (folder / "cut.safetensors").write_bytes((folder / "cut.safetensors").read_bytes()[:300])
    return folder / "cut.safetensors"


def _a_list(folder: Path) -> Path:
    torch.save([torch.zeros(2)], folder / "list.pt")
    return folder / "list.pt"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_whole_module, "could run code"),
        (_other_suffix, "no .safetensors, .pt or .pth file"),
        (_missing, "do not exist"),
        (_noise, ""),
        (_empty, "damaged"),
        (_cut_pt, "damaged"),
        (_cut_safetensors, "damaged"),
        (_a_list, "not a table of named tensors"),
    ],
)
def test_that_what_is_no_weights_is_told_with_its_path(tmp_path: Path, make, says: str) -> None:
    path = make(tmp_path)
    with pytest.raises(NetworkError) as told:
        read_weights(path)
    assert says in told.value.user_text
    assert str(path) in told.value.user_text
    assert told.value.hint


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda state: state | {"0.weight": torch.zeros(5, 3, 3, 3)},
            r"'0.weight' is \(5, 3, 3, 3\), not \(4, 3, 3, 3\)",
        ),
        (lambda state: {"0.weight": state["0.weight"]}, r"5 tensors are missing|4 tensors are missing"),
        (lambda state: state | {"fc.weight": torch.zeros(2)}, r"1 tensors are not of it, the first 'fc.weight'"),
    ],
)
def test_that_weights_of_another_network_are_told_and_change_nothing(tmp_path: Path, change, says: str) -> None:
    module = layer()
    before = {name: tensor.clone() for name, tensor in module.state_dict().items()}
    path = tmp_path / "other.pt"
    with pytest.raises(NetworkError, match=says) as told:
        put_weights(module, change(layer(1).state_dict()), path=path, network="layer")
    assert f"{path} do not fit the network layer" in told.value.user_text
    assert all(torch.equal(module.state_dict()[name], tensor) for name, tensor in before.items())
