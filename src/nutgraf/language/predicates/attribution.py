"""Says whose claim each predicate of a sentence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.predicates.chunks import first_word
from nutgraf.language.predicates.drafts import Claim
from nutgraf.language.predicates.record import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.chunks import Chunk
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.tags import Tag
    from nutgraf.language.predicates.words import Word
    from nutgraf.language.quotations import Quotation


class Claims:
    """The tags and quotations of one sentence."""

    def __init__(
        self,
        words: Sequence[Word],
        chunks: Sequence[Chunk],
        tags: Sequence[Tag],
        quotations: Sequence[Quotation],
    ) -> None:
        """Take what a sentence says of its sources."""
        self._words = words
        self._scopes = [self._scope(chunks, tag) for tag in tags]
        self._quotations = quotations

    def _scope(self, chunks: Sequence[Chunk], tag: Tag) -> tuple[Tag, int, int]:
        """Return a tag with the words that it holds for: ``[start, end)``."""
        at = first_word(chunks[tag.start])
        end = at if tag.ends_content else len(self._words)
        # "It sank, and ACCORDING TO THE CREW it burned": not for what stands before the "and".
        anew = tag.draft is None and at > 1 and self._words[at - 1].tag == "CJC"
        return tag, at if anew and self._words[at - 2].text == "," else 0, end

    def give(self, drafts: Sequence[Draft]) -> None:
        """Give the tags' claims to the predicates that have no other."""
        own = {id(tag.draft) for tag, _, _ in self._scopes}
        for tag, start, end in self._scopes:
            for draft in drafts:
                inside = start <= draft.group.main < end
                if inside and draft.claim is None and draft.host is None and id(draft) not in own:
                    draft.claim = tag.claim

    def of(self, draft: Draft) -> Attribution | None:
        """Return whose claim a predicate is."""
        claim = self._claim(draft)
        quoted = self._quoted(draft)
        if quoted is not None and (claim is None or self._outside(claim, quoted)):
            return self._quotation(quoted, claim)
        if claim is not None:
            return self._record(claim, quoted=quoted is not None)
        return None

    def _claim(self, draft: Draft) -> Claim | None:
        """Return the nearest claim, a named source before "reportedly"."""
        hearsay = None
        above: Draft | None = draft
        while above is not None:
            if above.hearsay is not None and hearsay is None:
                at = above.hearsay
                hearsay = Claim(None, at, at, self._words[at].lower)
            if above.claim is not None:
                return above.claim if above.claim.source or hearsay is None else hearsay
            above = above.host
        return hearsay

    def is_direct(self, draft: Draft) -> bool:
        """Tell whether a predicate stands in direct speech."""
        quoted = self._quoted(draft)
        return quoted is not None and quoted.direct

    def _quoted(self, draft: Draft) -> Quotation | None:
        at = self._words[draft.group.main].start
        inside = [one for one in self._quotations if one.span.start <= at < one.span.end]
        return inside[-1] if inside else None

    def _outside(self, claim: Claim, quotation: Quotation) -> bool:
        at = self._words[claim.first].start
        return not quotation.span.start <= at < quotation.span.end

    def _quotation(self, quotation: Quotation, claim: Claim | None) -> Attribution:
        if claim is None:
            return Attribution(quotation.speaker_span, None, "", quoted=True)
        record = self._record(claim, quoted=True)
        source = quotation.speaker_span or record.source
        return Attribution(source, record.cue, record.lemma, record.factive, quoted=True)

    def _record(self, claim: Claim, *, quoted: bool) -> Attribution:
        source = claim.source
        span = None
        if source is not None:
            span = Span(self._words[source.first].start, self._words[source.last].end)
        cue = Span(self._words[claim.first].start, self._words[claim.last].end)
        return Attribution(span, cue, claim.lemma, claim.factive, quoted)
