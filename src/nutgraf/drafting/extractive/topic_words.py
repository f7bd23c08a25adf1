"""The words that show what an article is about, for each top-level topic of the IPTC vocabulary.

A word ends in ``*`` where whatever follows it still says the same ("elect*": elected, election).
The lists follow the names and definitions of the vocabulary's narrower terms (IPTC Media Topics,
CC BY 4.0); words that are at home everywhere were left out. How they are weighed is in ``topics``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.schema.news import Topic

TOPIC_WORDS: Final[Mapping[Topic, str]] = {
    "arts, culture, entertainment and media": """
        actor* actress* album* art artist* arts author* ballet bestseller* book books broadcaster*
        cinema* comedian* comedy composer* concert* culture dance* director's documentary drama
        exhibition* fashion festival* fiction film filmmaker* films gallery guitar* hip-hop jazz
        journalis* literary literature magazine* museum* music musical* musician* newspaper* novel
        novelist* novels opera* orchestra* painter* painting* photographer* playwright* poem*
        poet* premiere* publisher* rapper* sculpt* singer* song* soundtrack* theatre* theater*
        television*
    """,
    "conflict, war and peace": """
        airstrike* ambush* armed armistice army artillery atrocit* battle* battlefield*
        bombardment* bombed bombing* casualties ceasefire* combat conflict coup demilitar* drone*
        genocide* guerrilla* hostage* insurgen* invasion invaded jihad* massacre* militant*
        military militia* missile* negotiat* offensive paramilitar* peace peacekeep* peacekeepers
        rebel* rocket* shelling siege soldier* tank* terror* terrorist* troops truce uprising* war
        warfare wars weapon* weaponry
    """,
    "crime, law and justice": """
        acquit* allege* appeal* arrest* assault* attorney* bail burglar* charged charges convict*
        court courts crime crimes criminal* custody defendant* detective* detained
        drug-trafficking felony fraud guilty homicide* indict* inmate* investigator* jail* judge*
        judicia* jury justice kidnap* lawsuit* lawyer* manslaughter murder* offence* offense*
        parole plaintiff* plead* police prison* prosecut* robber* ruling* sentenced sheriff*
        shooting* solicitor* suing suspect* theft trial tribunal verdict*
    """,
    "disaster, accident and emergency incident": """
        accident* aftershock* avalanche* blast blaze capsiz* collapse* collided collision crash*
        crushed cyclone* derail* devastat* disaster* drown* earthquake* emergency eruption*
        evacuat* explosi* famine firefighter* flood* fire fires hurricane* injured landslide*
        magnitude mudslide* paramedic* quake* rescue* rubble shipwreck* sinkhole stampede*
        survivor* tornado* toll tsunami* typhoon* victims volcan* wildfire* wreck*
    """,
    "economy, business and finance": """
        acquisition* bank banks bankruptc* bond bonds budget* business businesses ceo commerce
        commodit* companies company consumer* corporat* currency debt deficit earnings econom*
        entrepreneur* export* finance* financial* firm firms fiscal gdp import imports inflation
        interest-rate invest* investor* loan* manufactur* market markets merger* mortgage*
        monetary price* profit* recession* retail* revenue* sales shareholder* shares startup*
        stock stocks subsidiar* supplier* tariff* tax taxes taxation taxpayer* trade trader*
        treasury
    """,
    "education": """
        campus* classroom* college* curricul* degree diploma* educat* enrol* exam exams faculty
        graduat* homework kindergarten* lecturer* literacy lesson* pupil* scholarship* school*
        semester* student* syllabus teacher* teaching tuition tutor* undergraduate*
    """,
    "environment": """
        biodivers* carbon climate co2 conservation deforest* drought* ecolog* ecosystem* emission*
        endangered environment* extinct* fossil-fuel* glacier* global-warming greenhouse habitat*
        ozone polluti* pollut* rainforest* recycl* renewable* solar species sustainab* waste
        wetland* wildlife
    """,
    "health": """
        cancer* clinic* clinical covid* deficiency diabet* diagnos* disease* doctor* dose* drug
        drugs epidemic* flu health* homeopath* hospital* illness* immun* infect* medic* medicine*
        mental-health nurse* nutrition* obesity outbreak* pandemic* patient* pharmac* physician*
        pregnan* prescription* surgeon* surgery symptom* therap* treatment* tumo* vaccin* virus*
    """,
    "human interest": """
        anniversary award awards birthday celebrit* centenar* hero heroic honoured honored
        inspirational medal* milestone* prize prizes reunion reunited royal royals wedding*
        well-wisher* world-record
    """,
    "labour": """
        collective-bargaining employee* employer* employment hired hiring job jobs labour* labor
        layoff* lay-off* minimum-wage overtime payroll pension* picket* redundanc* retire* salar*
        staffing strike strikes striking union* unemploy* wage* workers workforce workplace*
    """,
    "lifestyle and leisure": """
        attraction* beach* beaches beer brewery cafe* camping chef* cocktail* cook* cuisine dining
        dish dishes fitness food* garden* guesthouse* hike* hiking hobb* holiday* hostel* hotel*
        leisure menu nightlife recipe* resort* restaurant* sightsee* souvenir* tour tourism
        tourist* traveller* traveler* vegan* vegetarian* vacation* wine* yoga
    """,
    "politics and government": """
        administration ambassador* asylum ballot* bill bipartisan cabinet campaign* candidate*
        chancellor citizenship coalition diplomac* congress* congressional constituen*
        constitution* councillor* council democra* diplom* elect* embassy federal foreign-policy
        geopolit* govern* immigration inaugurat* kremlin lawmaker* leaders legislat* negotiat*
        lobby* mayor* minister* ministry nomin* parliament* partisan party politic* polls populis*
        president* prime-minister reelection re-election referend* republican* sanction* senate
        senator* summit* talks treaty veto* vote* voter* voting
    """,
    "religion": """
        allah archbishop* atheis* bible biblical bishop* buddh* cathedral* catholic* christian*
        church* clergy* faith faiths gospel* hajj hindu* imam* islam* jesus jew* mecca monaster*
        monk monks mosque* muslim* nun nuns papal parish* pastor pastors pilgrim* pope prayer*
        preach* priest* quran rabbi* religio* scientolog* sermon* shrine* synagogue* temple*
        theolog* torah vatican worship*
    """,
    "science and technology": """
        algorithm* archaeolog* artificial-intelligence asteroid* astronaut* astronom* biolog*
        chemist* comput* cyber* database* dataset* device* digital dna engineer* experiment*
        fossil fossils galax* genom* genetic* hypothes* innovation* internet laborator*
        methodolog* nasa neuro* online orbit* patent* physic* planet* quantum research* robot*
        rocket-launch satellite* science* scientific* scientist* semiconductor* smartphone*
        software spacecraft study studies technolog* telescope*
    """,
    "society": """
        abortion adoption child-care children communit* demograph* disabilit* discriminat*
        diversity ethnic* feminis* gay gender* homeless* immigrant* inequal* lgbt* marriage*
        migrant* migration minorit* poverty racial racis* refugee* same-sex slavery social-media
        teenager* transgender welfare women women's
    """,
    "sport": """
        athlet* baseball basketball batsman bowler boxing champion* championship* coach* cricket*
        cup cycling defeated defender* fifa final football* footballer* goal goals goalkeeper*
        golf half-time hockey league marathon match matches midfielder* nba nfl olympic* penalty
        playoff* player* quarterback quarter-final* referee* rugby scored scorer season
        semi-final* skier* soccer sport* sprint* squad stadium* striker* substitut* swimmer* team
        teams tennis tournament* trophy uefa wicket* winger
    """,
    "weather": """
        blizzard* cold-snap downpour* drizzl* forecast* forecaster* frost gale* gusts hail
        heatwave* heat-wave* humid* meteorolog* monsoon* rain rainfall rainy showers sleet snow*
        storm* sunshine temperature* thunder* weather* windy
    """,
}
