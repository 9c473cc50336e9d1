"""The record: checked, kept, asked."""

from consilience.record.verify import check_bytes, find_problems, verify

__all__ = ["check_bytes", "find_problems", "verify"]
