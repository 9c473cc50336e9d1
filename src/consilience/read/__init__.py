"""Files to documents: every input read, or skipped with the reason."""

from consilience.read.forms import ARCHIVES, FORMS
from consilience.read.reading import Reading, Skipped, read
from consilience.read.tables import COLUMNS

__all__ = ["ARCHIVES", "COLUMNS", "FORMS", "Reading", "Skipped", "read"]
