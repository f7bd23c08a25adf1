"""Decides whether what a predicate says took place, and whether it is said not to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates import governors
from nutgraf.language.predicates.governors import Effect
from nutgraf.language.predicates.record import Clause
from nutgraf.language.status_cues import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.attribution import Claims
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.words import Word

_AHEAD: Final = frozenset({"will", "shall", "'ll", "wo", "sha"})
_COUNTERFACTUAL: Final = frozenset({"would", "'d", "should"})
_TOMORROW: Final = frozenset({"tomorrow", "next"})
_GO_ON: Final = ("go", "on")
_ONGOING_VERBS: Final = frozenset({"continue", "remain", "keep"})
_BY_EFFECT: Final = {
    Effect.PLANS: Status.PLANNED,
    Effect.AWAITS: Status.PLANNED,
    Effect.OPENS: Status.POSSIBLE,
    Effect.DOUBTS: Status.POSSIBLE,
    Effect.DENIES: Status.DENIED,
}


class Modality:
    """Reads status and polarity of the predicates of one sentence, each once."""

    def __init__(self, words: Sequence[Word], claims: Claims) -> None:
        """Take the words of the sentence and whose claims are in it."""
        self._words = words
        self._claims = claims
        self._asks = any(word.text == "?" for word in words[-2:])
        self._known: dict[int, tuple[Status, bool]] = {}

    def of(self, draft: Draft) -> tuple[Status, bool]:
        """Return status and negation of a predicate."""
        key = id(draft)
        if key not in self._known:
            self._known[key] = Status.HAPPENED, False  # ends a circle, should there be one
            self._known[key] = self._read(draft)
        return self._known[key]

    def _read(self, draft: Draft) -> tuple[Status, bool]:
        negated = self._is_negated(draft)
        if draft.effect is not None or draft.reached:
            return self._governed(draft, negated=negated)
        return self._own(draft), negated

    def _own(self, draft: Draft) -> Status:
        """Return what the verb group tells by itself."""
        status = self._by_modal(draft) or self._by_tense(draft)
        hedged = status in {Status.HAPPENED, Status.PLANNED, Status.ONGOING}
        asked = (
            self._is_imperative(draft) or draft.question or (draft.group.inverted and self._asks)
        )
        if asked or (hedged and self._is_open(draft)):
            return Status.POSSIBLE
        if status is Status.HAPPENED and self._called_off(draft):
            return Status.DENIED
        return status

    def _is_open(self, draft: Draft) -> bool:
        if draft.conditional and draft.clause is Clause.CONDITION:
            return True
        past = self._tag(draft, 0)[2:] in {"D", "N"} and self._tag(draft, 0)[:2] != "VM"
        return (draft.conditional and not past) or not governors.HEDGES.isdisjoint(draft.adverbs)

    def _by_modal(self, draft: Draft) -> Status | None:
        modal = self._words[draft.group.verbs[0]]
        if modal.tag != "VM0":
            return None
        if modal.lower in _AHEAD:
            return Status.PLANNED
        if draft.group.perfect and modal.lower in _COUNTERFACTUAL:
            return Status.DENIED
        if modal.lower in {"would", "'d"} and self._is_told(draft):
            return Status.PLANNED
        return Status.POSSIBLE

    def _is_told(self, draft: Draft) -> bool:
        """Tell whether "would" is "will" told in the past."""
        claim, host = draft.claim, draft.host
        if claim is None and host is not None and draft.clause is not Clause.RELATIVE:
            claim = host.claim
        if claim is None or draft.conditional or self._claims.is_direct(draft):
            return False
        tags = [self._words[number].tag for number in range(claim.first, claim.last + 1)]
        return not any(tag in {"VVZ", "VVB"} for tag in tags)

    def _by_tense(self, draft: Draft) -> Status:
        group = draft.group
        first = self._tag(draft, 0)
        present = first in {"VBZ", "VBB", "VHZ", "VHB"}
        if not _TOMORROW.isdisjoint(draft.adverbs) and first[2:] in {"Z", "B"}:
            return Status.PLANNED
        if present and group.progressive:
            return Status.ONGOING
        goes_on = draft.lemma in _ONGOING_VERBS or (draft.lemma, self._particle(draft)) == _GO_ON
        if goes_on and first in {"VVZ", "VVB"}:
            return Status.ONGOING
        if present and draft.lemma == "be" and "still" in draft.adverbs:
            return Status.ONGOING
        return Status.HAPPENED

    def _is_imperative(self, draft: Draft) -> bool:
        """Tell whether somebody is told to do it: a bare form without a subject."""
        bare = len(draft.group.verbs) == 1 and self._tag(draft, 0) in {"VVB", "VBI", "VVI"}
        return bare and draft.subject is None and draft.clause is Clause.MAIN

    def _called_off(self, draft: Draft) -> bool:
        if (particle := self._particle(draft)) is not None:
            return (draft.lemma, particle) in governors.CALLED_OFF_PHRASAL
        return draft.lemma in governors.CALLED_OFF

    def _particle(self, draft: Draft) -> str | None:
        number = draft.group.particle
        return None if number is None else self._words[number].lower

    def _tag(self, draft: Draft, number: int) -> str:
        return self._words[draft.group.verbs[number]].tag

    def _is_negated(self, draft: Draft) -> bool:
        count = draft.group.negators
        for phrase in (draft.subject if draft.group.form == "finite" else None, draft.object):
            if phrase is not None and phrase.negative and self._negates(phrase.first):
                count += 1
        if draft.complement is not None and self._words[draft.complement[0]].lower == "no":
            count += self._negates(draft.complement[0])
        return count % 2 == 1

    def _negates(self, first: int) -> bool:
        """Tell whether "no" negates here ("no fewer than ten", "no doubt" do not)."""
        following = self._words[first + 1].lower if first + 1 < len(self._words) else ""
        return following not in {"fewer", "less", "more", "later", "doubt", "wonder", "sooner"}

    def _governed(self, draft: Draft, *, negated: bool) -> tuple[Status, bool]:
        host, effect = draft.host, draft.effect
        above: tuple[Status, bool] = (Status.HAPPENED, False)
        if host is not None:
            above = self.of(host)
        reaches = draft.reached and (
            draft.clause is not Clause.COMPLEMENT or (host is not None and self._raises(host))
        )
        own = self._own(draft)
        if effect is Effect.DENIES:
            return (Status.POSSIBLE if above[1] else Status.DENIED), negated
        if effect in {Effect.TURNS, Effect.DOUBTS, Effect.AWAITS}:
            negated = not negated
        if reaches and above[1]:
            negated = not negated
        return self._status_under(draft, own, above[0]), negated

    def _raises(self, host: Draft) -> bool:
        return host.lemma in governors.RAISING and host.group.negators % 2 == 1

    def _status_under(self, draft: Draft, own: Status, above: Status) -> Status:
        effect = draft.effect
        if draft.clause is Clause.COMPLEMENT:
            past = self._tag(draft, 0)[2:] in {"D", "N"}
            if effect is None or own is not Status.HAPPENED or past:
                return own
            return _BY_EFFECT.get(effect, own)
        if effect in {Effect.KEEPS, Effect.TURNS, None}:
            keeps = not draft.reached or own is not Status.HAPPENED or above is Status.DENIED
            return own if keeps else above
        if effect is Effect.PLANS and draft.group.perfect and draft.group.form == "infinitive":
            return Status.DENIED  # "was to have met"
        if above is Status.POSSIBLE or (above is Status.DENIED and effect is Effect.PLANS):
            return Status.POSSIBLE
        return _BY_EFFECT[effect]
