"""Consilience: many news reports in, one reconciled record of the situation out, every cell citing its sentences."""

__version__ = "0.1.0"
