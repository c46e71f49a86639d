"""An open network with its class map and localizer: what a worker keeps between jobs."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, LocalizerConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.networks.class_map import ClassMap, load_class_map
from wsl_annotator.networks.spec import NetworkSpec

if TYPE_CHECKING:
    from wsl_annotator.localization.localizer import Localizer
    from wsl_annotator.networks.split import SplitNetwork

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """What is needed to open an engine; free of torch.

    Attributes:
        network: which network and weights.
        class_map: `voc20`, `coco80`, a JSON file, or None for the network's own class names.
        localizer: which localizer with its settings.
        device: `auto`, `cpu` or `cuda:n`.
        threads: of torch on the CPU; None takes half of the processors.
        batch_size: crops of every batch, for a resumed run that must repeat the bits of the run before; None chooses.
    """

    network: NetworkSpec = field(default_factory=NetworkSpec)
    class_map: str | None = None
    localizer: LocalizerConfig = FAST
    device: str = "auto"
    threads: int | None = None
    batch_size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineIdentity:
    """What identifies an engine's results, as plain values that may cross threads.

    Attributes:
        network_name: for people.
        network_hash: sha256 over the network's content and the class map.
        config: the localizer's settings.
        classes: the classes that the class map knows, in its order.
        device: where it runs.
        threads: torch threads.
    """

    network_name: str
    network_hash: str
    config: LocalizerConfig
    classes: tuple[str, ...]
    device: str
    threads: int

    def to_settings(self) -> dict[str, Any]:
        """Return the identity as JSON types, for the settings block of a result file."""
        return {
            "network": self.network_name,
            "network_hash": self.network_hash,
            "localizer": self.config.to_dict(),
            "config_digest": self.config.digest,
            "device": self.device,
            "threads": self.threads,
        }


class Engine:
    """A network, its class map and a localizer, used by one thread at a time.

    Args:
        options: what was asked for.
        network: the open network.
        class_map: of the network's outputs.
        notice: told one sentence when the device runs out of memory and the run goes on more slowly.
    """

    def __init__(
        self,
        options: EngineOptions,
        *,
        network: SplitNetwork,
        class_map: ClassMap,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        import torch

        from wsl_annotator.localization.localizer import make_localizer

        self.options = options
        self.network = network
        self.class_map = class_map
        self.localizer: Localizer = make_localizer(
            options.localizer, network, notice=notice, batch_size=options.batch_size
        )
        own = class_map.every_target()
        self.identity = EngineIdentity(
            network_name=network.name,
            network_hash=identity_hash(network.content_hash, class_map.digest),
            config=options.localizer,
            classes=tuple(target.name for target in own),
            device=str(network.device),
            threads=torch.get_num_threads(),
        )
        self._targets: dict[str, ClassTarget | None] = {target.name: target for target in own}

    def targets(self, names: Sequence[str]) -> tuple[list[ClassTarget], list[str]]:
        """Return the targets of the classes that the class map knows, and the names of the others."""
        fresh = [name for name in names if name not in self._targets]
        if fresh:
            known, missing = self.class_map.targets(fresh)
            self._targets.update({target.name: target for target in known})
            self._targets.update(dict.fromkeys(missing))
        found = [self._targets[name] for name in names]
        return [target for target in found if target is not None], [
            name for name, target in zip(names, found, strict=True) if target is None
        ]


def amid_a_search() -> AbstractContextManager[None]:
    """Return a context for another search in the middle of one on this thread: torch is as it is outside of any.

    A search runs in inference mode. What is made there can never be differentiated, neither a network that is opened
    nor the features of a localizer that needs gradients.
    """
    import torch

    context: AbstractContextManager[None] = torch.inference_mode(mode=False)
    return context


def identity_hash(content_hash: str, map_digest: str) -> str:
    """Return the sha256 hex digest over a network's content hash and a class map's digest."""
    return hashlib.sha256(f"{content_hash}:{map_digest}".encode()).hexdigest()


def open_engine(
    options: EngineOptions,
    *,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    notice: Callable[[str], None] | None = None,
) -> Engine:
    """Open the network (downloading its weights at first use) and return the engine. Loads torch.

    Args:
        options: which network, class map, localizer and device.
        progress: told how far a download is.
        cancel: checked during a download.
        notice: told one sentence when the run goes on more slowly than asked.

    Raises:
        NetworkError: the network, its weights, the device or the localizer cannot be used.
        FormatError: the class map is wrong.
        Cancelled: the token was set.
    """
    from wsl_annotator.networks.catalog import open_network
    from wsl_annotator.networks.device import set_threads

    set_threads(options.threads)
    network = open_network(options.network, device=options.device, progress=progress, cancel=cancel, notice=notice)
    class_map = load_class_map(options.class_map, network.class_names)
    log.info("opened %s on %s", network.name, network.device)
    return Engine(options, network=network, class_map=class_map, notice=notice)
