"""The renderer lives in packaging/, which is no package of its own."""

import tests.helpers.packaging_path  # noqa: F401
