"""Arms and vehicles as English news calls them: the last word of the phrase. Data only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WEAPONS = _words(
    "weapon bomb rocket missile munition mortar ied vbied mine grenade gun rifle artillery launcher explosive shell warhead ammunition "
    "airstrike strike bomber pistol hardware system round"
)
PLATFORMS = _words(
    "tank aircraft frigate destroyer carrier submarine warship helicopter uav drone plane jet fighter-bomber cruiser corvette gunboat bulldozer"
)
#: Ships and troops that fight.
COMBATANTS = _words(
    "frigate destroyer carrier submarine warship cruiser corvette gunboat bomber troop soldier marine commando battalion brigade squadron"
)
VEHICLES = _words(
    "vehicle truck car bus convoy ship boat vessel tanker van lorry technical ambulance train tractor crane"
)
FACILITIES = _words(
    "airfield base headquarters compound building hospital school mosque market camp checkpoint area front territory "
    "world region neighborhood neighbourhood position facility house terrain stronghold factory refinery warehouse restaurant"
)
#: Ranks that are written as part of a name.
RANKS = _words(
    "gen gen. lt lt. col col. maj maj. brig brig. sgt sgt. capt capt. adm adm. cmdr cmdr. general colonel major admiral captain"
)
