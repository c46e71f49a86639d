"""Pixels: one upright loader, crops, thumbnails, colour maps, overlays."""
