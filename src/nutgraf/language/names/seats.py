"""From where states and the European Union are governed, by which the news call them.

"Washington declined to comment" is said of the United States. Only where it stands for the state
does it help to know this, which the text cannot tell: who compares names decides.
"""

from __future__ import annotations

from typing import Final

# State: seat of government (The World Factbook, 2024), of states that are often in the news.
_SEATS: Final = """
United States: Washington / White House; Russia: Moscow / Kremlin; China: Beijing;
Ukraine: Kyiv / Kiev; United Kingdom: London / Westminster / Whitehall / Downing Street;
France: Paris / Elysee; Germany: Berlin; Italy: Rome; Spain: Madrid; Portugal: Lisbon;
Netherlands: The Hague / Amsterdam; Belgium: Brussels; Ireland: Dublin; Poland: Warsaw;
Austria: Vienna; Hungary: Budapest; Greece: Athens; Turkey: Ankara; Sweden: Stockholm;
Norway: Oslo; Denmark: Copenhagen; Finland: Helsinki; Serbia: Belgrade; Romania: Bucharest;
Israel: Jerusalem; Iran: Tehran; Iraq: Baghdad; Syria: Damascus; Lebanon: Beirut; Egypt: Cairo;
Saudi Arabia: Riyadh; Qatar: Doha; India: New Delhi / Delhi; Pakistan: Islamabad;
Afghanistan: Kabul; Bangladesh: Dhaka; Japan: Tokyo; South Korea: Seoul; North Korea: Pyongyang;
Taiwan: Taipei; Vietnam: Hanoi; Thailand: Bangkok; Indonesia: Jakarta; Philippines: Manila;
Australia: Canberra; New Zealand: Wellington; Canada: Ottawa; Mexico: Mexico City;
Cuba: Havana; Venezuela: Caracas; Colombia: Bogota; Brazil: Brasilia; Argentina: Buenos Aires;
Nigeria: Abuja; Kenya: Nairobi; Ethiopia: Addis Ababa; South Africa: Pretoria;
European Union: Europe / European Commission / European Parliament / European Council / Brussels
"""


def _seats() -> dict[str, tuple[str, ...]]:
    rows = (row.split(":") for row in _SEATS.replace("\n", " ").split(";"))
    return {row[0].strip(): tuple(seat.strip() for seat in row[1].split("/")) for row in rows}


SEATS: Final = _seats()
