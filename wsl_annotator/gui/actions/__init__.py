"""Every action of the window as data, a file for each menu."""
