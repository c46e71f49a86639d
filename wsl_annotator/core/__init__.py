"""The words of the house: boxes, labels, traces, configs, errors. Standard library and numpy only."""
