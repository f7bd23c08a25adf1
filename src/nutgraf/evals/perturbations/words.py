"""The words that perturbations put in: invented names, invented speech, pairs of common words.

All are made up for this purpose; none is taken from a corpus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.language.names import NameKind


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(words.split())


OUTSIDERS: Final[dict[NameKind, tuple[str, ...]]] = {
    "person": (
        "Howard Brennick", "Alma Thorsby", "Dilip Varghane", "Marta Quillfeather",
        "Owen Castellow", "Nadia Premchand", "Stig Halvarsen", "Yvette Marchbank",
        "Kofi Adomako", "Ruben Estanza", "Ingrid Solheim", "Tomasz Wierzba",
    ),
    "organization": (
        "Harrowgate Partners", "Northmoor Institute", "Calder Foundation", "Vantrex",
        "Ellsworth Council", "Brightwater Agency", "Oakhurst University", "Sandoval Group",
        "Meridian Trust", "Kestrel Union",
    ),
    "place": (
        "Varnholm", "Port Ellery", "Castellar", "Brackenford", "Ostravia", "Lake Merrin",
        "Tolvane", "Quintera", "Halmsbury", "Nordhagen",
    ),
}  # fmt: skip

SPEECH: Final = (
    "We never expected it to come to this, and somebody has to answer for it.",
    "I have nothing to hide, and anyone may look at the books.",
    "There is no going back to the way things were before.",
    "People here are tired of waiting and want to see results.",
    "It was the hardest choice that I have ever had to make.",
    "We are only asking for what was promised to us years ago.",
    "Nobody told us about the danger until it was far too late.",
    "I would do exactly the same again if I were asked tomorrow.",
    "This is a great day for everyone who believed in us.",
    "The numbers speak for themselves, and they are not pretty.",
)
FRAGMENTS: Final = (
    "a slap in the face", "the worst kept secret in town", "nothing short of a miracle",
    "a wake-up call for everybody", "money thrown out of the window", "a bridge too far",
)  # fmt: skip

# Pairs of words of one class and form, so that either may stand where the other does.
PAIRS: Final = (
    ("good", "bad"), ("better", "worse"), ("best", "worst"), ("more", "less"), ("most", "least"),
    ("many", "few"), ("always", "never"), ("first", "last"), ("new", "old"), ("big", "small"),
    ("high", "low"), ("higher", "lower"), ("strong", "weak"), ("easy", "hard"), ("early", "late"),
    ("right", "wrong"), ("great", "poor"), ("before", "after"), ("all", "some"),
    ("people", "workers"), ("children", "parents"), ("men", "women"), ("year", "month"),
    ("years", "months"), ("day", "week"), ("days", "weeks"), ("city", "country"),
    ("money", "time"), ("home", "school"), ("thing", "question"), ("things", "questions"),
    ("water", "land"), ("law", "plan"), ("rules", "prices"), ("problem", "reason"),
    ("think", "hope"), ("know", "fear"), ("want", "need"), ("like", "hate"), ("help", "harm"),
    ("win", "lose"), ("won", "lost"), ("give", "take"), ("given", "taken"), ("gave", "took"),
    ("came", "went"), ("open", "close"), ("opened", "closed"), ("start", "stop"),
    ("started", "stopped"), ("buy", "sell"), ("bought", "sold"), ("keep", "drop"),
    ("learned", "forgotten"), ("happy", "angry"), ("safe", "unsafe"), ("public", "private"),
    ("important", "harmless"), ("possible", "impossible"), ("clear", "unclear"), ("long", "short"),
    ("life", "death"), ("house", "garden"), ("team", "board"), ("game", "season"),
    ("today", "yesterday"), ("up", "down"), ("increase", "decrease"), ("support", "oppose"),
    ("everyone", "nobody"), ("everything", "nothing"), ("really", "hardly"), ("often", "rarely"),
    ("can", "cannot"), ("truth", "story"), ("work", "talk"), ("world", "region"),
)  # fmt: skip
