"""Words that tell where a name begins and ends, and what kind of thing it names.

Names themselves (places, given names, organisations) are in the tables beside this one. Source of
all lists: general knowledge of English news and reference prose.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.names.word_sets import words

# Closed-class words: capitals on them come from where they stand, never from a name.
FUNCTION_WORDS: Final = words(
    """
    a about above according across after afterwards again against ago all almost along already
    also although always am amid among an and another any anybody anyone anything apparently are
    as at away be because been before behind being below beneath beside besides between beyond
    both but by can cannot could despite did do does down during each earlier either else
    elsewhere enough even ever every everybody everyone everything except few fewer finally
    first for formerly from further furthermore had has have having he hello hence her here hers
    herself him himself his how however i if in indeed inside instead into is it its itself just
    last lastly later least less let like likewise many maybe me meanwhile might mine more
    moreover most much must my myself near nearly neither never nevertheless next no nobody none
    nonetheless nor not nothing now nowadays of off often oh okay on once one only onto or other
    others otherwise our ours ourselves out outside over own past per perhaps please probably
    quite rather really same second secondly several shall she should since so some somebody
    someone something sometimes somewhat soon still such than thank thanks that the their theirs
    them themselves then there thereafter therefore these they third this those though three
    through throughout thus till to today together tomorrow tonight too toward towards two under
    underneath unless unlike until up upon us usually very was we well were what whatever when
    whenever where whereas wherever whether which whichever while who whoever whom whose why
    will with within without worldwide would yes yesterday yet you your yours yourself aren't
    can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've
    isn't it'd it'll it's let's mustn't she'd she'll she's shouldn't that's there's they'd
    they'll they're they've wasn't we'd we'll we're we've weren't what's who's won't wouldn't
    you'd you'll you're you've hi hey ok
    """
)

# Common nouns and adjectives of news prose that open its sentences.
NEWS_WORDS: Final = words(
    """
    activist analyst article attorney authorities backer ballot banker broker campaigner
    candidate ceasefire chairman church clergy commentator commuter consumer correspondent coup
    court critic defendant delegate demonstrator detective dissident donor driver economist
    economy editor elected election emergency employer enemy epidemic expert farmer fighter
    firefighter footage gunman historian hospital hostage immigrant inflation inflationary
    insurgent introduction investigator investor journalist judge juror jury lawmaker lawsuit
    lawyer legislator lender local migrant militant minister mortgage mourner musician
    negotiation negotiator neighbour neighbor newspaper opponent outlet pandemic parliamentary
    passer paramedic peacekeeper photo plaintiff pollster poll prosecutor protester protestor
    publisher pundit rebel regulator reporter resident retailer rival sanction senator
    shareholder shooting specialist spokesman spokeswoman statistic strike strategist supporter
    surgeon suspect taxpayer tension tourism trader treaty truce union vaccine verdict volunteer
    voter warship witness worldwide insofar
    """
)

# Words of other languages that open sentences, so that a foreign article makes no false names.
FOREIGN_FUNCTION_WORDS: Final = words(
    """
    der die das ein eine und aber auch bei dem den des es für ich im ist mit nach nicht sie sind
    von vor wie wir zu zum zur le la les un une et mais dans pour sur il elle ils ce cette ces
    est par que qui el los las una y pero en para por con se su sus lo gli e ma nel della di per
    che non si o os as um uma no na do da mas em
    """
)

CALENDAR_WORDS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan mondays
    tuesdays wednesdays thursdays fridays saturdays sundays
    """
)

# Capitals that name nothing: units, degrees, hours, currencies, formats.
NO_ACRONYMS: Final = words(
    """
    A.M. P.M. AM PM GMT UTC EST EDT PST PDT BST CET BC AD BCE CE B.C. A.D. USD EUR GBP PHD PhD
    Ph.D. M.D. MD BA MA BSC MSC MBA LLB TV DVD CD EP LP PC IT ID OK VIP FAQ PDF URL HTML XML SMS
    GPS DNA RNA HIV AIDS VAT GDP HD KM MM CM KG MW GB MB KB AC DC RIP ASAP FYI PR HR UV IQ ATM
    GNP LED Q&A R&D
    """
)
TITLE_ACRONYMS: Final = words("CEO CFO CTO COO MP MEP MSP PM VP")

