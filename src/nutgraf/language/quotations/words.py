"""The words by which articles say who speaks: tables for the rules beside this module.

No rule is applied here. English is covered in full; German, French and Spanish by their commonest
verbs of saying, enough for quotations in otherwise English articles and for plain news prose.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

# The verbs of VerbNet's classes say-37.7, tell-37.2, talk-37.5, lecture-37.11, advise-37.9 and
# complain-37.8 that news prose puts beside quotations, in their finite forms; what is said counts
# as quoted whether it was spoken or written.
SPEECH_VERBS = frozenset(
    """
    accused acknowledged acknowledges added adds admits admitted advised advises affirmed agreed
    agrees alleged alleges announced announces answered argued argues asked asks asserted asserts
    assured assures begged believed believes blasted boasted bragged called cautioned cautions
    cited cites claimed commented complained complains conceded concedes concluded concludes
    condemned confessed confided confirmed confirms continued continues contended contends
    countered counters cried criticised criticized declared declares decried demanded denied denies
    described describes dismissed disclosed elaborated emphasised emphasized encouraged estimated
    exclaimed exclaims explained explains feared hailed hinted implored indicated indicates informed
    inquired insisted insists instructed interjected joked jokes lamented laments lauded maintained
    maintains mentioned mentions mused mutters muttered noted objected observed observes opined
    ordered phoned pleaded pledged pledges posted posts praised praises predicted predicts
    proclaimed promised promises proposed protested queried questioned quipped quips quoted quotes
    ranted read reasoned reassured recalled recalls recommended recounted recounts reflected
    reiterated reiterates rejected remarked remembered remembers reminded repeated repeats replied
    reported requested
    responded responds retorted revealed reveals said says scoffed shot shouted sighed snapped
    specified speculated spoke stated stressed stresses suggested suggests summarised summarized
    taunted teased telegraphed testified testifies texted thinks thought threatened told tells
    touted tweeted tweets urged urges uttered volunteered vowed vows wailed warned welcomed
    whispered wondered wonders writes wrote yelled

    acknowledge add admit allege argue ask believe concede contend declare deny explain insist
    maintain predict recall say suggest tell think urge warn write

    antwortete betonte bemerkte berichtete erklärte erläuterte ergänzte erwiderte forderte fragte
    kritisierte meinte sagt sagte schreibt schrieb teilte warnte gesagt geschrieben

    affirme ajoute assure confie conclut
    déclare demande explique indique précise rappelle répond souligne

    afirmó agregó anunció añadió apuntó aseguró comentó concluyó contestó declaró dijo escribió
    explicó indicó insistió preguntó precisó recordó respondió señaló sostuvo subrayó
    """.split()
)

# French participles: verbs of saying after "a" or "ont", which in English would be an article.
FRENCH_PARTICIPLES = frozenset(
    "affirmé ajouté annoncé assuré confié conclu déclaré dit demandé écrit estimé expliqué indiqué "
    "insisté lancé précisé prévenu rappelé répondu souligné".split()
)

# Forms that are more often something else, mostly plural nouns; verbs only where a mark, a colon
# or "that" follows at once.
AMBIGUOUS_VERBS = frozenset(
    """
    answers began begins charged charges claims comments counsels demands goes notes objects
    orders pleads reads remarks replies reports requests retorts showed shows started starts
    states texts threatens warns went
    """.split()
)

# Participles: their subject stands before a comma or a conjunction, or is the sentence's own.
SPEECH_PARTICIPLES = frozenset(
    """
    acknowledging adding admitting advising alleging announcing answering arguing asking asserting
    assuring boasting calling cautioning citing claiming commenting complaining concluding
    confirming contending continuing declaring demanding denouncing denying describing emphasising
    emphasizing
    exclaiming explaining indicating insisting joking labelling labeling lamenting noting observing
    pleading pointing pledging posting predicting promising proclaiming quipping quoting recalling
    reiterating remarking reminding replying reporting responding revealing saying shouting stating
    stressing suggesting telling testifying threatening tweeting urging vowing warning wondering
    writing yelling
    """.split()
)

# Verbs that name a thing when a mark follows at once ("a scheme called 'Homes First'").
NAMING_VERBS = frozenset(
    "called calling describes dubbed entitled known labelled labeled named nicknamed termed "
    "titled translated".split()
)
BE = frozenset("am are be been being is was were".split())
# Between a subject and its verb.
AUXILIARIES = BE | frozenset(
    """
    also always again earlier later then once now still just previously recently reportedly today
    yesterday tonight even only further first finally famously initially simply has have had having
    did does do will would can could may might must should not as quoted
    go goes went on to meanwhile however instead therefore himself herself themselves itself
    hat haben hatte hätte
    """.split()
)

FRENCH_AUXILIARIES = frozenset("a ont avait avaient".split())

HE, SHE, IT, THEY, WE = "he", "she", "it", "they", "we"
# A pronoun that can be the subject of a verb of saying, and whom it can stand for.
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "er": HE, "il": HE, "él": HE,
    "she": SHE, "her": SHE, "hers": SHE, "elle": SHE, "ella": SHE,
    "it": IT, "its": IT,
    "they": THEY, "them": THEY, "their": THEY, "both": THEY, "ils": THEY, "ellos": THEY,
    "i": WE, "we": WE, "my": WE, "our": WE, "you": WE,
}  # fmt: skip
# A verb right after one of these shares the subject of the clause before.
COORDINATORS = frozenset("and but or then while whilst when before after und et y".split())
POSSESSIVE_PRONOUNS = frozenset("his her its their my our".split())

# What opens an apposition, a relative clause or an adverbial rather than the noun phrase itself.
ASIDE_STARTERS = frozenset(
    """
    a an the who whose whom which that and then when while whilst where after before during in on at
    of from for by with without within despite although though because since as if under over amid
    among against upon until unless speaking asked according citing following meanwhile today
    yesterday earlier later now however instead indeed still also but so thus
    """.split()
)
ADVERBIALS = ASIDE_STARTERS - {"a", "an", "the", "that", "and", "but", "so"}
# Words after which another clause begins, with a subject of its own.
CLAUSE_STARTERS = frozenset(
    "that but while whilst when because although though if where whether since so until unless "
    "than yet whereas with dass que mais pero".split()
)
PREPOSITIONS = frozenset(
    "of for from to by with in on at about against into over under during after before between "
    "near within inside outside since through via among amid seen von für aus de du des à del "
    "la pour par".split()
)
# Prepositions that belong to a speaker's description; the others end it.
DESCRIBING = frozenset("of for from von für aus de du des del la pour".split())
FINITE = BE | frozenset("has had have will would could should did does".split())
DETERMINERS = frozenset(
    "the a an this that these those one another der die das ein eine le les un une el los "
    "las".split()
)

# Bare nouns that speak without a determiner; other bare words before a verb are adverbs and such.
BARE_SPEAKERS = frozenset(
    "police media people everyone everybody someone somebody nobody one staff".split()
)
# "known as", "described as", "referred to as": what follows is a term, whoever uses it.
TERM_LINKS = frozenset("known described referred to regarded dubbed".split())

# "Trump's statement read": the possessor speaks.
SPEECH_NOUNS = frozenset(
    "account address announcement answer argument book comment comments e-mail email essay "
    "interview letter memo message note post posting posts reply remark remarks report response "
    "speech statement testimony text tweet tweets words".split()
)

# Of these, what somebody has written and the article lets speak ("the e-mail said").
DOCUMENT_NOUNS = frozenset(
    "announcement e-mail email letter memo message note post posting statement text tweet".split()
)

# In a tag they say that one of two people speaks to the other ("'I had not,' she replied").
ANSWERING = frozenset(
    "answered answers asked asks countered counters demanded inquired objected protested queried "
    "rejoined replied replies responded responds retorted".split()
)

# Set before or after the words of whom they name.
CUES = (
    "according to", "in the words of", "the words of", "attributed to", "as told by",
    "quote by", "quote from", "quotation from", "statement from", "statement by", "message from",
    "letter from", "post by", "tweet by", "laut", "nach angaben von", "selon", "d'après", "según",
)  # fmt: skip

# Honorifics and nouns that tell whether "he" or "she" fits a name beside them.
GENDER_WORDS = dict.fromkeys(
    "mr mister sir lord king prince baron monsieur herr señor father brother son husband "
    "spokesman chairman congressman businessman councilman fireman policeman actor "
    "grandfather uncle nephew pope".split(),
    HE,
) | dict.fromkeys(
    "mrs ms miss madam madame lady dame queen princess duchess frau señora mother sister "
    "daughter wife spokeswoman chairwoman congresswoman businesswoman councilwoman actress "
    "grandmother aunt niece widow".split(),
    SHE,
)

# Where one of these stands right before the mark, the words are a title or a term.
TERM_NOUNS = frozenset(
    "album article book chapter character documentary episode essay film game magazine movie novel "
    "paper phrase play poem series show single so-called song study subtitled term terms track "
    "word words".split()
)

# Words that stay small inside a capitalised title.
TITLE_SMALL_WORDS = frozenset("a an and as at by for from in of on or the to with".split())

# Labels of paragraphs that nobody speaks.
NO_SPEAKERS = frozenset(
    "caption correction date editor's file image note photo picture source update video".split()
)

# Heads of noun phrases that stand for one person of the article ("the minister"), beside titles.
PERSON_NOUNS = frozenset(
    """
    adviser advisor analyst architect artist captain ceo curator designer doctor economist engineer
    executive farmer head lawmaker lawyer leader musician official organiser organizer owner
    photographer pilot player premier priest producer researcher scientist star surgeon teacher
    winner writer
    """.split()
)
