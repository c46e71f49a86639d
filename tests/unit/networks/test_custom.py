"""A user's own network from FILE.py:callable."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from tests.helpers.shared import MOBILENET, needs_shared
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.catalog import open_network
from wsl_annotator.networks.spec import NetworkSpec

NETWORK = """
import torch
from dataclasses import dataclass
from torch import nn

@dataclass
class Options:
    width: int = 4

class Net(nn.Module):
    {attributes}
    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.c = nn.Conv2d(3, Options().width, 8, stride=8)
        self.f = nn.Linear(4, 2)
    def features(self, x):
        return self.c(x)
    def classify(self, m):
        return self.f(m.mean((2, 3)))

def build():
    return Net()

def fails():
    raise FileNotFoundError("no weights at here.bin")

def number():
    return 7

def bare():
    return nn.Linear(2, 2)
"""
ATTRIBUTES = {
    "input_size": "input_size = 32",
    "mean": "mean = (0.5, 0.5, 0.5)",
    "std": "std = [0.5, 0.5, 0.5]",
    "activation": "activation = 'sigmoid'",
    "class_names": "class_names = ['cat', 'dog']",
}


def write(folder: Path, *, without: str = "", source: str = NETWORK) -> Path:
    lines = [line for name, line in ATTRIBUTES.items() if name != without]
    path = folder / "net.py"
    path.write_text(source.replace("{attributes}", "\n    ".join(lines)), encoding="utf-8")
    return path


def opened(path: Path, name: str = "build", **options: object):
    return open_network(NetworkSpec(f"{path}:{name}", **options), device="cpu")


def test_that_a_file_with_everything_is_opened_and_writes_nothing_beside_it(tmp_path: Path) -> None:
    network = opened(write(tmp_path))
    assert (network.name, network.input_size, network.grid, network.channels) == ("net.py:build", 32, 4, 4)
    assert (network.activation, network.class_names) == ("sigmoid", ("cat", "dog"))
    assert network.std == (0.5, 0.5, 0.5)
    assert [path.name for path in tmp_path.iterdir()] == ["net.py"]


@pytest.mark.parametrize(
    ("missing", "flag", "option"),
    [
        ("input_size", "--input-size", {"input_size": 64}),
        ("mean", "--mean", {"mean": (0.1, 0.2, 0.3)}),
        ("std", "--std", {"std": (0.1, 0.2, 0.3)}),
        ("activation", "--activation", {"activation": "softmax"}),
        ("class_names", "--names", None),
    ],
)
def test_that_what_is_missing_is_named_with_its_option_and_taken_from_it(
    tmp_path: Path, missing: str, flag: str, option: dict[str, object] | None
) -> None:
    path = write(tmp_path, without=missing)
    with pytest.raises(NetworkError) as told:
        opened(path)
    assert missing in told.value.user_text
    assert flag in told.value.hint
    if option is None:
        (tmp_path / "names.txt").write_text("Katze\nHund\n\n", encoding="utf-8")
        assert opened(path, names=tmp_path / "names.txt").class_names == ("Katze", "Hund")
    else:
        assert getattr(opened(path, **option), missing) == option[missing]


def test_that_an_option_wins_over_the_attribute(tmp_path: Path) -> None:
    assert opened(write(tmp_path), activation="softmax").activation == "softmax"


def test_that_a_change_of_the_code_changes_the_hash(tmp_path: Path) -> None:
    before = opened(write(tmp_path)).content_hash
    assert opened(write(tmp_path)).content_hash == before
    assert opened(write(tmp_path, source=NETWORK.replace("m.mean", "m.relu().mean"))).content_hash != before


def test_that_weights_of_the_users_own_are_put_in_and_wrong_ones_are_told(tmp_path: Path) -> None:
    path = write(tmp_path)
    state = opened(path).module.state_dict()
    save_file({name: torch.zeros_like(tensor) for name, tensor in state.items()}, tmp_path / "zero.safetensors")
    network = opened(path, weights=tmp_path / "zero.safetensors")
    assert network(torch.ones((1, 3, 32, 32))).tolist() == [[0.0, 0.0]]
    save_file({"other": torch.zeros(1)}, tmp_path / "other.safetensors")
    with pytest.raises(NetworkError, match=r"other\.safetensors do not fit the network net\.py:build"):
        opened(path, weights=tmp_path / "other.safetensors")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing", "has no callable 'nothing'"),
        ("fails", r"fails\(\) in .*net\.py fails: FileNotFoundError: no weights at here\.bin"),
        ("number", "returns a int, not a torch.nn.Module"),
        ("bare", "has no features"),
    ],
)
def test_that_a_callable_that_is_no_network_is_told_with_the_file(tmp_path: Path, name: str, says: str) -> None:
    path = write(tmp_path)
    with pytest.raises(NetworkError, match=says) as told:
        opened(path, name)
    assert "net.py" in told.value.user_text
    assert told.value.hint


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("def build(:\n", "fails: SyntaxError"),
        ("import a_module_that_is_not_there\n", "fails: ModuleNotFoundError: No module named"),
        ("1 / 0\n", "fails: ZeroDivisionError"),
        ("undefined\n", "fails: NameError"),
    ],
)
def test_that_a_file_that_fails_is_told_in_one_sentence(tmp_path: Path, source: str, says: str) -> None:
    with pytest.raises(NetworkError, match=says) as told:
        opened(write(tmp_path, source=source))
    assert "net.py" in told.value.user_text


def test_that_a_missing_file_and_a_forgotten_callable_are_told(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"gone\.py does not exist"):
        opened(tmp_path / "gone.py")
    with pytest.raises(NetworkError, match=r"FILE\.py:callable"):
        open_network(NetworkSpec(str(write(tmp_path))), device="cpu")


@pytest.mark.parametrize(
    ("content", "says"), [(b"a\n\nb\n", "without gaps"), (b"\xff\xfe\x00", "UTF-8"), (b"", "gaps")]
)
def test_that_a_names_file_that_is_none_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "names.txt").write_bytes(content)
    with pytest.raises(NetworkError, match=says):
        opened(write(tmp_path), names=tmp_path / "names.txt")


def test_that_a_names_file_of_another_length_is_told_with_both_counts(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("a\nb\nc")
    with pytest.raises(NetworkError, match=r"has 2 outputs but 3 class names"):
        opened(write(tmp_path), names=tmp_path / "names.txt")


def test_that_only_python_files_count_as_code() -> None:
    assert NetworkSpec("my net.py:build").runs_code
    assert not NetworkSpec("resnet18").runs_code
    assert not NetworkSpec().runs_code


@needs_shared
def test_that_a_real_pretrained_network_is_opened() -> None:
    network = opened(MOBILENET)
    assert (network.input_size, network.channels, network.grid, len(network.class_names)) == (224, 768, 7, 1000)
    assert network.accepts_larger
