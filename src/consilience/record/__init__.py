"""The record: checked, kept, asked."""
