"""Seeded renderer of lit table-top scenes with labels, masks and true boxes (numpy and OpenCV only)."""

from scenes.compose import CLASS_NAMES, Scene, SceneStyle, render_scene

__all__ = ["CLASS_NAMES", "Scene", "SceneStyle", "render_scene"]
