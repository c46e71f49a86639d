"""Learns from image-level labels."""
