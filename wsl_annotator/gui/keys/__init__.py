"""The keys of the window: presets, own keys on top of them, and the dialog that changes them."""
