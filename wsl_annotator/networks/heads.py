"""Class scores as log-odds, from the logits of either head."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.networks.spec import Activation


def log_odds(logits: Tensor, targets: Sequence[ClassTarget], activation: Activation) -> Tensor:
    """Return the log-odds log p - log(1 - p) of each class for each row.

    A class is a set of outputs. Softmax head: p is the sum of the set's probabilities, so the log-odds are
    logsumexp(set) - logsumexp(all others). Sigmoid head: p = 1 - prod(1 - p_k), the probability that any of them is
    there; for one output that is the logit itself. Both stay finite and ordered where p rounds to 0 or 1.

    Source: Bency et al. 2016, section 3.4 ranks by class scores; differs: the paper's probabilities saturate and tie,
    their log-odds have the same order without ties.

    Args:
        logits: float (N, K).
        targets: C classes as sets of columns.
        activation: `softmax` or `sigmoid`.

    Returns:
        float (N, C), in the logits' dtype.

    Raises:
        NetworkError: a column does not exist, or a softmax set holds every column (its log-odds are infinite).
    """
    columns = [_of_class(logits, target, activation) for target in targets]
    return torch.stack(columns, dim=1) if columns else logits.new_empty((len(logits), 0))


def _of_class(logits: Tensor, target: ClassTarget, activation: Activation) -> Tensor:
    count = logits.shape[1]
    if min(target.indices) < 0 or max(target.indices) >= count:
        raise NetworkError(
            f"The class {target.name!r} names output {max(target.indices)}, but the network has {count} outputs.",
            "Check the class map.",
        )
    inside = logits[:, list(target.indices)]
    if activation == "sigmoid":
        return inside[:, 0] if len(target.indices) == 1 else _any_of(inside)
    chosen = set(target.indices)
    others = [index for index in range(count) if index not in chosen]
    if not others:
        raise NetworkError(
            f"The class {target.name!r} holds all {count} outputs of a softmax network, so it is always certain.",
            "Leave out the outputs that are not this class.",
        )
    return torch.logsumexp(inside, dim=1) - torch.logsumexp(logits[:, others], dim=1)


def _any_of(logits: Tensor) -> Tensor:
    """Return the log-odds of `1 - prod(1 - sigmoid(x_k))` over the columns of (N, k)."""
    # log(1 - p) = sum of log(1 - p_k); logsigmoid is exact at both ends where softplus cuts off at 20
    log_none = functional.logsigmoid(-logits).sum(dim=1)
    tiny = log_none > -torch.finfo(logits.dtype).eps
    # where p is below the rounding of 1, p = sum of e^x_k to within that rounding, and e^x may underflow
    log_any = torch.where(tiny, torch.logsumexp(logits, dim=1), torch.log(-torch.expm1(log_none.clamp(max=-1e-30))))
    return log_any - log_none
