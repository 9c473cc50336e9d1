"""When a role was held, as reports tell it."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.model import Annotations, Span, When


def tenure_of(told: Sequence[tuple[Annotations, Span]], title: str) -> tuple[When | None, When | None]:
    """Return since when and until when a role was held, as the sentences that tell it say."""
    _ = told, title
    return None, None
