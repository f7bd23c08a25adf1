"""Reads which verb has which subject and object, and which clause stands in which.

One pass over the chunks of a sentence with a stack of open clauses: no grammar, but what word order
and function words tell of English. ``openers`` reads the words that open and close clauses,
``subjects`` finds the subjects, ``dependents`` attaches what has no tense, ``mending`` comes last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates import dependents, finiteness, governors, openers, subjects
from nutgraf.language.predicates.chunks import Chunk, Mark
from nutgraf.language.predicates.drafts import Draft
from nutgraf.language.predicates.frames import Frame
from nutgraf.language.predicates.mending import mend
from nutgraf.language.predicates.phrases import Phrase
from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.sources import HEARSAY_ADVERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.groups import Group
    from nutgraf.language.predicates.words import Word

_PREPOSITIONS: Final = frozenset({"PRP", "PRF"})
# Prepositions that may open a clause ("after he left").
_SUBORDINATING: Final = frozenset({"after", "before", "since", "until", "as", "like"})
# What a shared auxiliary gives to a bare form after "and".
_SHARED: Final = ("clause", "subject", "host", "governor", "effect", "reached", "claim")

# Before its subject one of these makes a condition without "if" (Quirk et al. 15.36).
_INVERTED_CONDITIONS: Final = frozenset({"had", "were", "should"})


class Syntax:
    """Reads one sentence.

    Attributes:
        words: Its words.
        chunks: Its chunks, without tags such as ", police said".
        drafts: The predicates read so far, in order.
        frames: The clauses that are open, the innermost last.
    """

    def __init__(
        self, words: Sequence[Word], chunks: Sequence[Chunk], *, whole: bool = True
    ) -> None:
        """Take the tagged words of a sentence and its chunks.

        Args:
            words: The tagged words.
            chunks: The chunks to read.
            whole: Whether they make a clause, so that a verb is to be found for it.
        """
        self._whole = whole
        self._mended = 0
        self.words = words
        self.chunks = chunks
        self.drafts: list[Draft] = []
        self.frames = [Frame()]
        self.after_preposition: int | None = None

    @property
    def frame(self) -> Frame:
        """The innermost open clause."""
        return self.frames[-1]

    def read(self) -> list[Draft]:
        """Read all chunks and return the predicates."""
        for number, chunk in enumerate(self.chunks):
            if isinstance(chunk, Mark):
                openers.read_mark(self, number, chunk)
            elif isinstance(chunk, Phrase):
                self._read_phrase(number, chunk)
            else:
                self._read_group(number, chunk)
        self._mend()
        return self.drafts

    def restart(self, *, whole: bool = True) -> None:
        """Begin a clause of its own, as behind a semicolon; it goes on with what is claimed.

        Args:
            whole: Whether a verb is to be found for it; behind a colon there may be none.
        """
        self._mend()
        self._whole = self._whole and whole
        claims = [frame for frame in self.frames if frame.claim is not None]
        going_on = claims[-1] if claims and not whole else Frame()
        self.frames = [Frame(going_on.clause, going_on.host, claim=going_on.claim)]

    def _mend(self) -> None:
        if self._whole:
            mend(self.words, self.drafts[self._mended :], self.frames[0])
        self._mended = len(self.drafts)

    def before(self, number: int) -> Chunk | None:
        """Return the chunk before, adverbs and quotation marks passed over."""
        while number > 0:
            number -= 1
            chunk = self.chunks[number]
            if not (isinstance(chunk, Mark) and chunk.tag in {"AV0", "XX0", "PUQ"}):
                return chunk
        return None

    def after(self, number: int) -> Chunk | None:
        """Return the chunk behind, adverbs and quotation marks passed over."""
        for chunk in self.chunks[number + 1 :]:
            if not (isinstance(chunk, Mark) and chunk.tag in {"AV0", "PUQ"}):
                return chunk
        return None

    def host(self) -> Draft | None:
        """Return the predicate in whose clause a new one stands."""
        frame = self.frame
        return frame.last or frame.head or frame.host

    def push(self, frame: Frame) -> None:
        """Open a clause; one within a claim that has no verb yet is part of the claim."""
        around = self.frame
        around.link = "" if frame.clause is Clause.COMPLEMENT else around.link
        if frame.claim is None and around.last is None and frame.host is around.host:
            frame.claim = around.claim
        self.frames.append(frame)

    def complement(self, host: Draft, *, interrogative: bool = False) -> None:
        """Open the clause that a verb governs."""
        effect = governors.CLAUSE_VERBS.get(host.lemma)
        if (particle := host.group.particle) is not None:
            effect = governors.PHRASAL.get((host.lemma, self.words[particle].lower), effect)
        while len(self.frames) > 1 and host not in (self.frame.last, self.frame.head):
            self.frames.pop()
        claim = dependents.claim_of(host, self.words)
        frame = Frame(Clause.COMPLEMENT, host, host.group.main, effect, claim)
        frame.interrogative = interrogative
        host.governs = True
        self.push(frame)

    def adverbial(self, clause: Clause, *, comma: bool) -> None:
        """Open an adverbial clause or a condition."""
        around = self.frame
        preposed = around.head is None
        if clause is Clause.CONDITION:
            openers.make_conditional(around)
        frame = Frame(clause, self.host(), comma=comma and not preposed, preposed=preposed)
        frame.conditional = clause is Clause.CONDITION
        self.push(frame)

    # Noun phrases

    def _read_phrase(self, number: int, phrase: Phrase) -> None:
        before, last = self.before(number), self.frame.last
        if isinstance(before, Mark) and before.tag in _PREPOSITIONS:
            self._read_prepositional(number, before, phrase)
            return
        if phrase.temporal and self._is_adverbial(number):
            if last is not None:
                last.adverbs += [w.lower for w in self.words[phrase.first : phrase.last + 1]]
            return
        if last is not None and before is last.group:
            self._take_object(last, phrase)
            if not subjects.may_be_subject_behind(last):
                return
        elif last is not None and before is last.object and last.lemma in governors.DITRANSITIVE:
            last.object, last.addressee = phrase, last.object
        self.frame.free.append((number, phrase))

    def _read_prepositional(self, number: int, preposition: Mark, phrase: Phrase) -> None:
        last = self.frame.last if preposition.lower == "by" and self._may_act(phrase) else None
        if last is not None and last.group.passive and last.agent is None:
            last.agent = phrase
        if preposition.lower in _SUBORDINATING:
            self.after_preposition = number

    def _may_act(self, phrase: Phrase) -> bool:
        """Tell whether a phrase after "by" says who did it ("by the mayor", not "by 3 percent")."""
        head = self.words[phrase.heads[-1][1]]
        when = phrase.temporal or (phrase.nearest is not None and phrase.nearest.temporal)
        return not when and head.tag != "CRD" and head.lemma not in governors.NO_AGENTS

    def _is_adverbial(self, number: int) -> bool:
        """Tell whether a phrase of time is no subject: no verb follows, or it has another."""
        following = self.after(number)
        is_subject = not isinstance(following, Phrase | Mark) and not self.frame.free
        return not is_subject or following is None

    def _take_object(self, draft: Draft, phrase: Phrase) -> None:
        if draft.lemma in governors.COPULAS:
            draft.complement = (phrase.first, phrase.last)
        elif not draft.group.passive:
            draft.object = phrase
        elif len(draft.group.verbs) == 1:
            draft.retained = phrase

    # Verb groups

    def _read_group(self, number: int, group: Group) -> None:
        draft = Draft(group, self.words[group.main].lemma)
        adverbs = [(n, self.words[n].lower) for n in group.adverbs]
        draft.adverbs = [word for _, word in adverbs]
        draft.hearsay = next((n for n, word in adverbs if word in HEARSAY_ADVERBS), None)
        if (last := self._shared_with(number, group)) is not None:
            self._share(draft, last)
        else:
            if finiteness.has_tense(self, number, group):
                group.passive = group.passive and group.form == "infinitive"
                group.form = "finite"
            if group.form == "finite":
                self._finite(number, draft)
            else:
                dependents.attach(self, number, draft)
        self.frame.last = draft
        self.frame.link = ""
        self.drafts.append(draft)

    def _shared_with(self, number: int, group: Group) -> Draft | None:
        """Return the predicate whose auxiliary a bare form shares ("will meet and SIGN")."""
        link, last = self.before(number), self.frame.last
        if not (isinstance(link, Mark) and link.tag == "CJC") or last is None:
            return None
        tag, earlier = self.words[group.main].tag, self.words[last.group.main].tag
        if len(group.verbs) > 1 or tag[:2] != "VV":
            return None
        if self._is_past_behind_negation(link, last, tag):
            self.words[group.main].tag, group.form, group.passive = "VVD", "finite", False
            return None
        return last if _shares(tag, earlier, last) else None

    def _is_past_behind_negation(self, link: Mark, last: Draft, tag: str) -> bool:
        """Tell whether "and" goes on with what did happen: "had not shown it, and ORDERED lunch".

        Without anything between the two the negation is that of both ("was not signed and sealed").
        """
        linked = link.lower in {"and", "but"} and last.group.negators % 2 == 1
        apart = self.frame.free or last.object is not None or self.frame.after_comma
        return linked and tag in {"VVD", "VVN"} and bool(apart) and not last.group.passive

    def _share(self, draft: Draft, last: Draft) -> None:
        group, other = draft.group, last.group
        group.form, group.passive = other.form, other.passive
        group.perfect, group.progressive = other.perfect, other.progressive
        if self.frame.link not in {"but", "nor"}:  # "was not killed BUT hurt"; "nor" negates itself
            group.negators += other.negators
        group.verbs = [*other.verbs[:-1], group.main]
        for name in _SHARED:
            setattr(draft, name, getattr(last, name))
        draft.conditional, draft.question = last.conditional, last.question
        draft.hearsay = last.hearsay if draft.hearsay is None else draft.hearsay
        if group.form == "finite":
            self.frame.head, self.frame.free = draft, []

    def _finite(self, number: int, draft: Draft) -> None:
        draft.subject = draft.group.inner or subjects.find(self, number, draft)
        frame = self.frame
        draft.clause, draft.host, draft.governor = frame.clause, frame.host, frame.governor
        draft.effect, draft.claim = frame.effect, frame.claim
        draft.question, draft.noun = frame.interrogative, frame.noun
        draft.reached = frame.clause is Clause.COMPLEMENT
        draft.conditional = draft.conditional or frame.conditional
        if frame.clause is not Clause.CONDITION:
            frame.conditional = False
        if self._is_inverted_condition(draft):
            draft.clause, draft.conditional = Clause.CONDITION, True
        if frame.gap and frame.antecedent is not None and draft.subject is not frame.antecedent:
            draft.object = frame.antecedent
            frame.gap = False
        frame.head = draft
        frame.free = []

    def _is_inverted_condition(self, draft: Draft) -> bool:
        """Tell whether the order alone makes it a condition: "HAD IT NOT BEEN LAID up, ..."."""
        first = draft.group.first
        opens = first == 0 or self.words[first - 1].text in {",", "\u201c", '"'}
        word = self.words[first].lower
        asked = any(one.text == "?" for one in self.words[-2:])
        return draft.group.inverted and opens and word in _INVERTED_CONDITIONS and not asked


def _shares(tag: str, earlier: str, last: Draft) -> bool:
    """Tell whether a bare form has the form of the verb before the conjunction."""
    if tag == "VVD":
        return earlier[2] == "N" and len(last.group.verbs) > 1
    return earlier[2] == {"VVI": "I", "VVB": "I", "VVN": "N", "VVG": "G"}.get(tag)
