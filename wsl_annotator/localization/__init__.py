"""Searches: the beam of the paper, class activation maps, heat maps, boxes."""