# Written with a full stop that does not end the sentence.
ABBREVIATIONS: Final = words(
    """
    Mr Mrs Ms Messrs Dr Prof Ph.D St Ft Mt Jr Sr Gen Sen Rep Gov Lt Col Sgt Maj Capt Cpl Rev Hon
    Inc Corp Ltd Co Bros Pres Sec Adm Ave Blvd Rd No vs
    """
)

# Styles of address; they come straight before a person's name and are never part of it.
HONORIFICS: Final = words(
    """
    mr mrs ms miss mx dr doctor prof professor sir dame lady madam hon rev reverend fr gen lt
    col maj capt sgt cpl pvt cmdr adm sen rep gov pres sec det insp supt messrs monsieur madame
    mme mlle herr frau señor senor
    """
)
MALE_HONORIFICS: Final = words("mr sir monsieur herr señor senor don father")
FEMALE_HONORIFICS: Final = words("mrs ms miss dame lady madam madame mme mlle frau mother")

# Offices and ranks; capitalised before a name they are left out of it.
TITLES: Final = words(
    """
    president vice-president premier prime minister chancellor secretary undersecretary senator
    congressman congresswoman representative governor mayor speaker ambassador envoy
    commissioner chairman chairwoman chair chairperson chief head director deputy assistant
    associate acting general lieutenant colonel major captain sergeant corporal private
    commander admiral marshal brigadier commodore officer detective inspector superintendent
    constable sheriff agent king queen prince princess emperor empress tsar czar sultan emir
    sheikh shah pharaoh duke duchess earl count countess baron baroness lord viscount archduke
    pope bishop archbishop cardinal rabbi imam ayatollah pastor deacon archdeacon brother sister
    saint judge justice magistrate attorney solicitor prosecutor counsel coach manager editor
    author professor founder co-founder spokesman spokeswoman spokesperson congressmember
    councillor councilman councilwoman alderman treasurer dean provost rector principal vice
    former ex-president then-president midfielder striker goalkeeper defender quarterback actor
    actress singer rapper novelist poet physicist historian comedian director-general
    secretary-general uncle aunt father mother grandpa grandma
    """
)
# Titles that stay with a single name: "Pope Francis", "Queen Elizabeth II".
NOBLE_TITLES: Final = words(
    """
    king queen prince princess pope emperor empress lord lady saint sultan tsar czar sister
    brother
    """
)
# What may follow "of" inside an office: "Secretary of State", "Chief of Staff".
OFFICES_OF: Final = words(
    """
    state defense defence treasury energy education labor labour commerce agriculture health
    interior war staff transportation homeland justice foreign veterans housing finance culture
    trade police security
    """
)
# Words that stand between a title's parts: "Vice President", "Foreign Minister".
TITLE_MODIFIERS: Final = words(
    """
    foreign defence defense prime vice deputy finance interior home health education energy
    trade environment justice labour labor culture transport agriculture press opposition
    majority minority shadow attorney lieutenant major executive chief national security crown
    grand former senior acting first permanent special high lord rear staff general police
    """
)

# Words that end a title and begin none: "Chief Executive", "Chief Scientist".
TITLE_TAILS: Final = words(
    "executive economist scientist strategist analyst whip emeritus designate"
)

PARTICLES: Final = words(
    """
    de del della dello degli dei der den des di da do dos das du d' la le las los van von zu zur
    zum ten ter af av el al ul bin bint ibn ben abu y e und et
    """
)

# Those of them that open surnames and no English sentence: "De Gaulle", "Von der Leyen".
SURNAME_PARTICLES: Final = words("de del della di da dos du van von ten ter bin ibn")

# Honours and degrees behind a name: "Sir Malcolm Reeve KC".
POST_NOMINALS: Final = words("KC QC OBE MBE CBE KBE DBE PhD MD FRS JP Esq")

