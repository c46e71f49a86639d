"""Which networks there are, and the one door through which any is opened. Torch is loaded on opening only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.paths import resource
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.words import phrase
from wsl_annotator.networks.download import weights_folder
from wsl_annotator.networks.families import ENTRIES
from wsl_annotator.networks.spec import BUNDLED, NetworkSpec, is_code

if TYPE_CHECKING:
    from wsl_annotator.networks.split import SplitNetwork


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkInfo:
    """One row of the list of networks.

    Attributes:
        name: what `--network` takes.
        family: for people.
        input_size: side of the square input in pixels; 0 where its card cannot be read.
        size_mb: of the weights, in 10^6 bytes.
        downloaded: whether the weights are on this machine.
        path: where the weights are or will be.
    """

    name: str
    family: str
    input_size: int
    size_mb: float
    downloaded: bool
    path: Path


def list_networks() -> list[NetworkInfo]:
    """Return the bundled network and torchvision's, the bundled one first; needs neither torch nor a connection."""
    folder = weights_folder()
    rows = [
        NetworkInfo(
            name=entry.name,
            family=entry.family,
            input_size=entry.input_size,
            size_mb=entry.size_mb,
            downloaded=(folder / entry.file).is_file(),
            path=folder / entry.file,
        )
        for entry in ENTRIES
    ]
    return [_bundled_row(), *rows]


def _bundled_row() -> NetworkInfo:
    path = resource("networks", "bundled.safetensors")
    there = path.is_file()
    return NetworkInfo(
        name=BUNDLED,
        family=phrase("AlexNet (comes with the program, knows the sample's classes)"),
        input_size=_bundled_input_size(),
        size_mb=round(path.stat().st_size / 1e6, 1) if there else 0.0,
        downloaded=there,
        path=path,
    )


def _bundled_input_size() -> int:
    import json

    try:
        return int(json.loads(resource("networks", "bundled.json").read_text(encoding="utf-8"))["input_size"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def open_network(
    spec: NetworkSpec,
    *,
    device: str = "auto",
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    notice: Callable[[str], None] | None = None,
) -> SplitNetwork:
    """Return the network that a spec names, on a device.

    Args:
        spec: from a person's choice; `FILE.py:callable` runs that file.
        device: `auto`, `cpu` or `cuda:N`.
        progress: of a download.
        cancel: of a download.
        notice: told in one sentence where the network did not fit on the GPU and lies on the CPU instead.

    Raises:
        NetworkError: the network, its weights or the device cannot be had.
        Cancelled: the token was set during the download.
    """
    from wsl_annotator.networks.device import choose_device, is_out_of_memory

    place = choose_device(device)
    network = _open(spec, progress=progress, cancel=cancel)
    try:
        return network.to(place)
    except RuntimeError as error:
        if place.type == "cpu" or not is_out_of_memory(error):
            raise
        if notice is not None:
            notice(f"The network {network.name} does not fit in the memory of {place}, so it runs on the CPU.")
        return network.to("cpu")


def _open(spec: NetworkSpec, *, progress: ProgressCallback, cancel: CancelToken | None) -> SplitNetwork:
    if spec.network == BUNDLED:
        from wsl_annotator.networks.bundled import open_bundled

        return open_bundled(spec)
    if is_code(spec.network):
        from wsl_annotator.networks.custom import open_custom

        return open_custom(spec)
    from wsl_annotator.networks.card import is_card, open_card

    if is_card(spec.network):
        if spec != NetworkSpec(spec.network, code=spec.code):
            raise NetworkError(
                f"The network card {spec.network} carries its own weights and settings.",
                "Leave out --weights, --input-size, --mean, --std, --activation and --names.",
            )
        return open_card(Path(spec.network), code=spec.code)
    from wsl_annotator.networks.torchvision import open_torchvision

    return open_torchvision(spec, progress=progress, cancel=cancel)


def pull_network(name: str, *, progress: ProgressCallback = ignore_progress, cancel: CancelToken | None = None) -> Path:
    """Return the weight file of a listed network, downloaded if it is not there yet.

    Raises:
        NetworkError: the name is unknown, or the file cannot be had.
        Cancelled: the token was set.
    """
    if name == BUNDLED:
        row = _bundled_row()
        if not row.downloaded:
            raise NetworkError(f"The bundled network {row.path} is missing.", "Install WSL Annotator again.")
        return row.path
    from wsl_annotator.networks.torchvision import pull

    return pull(name, progress=progress, cancel=cancel)
