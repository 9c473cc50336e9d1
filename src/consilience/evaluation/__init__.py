"""Scores of one layer on one data set: `evaluate(path)` of each module gives its figures. Files are read here."""