SPEECH_VERBS: Final = words(
    """
    said says say saying told tells added adds asked asks replied replies explained explains
    claimed claims argued argues warned warns insisted insists announced announces stated states
    tweeted wrote writes noted notes suggested suggests believes believed thinks thought
    recalled recalls joked laughed admitted admits declared complained vowed pledged urged
    """
)
PERSON_VERBS: Final = words(
    """
    who whose whom born married died smiled nodded shrugged resigned studied graduated lived
    moved grew wrote sang played taught travelled traveled
    """
)
# Common nouns that tell the kind of the name before or after them: "the band Tarn".
PERSON_NOUNS: Final = words(
    """
    singer guitarist drummer bassist actor actress poet painter sculptor writer novelist player
    pitcher wife husband son daughter brother sister father mother parents uncle aunt cousin
    nephew niece friend lawyer minister philosopher historian scientist researcher professor
    engineer architect composer director producer president spokesman spokeswoman journalist
    reporter activist politician teacher student named biologist chemist physicist economist
    photographer rapper colleague leader envoy
    """
)
ORGANIZATION_NOUNS: Final = words(
    """
    band bands company companies firm team teams club group magazine newspaper journal label
    channel broadcaster publisher manufacturer party agency airline bank charity startup brand
    retailer supplier network operator carrier rebels militants officials fans members shares
    employees headquarters spokesperson militia brewery orchestra website
    """
)
PLACE_NOUNS: Final = words(
    """
    city town village island islands province region river lake district county suburb
    neighborhood neighbourhood municipality coast port area border capital airport valley
    mountain peninsula state
    """
)
PLACE_PREPOSITIONS: Final = words("in near across throughout around outside")
WEAK_PLACE_PREPOSITIONS: Final = words("from at to into toward towards through")

