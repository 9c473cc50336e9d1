"""Files to documents: every input read, or skipped with the reason."""

from consilience.read.forms import FORMS
from consilience.read.reading import Reading, Skipped, read

__all__ = ["FORMS", "Reading", "Skipped", "read"]
