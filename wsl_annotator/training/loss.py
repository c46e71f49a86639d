"""Eq. 1 on a sigmoid or a softmax, with unknown labels left out."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from wsl_annotator.networks.spec import Activation


def classification_loss(logits: Tensor, labels: Tensor, activation: Activation) -> Tensor:
    """Return the mean binary cross-entropy over all known labels of a batch.

    Source: Bency et al. 2016, eq. 1: J = -1/K sum_k [p_k log q_k + (1 - p_k) log(1 - q_k)], q = gamma(logits).
    Sigmoid: p is 1 or 0. Softmax: p_k = y_k / sum(y), "ground truth class probabilities"; an image with none of the
    classes has p = 0. Differs: labels that are unknown (VOC's difficult-only) do not count, neither in the sum nor in
    the number that it is divided by.

    Args:
        logits: float (N, K).
        labels: (N, K) of 1, 0 and -1 for unknown, any number type.
        activation: `sigmoid` or `softmax`.

    Returns:
        A scalar; 0, still with a gradient, where nothing is known.
    """
    known = (labels >= 0).to(logits.dtype)
    positive = (labels > 0).to(logits.dtype)
    if activation == "sigmoid":
        terms = functional.binary_cross_entropy_with_logits(logits, positive, reduction="none")
    else:
        target = positive / positive.sum(dim=1, keepdim=True).clamp(min=1)
        log_q = torch.log_softmax(logits, dim=1)
        # log(1 - q) from log q; a q that rounds to 1 would give an infinite loss with no gradient
        log_rest = torch.log(-torch.expm1(log_q.clamp(max=-torch.finfo(logits.dtype).eps)))
        terms = -(target * log_q + (1 - target) * log_rest)
    return (terms * known).sum() / known.sum().clamp(min=1)
