"""What a verb, an adjective or a noun says of the infinitive, gerund or clause that it governs.

Tables only; ``modality`` applies them. The classes follow the literature on complements:
implicatives keep or turn the polarity (Karttunen 1971), verbs of intending look ahead, verbs of
wanting and asking leave open whether it came about, and what is denied is claimed not to be so.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words


class Effect(Enum):
    """What becomes of what is governed."""

    KEEPS = "it took place as the governing verb did"
    TURNS = "it took place only if what governs it did not"
    PLANS = "it is ahead"
    AWAITS = "it is ahead and has not come about"
    OPENS = "whether it took place is left open"
    DOUBTS = "it is open, and rather not so"
    DENIES = "somebody says that it is not so"


def _table(rows: dict[Effect, str]) -> dict[str, Effect]:
    return {word: effect for effect, words in rows.items() for word in words.split()}


# "agreed TO MEET", "asked the firm TO PAY": by the verb's dictionary form.
INFINITIVE_VERBS: Final = _table({
    Effect.KEEPS: "manage begin start continue proceed happen get come go help force cause lead "
    "compel make let dare remember rush hurry use prompt drive persuade convince tend choose opt "
    "elect turn prove say report know find see hear watch feel believe think understand suspect "
    "reveal show claim purport allege pretend grow enable",
    Effect.TURNS: "fail refuse decline neglect omit cease hesitate forget scorn disdain",
    Effect.PLANS: "plan intend aim expect prepare pledge promise vow agree commit schedule arrange "
    "decide set slate poise project anticipate mean suppose book resolve swear undertake design "
    "determine tip vote bind forecast predict destine fix earmark line conspire will be",
    Effect.OPENS: "threaten hope want wish seek aspire offer try attempt struggle ask urge order "
    "tell call invite encourage advise warn require need ought allow permit free propose recommend "
    "consider long like love prefer demand beg press push fight apply petition lobby campaign wait "
    "rate seem appear authorise authorize instruct challenge request command remind implore bid "
    "battle scramble strive work oblige empower entitle qualify tempt afford stand desire pressure "
    "pressurise pressurize lure",
})  # fmt: skip
# Verbs that reach over a noun to the infinitive ("asked THE FIRM to pay") and give it its subject.
OBJECT_CONTROL: Final = frozenset(
    "help force cause lead compel prompt drive persuade convince expect ask urge order tell invite "
    "encourage advise warn require need allow permit want wish like prefer beg press push "
    "authorise authorize instruct challenge request command remind implore bid oblige empower "
    "entitle tempt schedule arrange appoint set enable pressure pressurise pressurize get make let "
    "have see hear watch call elect choose design intend mean believe think understand find know "
    "report show lobby petition lure".split()
)
# After these a verb without "to" is governed ("helped BUILD", "let him GO").
BARE_INFINITIVE_VERBS: Final = frozenset("help make let see hear watch have dare need feel".split())

# "is likely TO PASS".
INFINITIVE_ADJECTIVES: Final = _table({
    Effect.KEEPS: "able happy glad proud sorry quick slow first last only right wrong lucky "
    "content pleased delighted forced obliged surprised shocked free_to",
    Effect.TURNS: "unable powerless unfit",
    Effect.DOUBTS: "impossible unlikely unwilling reluctant afraid loath hesitant unprepared",
    Effect.PLANS: "due bound set certain sure expected scheduled slated poised supposed meant "
    "about ready_made track going destined planned booked determined",
    Effect.OPENS: "likely willing ready eager free keen prepared open possible hard difficult easy "
    "tough dangerous important necessary essential vital anxious desperate tempted eligible "
    "entitled welcome better best wise safe allowed interested inclined required needed",
})  # fmt: skip

# "a plan TO CLOSE the school", "accusations OF TAKING bribes".
NOUNS: Final = _table({
    Effect.KEEPS: "success history experience habit fact honour honor crime",
    Effect.TURNS: "failure refusal inability",
    Effect.DOUBTS: "reluctance unwillingness hesitation",
    Effect.PLANS: "plan decision agreement pledge promise vow intention deal commitment scheme "
    "preparation schedule resolution aim goal intent",
    Effect.OPENS: "attempt bid effort right ability chance opportunity offer proposal request "
    "order call threat option need power permission freedom likelihood possibility risk idea hope "
    "wish desire willingness readiness appeal demand motion application invitation pressure way "
    "campaign push recommendation accusation allegation charge suspicion fear prospect danger "
    "thought suggestion plot move authority duty obligation incentive capacity warning mandate "
    "drive time",
})  # fmt: skip

# Nouns beside these that a clause with "that" may explain.
CLAUSE_NOUNS: Final = frozenset(
    "certainty doubt condition guarantee assurance fact news evidence proof sign finding point "
    "understanding realisation realization agreement decision idea possibility risk chance hope "
    "likelihood fear prospect".split()
)
# Verbs that need an object: where they have none, the noun before "that" is it ("the offer that
# the board received").
TRANSITIVE: Final = frozenset(
    "make receive reject issue publish hear read submit sign see approve put accept produce give "
    "take send get face raise level bring".split()
)
# What stands after "by" without having done it ("fell by 3 percent", "asked by name").
NO_AGENTS: Final = frozenset(
    "percent percentage cent point pound dollar euro mile hour minute day week month quarter year "
    "half third name law mistake accident hand phone email letter post mail train bus car "
    "road rail sea air land means way chance nature definition default surprise contrast sale "
    "use".split()
)

# "denied TAKING bribes", "stopped SELLING".
GERUND_VERBS: Final = _table({
    Effect.KEEPS: "begin start continue keep finish resume admit confess recall remember regret "
    "enjoy spend report mention acknowledge celebrate see catch hear watch find show leave help "
    "defend justify like love hate",
    Effect.TURNS: "stop quit cease avoid resist halt end miss escape give",
    Effect.PLANS: "plan schedule envisage",
    Effect.OPENS: "consider weigh mull contemplate suggest propose recommend discuss risk fear "
    "favour favor oppose imagine advise debate ponder study explore support back allow permit "
    "advocate mean involve require try",
    Effect.DENIES: "deny",
})  # fmt: skip
# "accused of TAKING", "banned from SELLING": by verb and preposition.
GERUND_WITH_PREPOSITION: Final = _table({
    Effect.KEEPS: "convict+of convict+for jail+for fine+for praise+for thank+for blame+for "
    "criticise+for criticize+for apologise+for apologize+for succeed+in insist+on arrest+for "
    "sentence+for sack+for fire+for guilty+of honour+for honor+for go+on keep+on",
    Effect.TURNS: "prevent+from stop+from ban+from bar+from block+from keep+from discourage+from "
    "deter+from prohibit+from refrain+from abstain+from exclude+from",
    Effect.PLANS: "plan+on",
    Effect.OPENS: "accuse+of suspect+of charge+with aim+at think+of think+about talk+of talk+about "
    "dream+of warn+against warn+of vote+against consist+of argue+for call+for opt+for push+for "
    "capable+of close+to look+at decide+against advise+against press+for arrest+on "
    "threaten+with",
})  # fmt: skip
GERUND_PREPOSITIONS: Final = _table({
    Effect.TURNS: "without instead_of rather_than",
    Effect.OPENS: "against towards toward about",
})  # fmt: skip
# "left Y standing", "stopped X selling": with an object before the gerund these turn too.

# Verb and particle count as one where the pair says something else than the verb.
PHRASAL: Final = {
    ("rule", "out"): Effect.DENIES,
    ("give", "up"): Effect.TURNS,
    ("put", "off"): Effect.OPENS,
    ("go", "on"): Effect.KEEPS,
    ("carry", "on"): Effect.KEEPS,
    ("keep", "on"): Effect.KEEPS,
}

# "hopes that it RISES", "doubts that", "asked whether": what a verb says of a whole clause.
CLAUSE_VERBS: Final = _table({
    Effect.PLANS: "expect anticipate plan intend promise pledge vow agree decide",
    Effect.OPENS: "hope wish doubt fear propose demand recommend suggest request require urge "
    "order ask wonder imagine suppose pray",
    Effect.DENIES: "deny dispute refute reject disprove rebut",
})  # fmt: skip

# An event that was called off did not take place. Longest first where there is a particle.
CALLED_OFF: Final = frozenset("cancel scrap abandon shelve abort avert thwart foil".split())
CALLED_OFF_PHRASAL: Final = frozenset({("call", "off")})

# "does not think that he will": the negation belongs below (neg-raising).
RAISING: Final = frozenset(
    "think believe expect suppose imagine want anticipate intend seem appear".split()
)

# After these words a clause is a condition.
CONDITIONS: Final = frozenset({"if", "unless", "provided", "providing", "assuming", "lest"})
HEDGES: Final = frozenset(
    "possibly perhaps maybe potentially probably conceivably likely presumably".split()
)
COPULAS: Final = frozenset("be become remain seem appear stay".split())
DITRANSITIVE: Final = frozenset(
    "give offer send hand award grant pay show lend owe tell teach cost deny promise bring save "
    "earn".split()
)
