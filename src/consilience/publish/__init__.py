"""Situation in, bytes out."""
