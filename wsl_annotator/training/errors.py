"""What can go wrong in training, told in one sentence."""

from wsl_annotator.core.errors import WslError


class TrainingError(WslError):
    """The data, the settings or the course of a training do not allow to go on; nothing that was stored is lost."""
