"""The canvas: photo, heat map, boxes and the search's steps, and the mouse and keys that edit boxes."""
