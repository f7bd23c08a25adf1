"""The record of a figure: an amount as it is printed, with its value, unit and kind.

How figures are found is the business of ``finding``, how two are compared of ``comparison``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from nutgraf.article import Span


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    DISTANCE = "distance"
    DURATION = "duration"
    TEMPERATURE = "temperature"
    WEIGHT = "weight"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    SCORE = "score"
    ORDINAL = "ordinal"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exactly the text means a figure.

    ``ABOUT``, ``OVER`` and ``UNDER`` come from words beside it ("some", "more than", "nearly");
    fractions that no whole percentage equals ("a third") are ``ABOUT`` as well. ``VAGUE`` is a
    number without a numeral ("dozens", "several hundred").
    """

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in the text.

    Attributes:
        span: The numeral with its scale word, currency and unit of measure ("$2.5bn", "1.5
            million", "12 per cent"). The noun that a count counts, and words such as "about",
            stand outside.
        value: The amount with its scale applied (1.5 million is 1500000), in the unit as printed:
            kilometres are not turned into metres. A share is in per cent ("one in five" is 20).
            A score holds its first number here and its second in ``high``.
        unit: An ISO 4217 code ("USD"; a lower-case noun such as "pesos" where the country is not
            said), ``%``, the unit of measure in its usual short form ("km"), or for a count
            the lower-case noun that follows it ("hostages"); None where there is none.
        kind: What it measures. Numbers without a numeral ("hundreds of") are ``OTHER``.
        high: The upper end of a range, or None. "Hundreds" reaches from 100 to 1000.
        qualifier: How exactly the text means it.
    """

    span: Span
    value: Decimal
    unit: str | None
    kind: FigureKind
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
