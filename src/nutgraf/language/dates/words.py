"""The words of calendar time in English, as tables.

What an expression made of them means is decided in the readers, not here.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

# First and last month, as weather services count in the northern hemisphere; winter ends in the
# following year.
SEASONS: Final = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}

NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

# The numbers that a writer leaves open: only the end at the reference is known.
VAGUE_NUMBERS: Final = ("a few", "few", "several", "some", "many")

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip

TENS: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

DEICTIC_DAYS: Final = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}

# Which of a row of periods is meant, counted from the one that holds the reference.
STEPS: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "this": 0, "current": 0, "same": 0, "that": 0, "very": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip

# Names that hold a weekday without telling a plain one: feasts, papers, programmes.
BEFORE_WEEKDAY: Final = (
    "ash", "black", "bloody", "blue", "cyber", "easter", "good", "holy", "joe", "man", "maundy",
    "palm", "ruby", "sheffield", "shrove", "super", "giving",
)  # fmt: skip
# Before a weekday, what makes it one of many ...
EVERY_WEEKDAY: Final = ("any", "each", "every", "most", "per", "alternate")
# ... and what leaves it open, unless a noun follows: "a Friday in March", "a Friday statement".
ANY_WEEKDAY: Final = ("a", "an", "one", "some", "another")
AFTER_WEEKDAY: Final = (
    "Times", "Telegraph", "Mirror", "Express", "Herald", "Tribune", "Post", "Mail", "Star",
    "School", "Night Live", "Night Football", "Night Lights",
)  # fmt: skip

# Nouns that a month named before them dates; other words after "the March" make it an event's name.
# What "the May government" has is a person's name.
NAMED_AFTER_PEOPLE: Final = frozenset({
    "administration", "cabinet", "era", "family", "government", "campaign", "team", "premiership",
})  # fmt: skip

# Months that are also given names, verbs or modals.
AMBIGUOUS_MONTHS: Final = frozenset(
    {"jan", "mar", "march", "april", "may", "june", "august", "dec"}
)
# Before these months, and before a season, one of these words makes them a time.
MONTH_LEADS: Final = (
    "in", "by", "since", "until", "till", "from", "during", "through", "throughout", "before",
    "after", "between", "late", "early", "mid", "end of", "start of", "beginning of", "middle of",
    "month of",
)  # fmt: skip
PERIOD_LEADS: Final = (
    "in", "by", "since", "until", "till", "during", "through", "throughout", "before", "after",
    "over", "late", "early", "mid",
)  # fmt: skip

# A four-digit number after one of these words is a year ...
YEAR_LEADS: Final = frozenset({
    "in", "since", "until", "till", "by", "before", "after", "during", "from", "year", "circa",
    "ca", "early", "late", "mid", "between", "born", "died", "founded", "established", "est",
    "dated", "throughout", "around", "spring", "summer", "autumn", "fall", "winter", "fiscal",
    "season", "class of", "copyright", "as of", "c", "b", "d",
})  # fmt: skip
# ... after one of these, a quantity or a label ...
NUMBER_LEADS: Final = frozenset({
    "about", "almost", "nearly", "over", "than", "some", "approximately", "exactly", "only",
    "least", "most", "another", "version", "windows", "boeing", "airbus", "additional",
    "roughly", "no", "number", "room", "flight",
    "route", "highway", "section", "article", "channel", "page", "pages", "line", "model",
    "bus", "chapter", "figure", "table", "box", "suite", "unit", "plus",
})  # fmt: skip
# ... and before one of these, always a quantity (plurals are told by their ending).
COUNTED: Final = frozenset({
    "people", "men", "women", "children", "police", "staff", "sheep", "cattle", "fish", "species",
    "km", "m", "cm", "mm", "kg", "g", "ft", "mi", "mph", "mb", "gb", "kw", "mw", "hz", "rpm",
    "metre", "meter", "mile", "foot", "feet", "hectare", "acre", "tonne", "ton", "percent",
    "hours", "million", "billion", "trillion", "thousand", "hundred", "per", "pm", "am",
    "gmt", "utc", "bst", "cet", "est", "edt", "pst", "pdt", "cest", "jst", "aest", "hrs",
    "square", "cubic", "local", "other", "more", "additional", "new", "foreign", "troops",
    "personnel", "aircraft", "strong",
})  # fmt: skip
# Plurals that measure by a year: "ten percent of 2000 levels".
BASE_YEAR_NOUNS: Final = frozenset({"levels", "prices", "values", "terms", "rates"})
# Words that tell a firm's or a country's quarter from a game's.
FINANCE: Final = frozenset({
    "analysts", "bookings", "borrowing", "deliveries", "demand", "dividend", "earnings", "economy",
    "exports", "gdp", "growth", "guidance", "imports", "income", "inflation", "investors", "loss",
    "losses", "margin", "margins", "orders", "output", "profit", "profits", "quarterly", "results",
    "revenue", "revenues", "sales", "shareholders", "shares", "shipments", "spending", "turnover",
    "year-on-year", "layoffs", "unemployment", "forecast", "bank", "subscribers",
})  # fmt: skip
# Before or after "today", what makes it "nowadays".
NOWADAYS_BEFORE: Final = (
    "than", "of", "even", "in use", "(?:it|they|we|that|he|she) (?:is|are)", "known", "used",
    "alive", "available", "like",
)  # fmt: skip
NOWADAYS_OF: Final = (
    "generation", "society", "world", "youth", "young", "children", "kids", "teenagers", "students",
    "standards", "terms", "money", "technology", "consumers", "families", "women", "men",
)  # fmt: skip
# Words that may follow a year that stands as a phrase of its own.
FUNCTION_WORDS: Final = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i",
    "you", "his", "her", "its", "their", "our", "and", "but", "or", "nor", "as", "at", "by",
    "for", "from", "in", "into", "of", "on", "to", "with", "was", "were", "is", "are", "be",
    "been", "has", "have", "had", "will", "would", "could", "should", "may", "might", "can",
    "did", "does", "do", "when", "where", "while", "who", "which", "after", "before", "until",
    "till", "because", "if", "though", "although", "so", "yet", "not", "also",
})  # fmt: skip
