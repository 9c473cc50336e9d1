"""One entity across reports: the chains of all reports joined where names, roles and states agree, else kept apart.

A wrong merge is worse than a missed one: two chains of one report never join by likeness, a surname joins a full name
only where one person bears it, and bodies with a common name ("the foreign ministry") need the same state. The
knowledge base codes what it knows beyond doubt and keeps apart what it knows to be two; it joins only names it lists
for one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from consilience.knowledge import Knowledge
from consilience.model import Annotations
from consilience.reconcile.bodies import join_described_bodies, join_led_bodies, join_named_bodies
from consilience.reconcile.clusters import Clusters
from consilience.reconcile.identified import Identities
from consilience.reconcile.issued import join_bodies_by_seat
from consilience.reconcile.people import People
from consilience.reconcile.places import join_states
from consilience.reconcile.register import Register, register_of

__all__ = ["Register", "merge_entities"]


def merge_entities(notes: Sequence[Annotations], knowledge: Knowledge) -> Register:
    """Return the entities of all reports. *notes* in the order of the record; chains without a mention get one too."""
    clusters = Clusters(notes)
    join_states(clusters)
    identities = Identities(clusters, knowledge)
    identities.identify()
    people = People(clusters, identities)
    join_named_bodies(clusters)
    people.join()
    join_described_bodies(clusters)
    join_led_bodies(clusters)
    join_bodies_by_seat(clusters)
    people.join_offices()
    identities.identify()  # what was joined since tells more of each
    identities.place_leaders()
    return register_of(clusters)