ORGANIZATION_HEADS: Final = words(
    """
    academy administration agency airlines airways alliance army assembly associates association
    authority band bank battalion board brigade broadcasting brothers bureau cabinet center
    centers centre chamber church club co coalition college command commission committee
    communications community company confederation conference congress consortium constabulary
    corp corporation corps council court department directorate division enterprises federation
    fleet force forces foundation front fund gmbh government group guard guild holdings hospital
    inc industries infantry initiative institute institution institutions international knesset
    labs laboratories laboratory league legislature llc ltd media ministry mission movement navy
    network networks news newspaper office orchestra organisation organization parliament
    partners partnership party plc police press productions publishing radio records regiment
    registry school schools secretariat senate service services society solutions squad squadron
    staff studios syndicate systems taskforce team technologies television theater theatre times
    trust tv union university ventures wing archives library observatory gazette herald tribune
    journal post guardian telegraph rovers united fc afc universities clinic pharmaceuticals
    motors electric software airline alumni authorities agencies ensemble quartet choir
    philharmonic symphony pictures entertainment lottery institut universidad universidade
    université universität parliamentarians cavaliers falcons eagles lions tigers bears
    democrats ministers nations baseball football hockey basketball cricket rugby soccer bancorp
    insurance securities capital faculty
    """
)
# The head stands before "of"/"for": "University of Leeds", "Court of Appeals".
ORGANIZATION_LEFT_HEADS: Final = words(
    """
    academy administration agency alliance army assembly association authority bank board bureau
    center centers centre chamber church coalition college commission committee company
    confederation conference congress council court courts department division faculty
    federation foundation friends fund government guild hall house houses initiative institute
    institutes institution knights laboratory league library ministry museum movement office
    order organisation organization parliament party school schools secretariat senate society
    union university campaign trust daughters sons
    """
)
PLACE_HEADS: Final = words(
    """
    airport archipelago ave avenue bay beach blvd borough boulevard bridge building canal canyon
    cape castle cathedral cemetery channel city coast county cove creek desert district drive
    falls field forest fort garden gardens glacier gorge gulf harbor harbour heights highway
    hill hills inn island islands isle isles junction lake lakes lane mansion mountain mountains
    ocean palace park parkway passage path peak peninsula plateau plaza port prison province
    railway reef region ridge river rivers road sea shore square stadium station strait straits
    street strip swamp temple tower towers town township trail tunnel valley village volcano
    woods zoo arena basin cliffs prefecture oblast crossing territory republic kingdom gate
    hotel rd route turnpike freeway interstate downtown lodge plains dock docks mall market line
    locks marina theatre theater cinema arches ruins expressway tube terminal hall house museum
    gallery base cave caves gym playfield formation center centre reserve reserves monastery
    abbey shrine mosque synagogue
    """
)
PLACE_LEFT_HEADS: Final = words(
    """
    bay cape city coast commonwealth county district duchy gulf isle isles kingdom mount
    mountains palace port principality province republic republics region sea state states
    strait straits town valley village tower grand empire lake
    """
)
PLACE_FIRST_WORDS: Final = words(
    """
    mount mt lake cape fort ft port st san santa são sierra rio camp isla puerto los las el
    monte villa north south east west northern southern eastern western upper lower central
    greater new downtown old southwest southeast northwest northeast inner outer
    """
)
PLACE_ENDINGS: Final = tuple(
    words(
        """
    ville burg burgh shire land lands stan grad polis bury chester mouth wick straße strasse
    abad pur field ington worth
    """
    )
)
PERSON_ENDINGS: Final = tuple(
    words(
        """
    ski sky skyy ov ova ev eva enko sson sen stein vić vic opoulos berg mann idis escu ez chuk
    shvili dze ini elli etti
    """
    )
)
COMPANY_HEADS: Final = words(
    """
    inc corp corporation co company ltd limited llc plc group holdings media industries gmbh
    """
)
OTHER_HEADS: Final = words(
    """
    accord accords act agreement album amendment anthem award awards battle bill blitz bowl
    carnival campaign celebration championship championships code constitution convention cup
    cups day days declaration derby era exhibition expedition fair festival final finals games
    holocaust law laws marathon massacre medal month movement oscars olympics olympiad open
    operation pact plan play-offs playoffs prix prize prizes program programme project protocol
    purchase rebellion report resolution revolution revolutions riots season series show song
    summit symposium syndrome theorem theory tour tournament treaty trial trophy tv uprising war
    wars week weekend year bible disease virus award's crisis scandal insurrection intifada
    conference effect equation method model scale test
    """
)
OTHER_LEFT_HEADS: Final = words(
    """
    act age articles battle bill book code convention cup declaration edict feast festival
    treaty war wars siege peace law order medal game lord house tale tales theory rights day
    year week
    """
)
HEADS: Final = ORGANIZATION_HEADS | PLACE_HEADS | OTHER_HEADS
LEFT_HEADS: Final = ORGANIZATION_LEFT_HEADS | PLACE_LEFT_HEADS | OTHER_LEFT_HEADS

# Words that stay in lower case inside the title of a work.
SMALL_TITLE_WORDS: Final = words(
    """
    a an and as at but by for from in into is it la le de no nor of on or per the to vs with
    """
)
POSSESSIVE_FIRST_WORDS: Final = words(
    """
    king queen king's children women men people lloyd mcdonald macy levi moody sotheby christie
    sainsbury saint st wendy kellogg harrod prince princess bishop veterans teachers farmers
    boys girls
    """
)
UNIT_HEADS: Final = words(
    """
    division wing regiment battalion brigade infantry squadron fleet corps army force congress
    street avenue circuit district armored armoured airborne bombardment fighter air cavalry
    artillery marines
    """
)
LANGUAGES_AND_FAITHS: Final = words(
    """
    arabic latin mandarin cantonese hindi urdu hebrew bengali punjabi swahili tamil telugu
    esperanto gaelic yiddish sanskrit christianity islam buddhism hinduism judaism catholicism
    protestantism christian christians muslim muslims jew jews jewish hindu hindus buddhist
    buddhists catholic catholics protestant protestants islamic sunni shia shiite mormon mormons
    orthodox anglican methodist lutheran god marxist communist communists nazi nazis republican
    republicans democrat democrats democratic conservative conservatives liberal liberals
    socialist socialists labour tory tories
    """
)
