"""The common words of English, to tell "Trade" and "Earlier" from names.

The rules that use them live in ``tokens``. Source: the words that are in lower case in at least
four of 146 stories, meeting transcripts, calls and press releases, and in capitals at most twice as
often, less those that a common suffix makes from another one on the list.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.names.word_sets import words

COMMON_WORDS: Final = words(
    """
ability able aboard about above abruptly absence absently absolute abstract academic accelerating
acceleration accent accept access accessibility accessible accident accommodations accomplish
accordance according account accuracy accurate accustomed achieve aching acknowledge acoustic
acquire across act action activate active activity actual adapt adaptation add addition additional
address adequate adjust admiringly admit adopted adult advance advantage adventure advice advise
affair affect afford affordable afraid after afternoon afterward again against age agency agenda
agitated ago agree agreement agriculture ahead aid aim air aircraft airless airlock alarm alert
algorithms alien aligned alignment alike alive all alley allies allocated allow almost alone along
aloud already also altered alternative although altitude altogether always amazed amazing
ambitious amid among amongst amount analysis ancestors ancient and anger angle angrily animal
ankle announce announcement annoying annual another answer anti anticipate anticipation anxiety
anxious any anybody anyhow anymore anyone anything anyway anywhere apart apologies apologize
apparent appeal appear appearance apple application apply appointed appreciate appreciation
apprehension approach appropriate approval approximately arc are area argue argument arising arm
armor arose around arrange arrangements arrive arrow art arteries article artificial artillery
aside ask asleep aspect aspirations assemble assembly assess assessment assign assignment assist
assistance associated associations assume assumption assurance assure asteroid astonished ate
atmosphere atomic atrocities attached attack attempt attend attendance attention attractive
audible audibly audience audio authority auto automated automatic automatically available average
avoid awaiting awake aware away awe awful awhile awkward awoke baby back background backward bad
bag balance ball banana band bang bank bar barbaric bare barked barrage barren base baseline basic
basically basis battered battery battle beam bear beast beat beaten beautiful beauty became
because become bed beef been beep beer before began begging begin begun behalf behave behaviour
behind being belief believe bell bellow belly belong belongings below belt bending beneath benefit
bent beside best bet better between bewildered beyond big bigger biggest billion binding bird
birth bit bite bitter black blackness blade blame blank blast bleep blew blind blinked blinking
block blonde blood bloody blot blow blown blue bluff blunt blurted board boat bobbing bodily body
boldly bomb bomber bone bony book boom boots border bore boredom born borne boss both bother
bottle bottom bought bounce bound bowed bowl box boy brain branch brand brave break breakfast
breast breath breathe breeze bridge brief bright brilliant bring briskly broad broadband broke
broken brother brought brow brown brutal bucket budget bug build builders built bulb bulk bulky
bullet bunch bunk burden buried burned burning burst bus bush business busy but button buy buzz
cabin cabinet cable calculate calculation calculator call calm came camera camp campaign can
cancellation cannot cap capable capacity capital captive captors capture car care career careful
cargo carrier carry case cash cast caste casually cat catch category caught cause cautious ceased
ceiling celebrate cell cent center central centre century ceremony certain cetera chain chairs
challenge chamber chance change channel chap character characteristic charge charming charred
chart chat cheap cheaper check cheek cheerfully chemical chest chief child childish children chill
chin chip choice choked choking choose chose chosen chuckled chunk cigar cigarette circle circuit
circular circumstances citizen city civil civilian civilization clad claim clamped clapped clarify
clasped class classical classified clatter clawed clean clear clenched clerk clever click clients
climate climb clip cloak clock close closer cloth cloud club clue clumsy clung cluster clutched
coach cocked code coffee coffin coiled cold collaboration collaborative collapse collar colleague
collect collection college colonists color colour colourful combat combination combine come
comfort comfortable command comment commercial commission commit commitment committee common
communication community companion company comparable compare comparison compartment compatible
compensation competition competitive competitors complained complaints complete complex complexity
complicated component composition comprehensive compromise computer concentrated concentration
concept conceptual concern concluded conclusion concrete condition condolences conduct conference
confess confidence confident configuration confined confirm conflict confuse confusion
congratulate connect connection conscious consciousness consensus consent consequences consider
consideration consistent console constant constituency constrained constraint construct
construction consult consuming contact contain contempt content context continue contours contract
contrary contrast contribute contribution control convenience convenient conversation
conversational converting convey convince cool cooperation coordinated copper copy copyright core
corner corporate correct corridor cosmic cost couch coughed could council count counter country
couple courage course court cover coverage crack craft crash crawl crazy create creation
creativity creature credit creep crept crew crime criminal crimson crises crisis criteria
criterion critical crop cross crowd crucial crude cruiser crumpled crushed cry crystal cultural
culture curiosity curious curled curly current curse curtly curve custom customer cut cylinder
daily damage damn dance danger dangerous dangling dare dark darkened darkness darted data database
date daughter day daylight dead deal dealt dear death debt decade decent decide decision deck
declarations declared decline decrease dedicated deep deeper deepest defeat defend defense
defensive deficit define definite definition deftly degree delay deliberate delicate deliver
delivery demand demo demonstrate deny department depend dependent depression depth descend
describe desert deserve design designated designers desirable desire desk desktop desperate
despite destroy destruction detail detect detection detector determination determine develop
development device devil dial dialogue diameter dictionary did die differ difference different
difficult difficulty dig digit digital dignity dim dimensional dimensions dining dinner diplomatic
diplomats dire direct direction director dirt dirty disadvantage disagree disappear disappointed
disaster disc discarded discount discover discuss discussion disgust disgustedly disk dislike
dismal display dispose distance distant distinct distinction distress distribution division doctor
document does dog doing dollars domain dome don done doomed door doorway dope dot double doubt
doubtful down downward dozen draft drag dramatic drank draw drawn dream dress drew drifted
drifting drink drive driven driver drop drove drowned drug drunk dry duck due dug dull dumb dump
dunno duplicate during dust dusty duty dying dynamic dynamo each eager eagerness ear earlier earn
ease easier easiest easily easy eat echo economic economy edge education educational effect
effective efficiency efficient effort egg eight eighteen eighty either elaborate elbow elderly
elders electric electrical electronic element elevate elevator eleven eligibility eliminate else
elsewhere email embarrassment embedded emerge emergency emotional emphatic empire employ employees
employer employment empty enable encourage end endless endure enemy energy engage engagement
engine engineer enhance enjoy enormous enough ensure enter enterprise entire entrance entry
environment envy equal equipment equipped equivalent error escape escort especially essential
establish establishment estate estimate etcetera eternal etext evaluate evaluation even event
eventually ever every everybody everyone everything everywhere evidence evil exact examination
examined example excellent except exchange excited excitement exciting exclaimed exclusive excuse
execution executive exercise exhausted exist existence exit exp expand expansion expect expense
expensive experience experiment expert explain explanation explicitly exploded exploration explore
explosion exposed express expression expressive extend extent external extra extract extreme eye
eyebrows fabric fabulous face facility fact factor factory faded fading failed failure faint fair
faith fall fallen false familiar family fancy fantastic fantastically far fare farmers farms
farther fascinated fashion fashionable fast faster fat father fault favor favorite favour
favourite fear feasible feature featureless fed fee feedback feel feet fell fellow felt female
feminine fence few fewer fiber fiddling field fierce fifteen fifth fifty fight fighter figure file
fill filter final finance financial find fine finger finish fire firm first fish fission fist fit
five fix flag flame flash flat fled fleet flesh flew flexibility flexible flicked flicker flight
flip floated floating flood floor flopped flow flower flung flurry flushed fly focus fold folder
foliage folk follow food fool foot footsteps for forbidden force forehead foreign foreseeable
forest forever forget forgive forgot forgotten form formal format former formulate forth fortune
forty forward fought foul found foundation four fourth fraction fragile frame framework frankly
free freedom freighter frenzy frequency frequently fresh friend frightened frightful from front
frown froze fruit fruity fuel full fully fumbled fun function functional functionality fundamental
funeral funny fur furious furniture furry further furthermore fury future gain game gang gap
garden gas gasped gate gather gave gaze gear gender general generate generation generous genius
gentle gentlemen gently genuine geographic gesture get giant gigantic giggled gimmick gingerly
girl give given glad glance glared glaring glass gleam glided glimpse glistening glittering global
globe gloom glory gloved glow glumly goal goat goes going gold golden gone gonna good got gotta
gotten governance government gown grab graceful grade gradually graduate grain grandparents grant
grasp grass grateful grave gravity gray great greater greatest green grew grey grim grin grinding
grip groaned ground group grow growled grown growth grumbled grunted guarantee guard guess guest
guidance guide guidelines gulp gun guy habit habitable had hair half hall halt hammering hand
handful handle handsome handy hang happen happy hard harder harm harness harsh has haste hastily
hat hatch hate hatred hauled have hazy head headquarters health healthy hear heart heat heavily
heavy heels height held hell helmet help helpful helpless her here heroes herself hesitantly
hesitate hesitation hid hidden hide high higher highest highlight hill him himself hip hire his
historic historically history hit hmm hoarsely hold holder hole holster home honest honor hook
hope hopefully horizon horny horrible horrified horror horse hospital host hot hotel hour house
household hovered how http huge huh hull hum human humanitarian humanity hunch hundred hung hungry
hunt hurry hurt hurtling ice idea identical identification identify identity idiot idiotic ignore
illegal illumination image imagination imaginative imagine immediate immense immortal impact
impatiently implement implementation implicit impor import importance important impossible
impressed impression impressive improve improvement impulse inch incline include inclusive income
incorporate increase incredible incredibly indeed independent indicate indication indicators
individual industry infinite influence inform information infrared infrastructure initial
initiative injured injury inner innocent innovative input insane inside insights insisted
inspected install instance instant instead instinct institutions instructed instruction instrument
insult insurance integrate intelligence intelligent intend intent intention inter interact
interactions interchangeable interest interfere interference interior intermediate internal
international internet interplanetary interpret interpretation interrupt interruptions
intersection interview into introduce introduction intuitive invented invest investigate
investigation investment invisible invitation invite involve inward iridescent iron ish island
isolate isolation issue item its itself jabbed jack jacket jail jar jaw jerked jet jewel job join
joint journey joy judge judgment jump jungle junk jurisdiction just justice justify keen keep kept
key keyboard kick kid kill kind kinda kinetic kit knees knew knife knock knot know knowledge known
lab label labor laboratory lack ladder lads lady laid lake land landscape language lap laptop
large larger largest lashed last late later latest lattices laugh laughter launch law lay layer
lead leader leadership leaf lean leap learn least leather leave led ledge left leg legal
legislation legitimate leisure length lenses less lesser let letter level lever liability
liberation library licked lie life lifeboat lifetime lift light lighter lightning like limbs limit
limitations limp line liner linguistic link lion lip liquid list listen lit literally literature
little live load loan local locate location locator lock log logic logical logo lone long longer
look loomed looming loose lose loss lost lot loud louder love low lower lowest loyal luck lucky
luminous lunch lunge lungs lurch luxury lying machine machinery mad made madness magazine magic
magnetic magnificent mail main maintain major majority make maker male man manage management
maneuver manipulate manner mantle manual manufactured manufacturer manufacturing many map mark
market marooned married mask mass massive master match materi material mathematical matter mature
maximum may maybe meals mean meant meantime measure mechanical mechanism media medical medium meet
mel member memory men mental mention menu mere merge mess message met metal metallic meteor method
microphone mid middle midst might mighty mike mild mile military million mind mine minimum
minister minor minus minute miracle mirror miserable miserably misfortune miss mission mist
mistake mister mix mixture mobile mode model moderate modern modest modifications modified module
moisture molecules moment momentary money monitor month mood moons mopped moral more moreover
morning most mother motion motor motto mount mountains mouse mouth move movement movie much mud
multi multiple mumbled munition murder murderous murmur muscle mused music must mute muttered
muttering mutual myself mysterious mystery naked name narrow nasty nation national native natural
nature near nearby nearer nearest neat necessarily necessary necessity neck need needle negative
neglected negotiate neither nerve nervous nest net network neural never new newest next nice nicer
night nine ninety nobody nodded noise noisy non none nonsense noon nor norm normal normalization
north northern nose not notation note nothing nothingness notice notion now nowhere nudged number
nurse nuts obediently object objective observation observe obtain obvious occasional occasions
occupied occur ocean odd odor off offer office officer official often oil old older once one
ongoing online only onto open operate operation operator opinion opportunity opposed opposite
opposition optimize option optional orange orbit orbital order ordinary organ organic
organisations organization organized origin original other otherwise ought our ourselves out
outcome outer outfit outlined outlook output outside outward oval over overall overhead overlap
overview own owner oxygen pace pack package pad page paid pain painful paint pair pale palm panel
panic panted paper parallel parameters parents part participant participate particular partner
partnership party pass passage passenger past paste patches path patient patrol patted pattern
pause pay payment peace peaceful peeled peered pen pencil penetrated people per percent percentage
perfect performance perhaps period permanent permission permitted person personal personality
personalized personnel perspective pet phase phenomenon philosophy phone phrase physical pick
picture piece pile pilot pink pipe pistol pit pitch pity place plain plan plane planet planetary
plant plastic plate platform play player pleasant please pleasure plenty plucked plug plunged plus
pocket point pointer poison police policy polished politely political pool poor pop popular
population port portable portal portfolio portion pose position positive possessed possibility
possible possibly post pot potential pounded pounding pounds poured power powerful practical
practice pragmatic pre preceding precious precisely precision prefer preferences preliminary
premium prepare presence present presentation preserve press pressure presumably pretend pretty
prevent previous price pride primarily primary primitive principal principle print priority prison
prisoner private privilege probability probably probed problem problematic proceed process produce
product production productive productivity professional profile profit program programme progress
projected projector projects promise promptly pronunciation proof propelled proper property
proportion proposal propose protect protection protested prototype proud prove proven provide
provider province provincial provision pseudo public publication publish puffed pull pulse pump
punch purchase pure purple purpose pursue push put puzzled qualifications qualify quality quantity
quarter queer queries question questionnaire quick quiet quit quite quivered quivering quote
rabbit race racial radar radiation radio radioactive rage ragged rain raise ramp ran random range
rank rapidly rapped rare rasped rate rather rattled raw ray reach react reaction read ready real
realistic reality realize reappeared rear reason reasonable reasonably recall receive receiver
recent reception recognisable recognise recognition recognize recognizer recollection recommend
recommendations record recorder recover recruiting red reddish reduce reduction refer reference
reflect reflection reform refugee refused regard regardless regime region regional register
regular regulations relate relation relationship relative relax release relevance relevant relief
religious reluctant remain remainder remark remarkably remember remind reminder remote remove
renewed rent repair repeat replace replacement reply report represent representation
representative request require requirement rescue research reserved resilience resist resistance
resolution resolve resort resource respect respond response responsibility responsible rest
restaurant restore restricted result retention return revealed revenue review revised ribbon ribs
rich rid ride ridge ridiculous right rigid rim ring ripped ripple rise risen risk river road
roared roaring robe robot robust robustness rock rocket rocky rode role roll romantic roof room
rope rose rough round route routine row rubber rug ruin rule rumbled rumpled run rush sad safe
safer safety sagged sagging said sake salary sale salt same sample sand sank sat satellite
satisfaction satisfy save saw say scale scaly scanning scar scarlet scattered scenario scene
schedule scheme school science scientific scientist scope score scowled scrambled scratch scream
screeched screen script scroll sea seal search season seat second secret section sector secure
security see seeking seem seen segment seized select selection self sell semantics semi send
sender senior sense sensible sensitive sensor sent sentence separate series serious servant serve
service session set settle settlement setup seven seventeen seventy several severe sexy shade
shadow shaft shake shaken shall shape share sharp shattered she sheer sheet shell shelter shelves
shield shift shining ship shirt shivered shivering shock shoes shook shoot shop shore short
shortage shorter shot should shoulder shout shoved show shown shriek shrugged shuddered shuffled
shut sick side sideways sigh sight sign signal significance significant silence silent silk silly
silver silvery similar simple simpler simplicity simply since singing single sink sir sister sit
site situation six sixteen sixth sixty size skill skin skip skull sky slammed slapped slave sleek
sleep sleeve slender slept slid slide slight slim slip slippery slogan slope slot slow slumped
small smaller smart smashed smell smile smoke smooth snapped snarled snatched sneak sniffed
snorted soaked sober social society soft software soil solar sold soldiers sole solemnly solid
solution solve some somebody somehow someone something sometime somewhat somewhere son song soon
sooner sophisticated sorry sort sought soul sound source south southern space span spare sparkling
spat speak speaker spear special species specific specifically specification specify spectral
spectrum sped speech speed spend spent spike spin spine spiral spirit spite split spluttered
spoiled spoke spoken spongy sport spot sprang sprawled spread spring spun spy square squatted
squeezed squinted stabbed stability stable staff stage staggered stained stairs stake stamped
stand standard star stare start startled state statement static station statistics status stay
steadfast steadily steady steak steal steam steel step stern stick sticky stiff still stillness
stir stock stomach stone stood stop storage store storm story straight straightened
straightforward strain strange stranger strapped strategic strategy stream streamline street
strength strengthen stress stretch strict strike string strip strode strolled strong stronger
struck structure struggle stubbornly stuck stud student study stuff stumbled stunned stupid style
sub subject submitted substantial success successful such sudden suffer sufficient suggest
suggestion suicide suit suitable suite sum summary summer sun sunlight superior supplement supply
support suppose suppressed sure surface surge surgical surprise surround survey susceptible
suspect suspended suspicious sustainable sustained swallowed swayed sweat sweet swept swift
swimming swing swirled switch sword swore swung system table tackle tactical tail tailor take
taken talents talk tall tan tank tap tape target task taste taut tax teach team tearing tech
technical technicians technique technological technology teeth telephone teletext television tell
temperature temples temporarily ten tender tensed tension tentacles tenuous term terrain terrible
terribly terrific terrified territory terror terrorist test text than thanks that the theft their
them theme themselves then theoretically theory there therefore these they thick thickness thin
thing think third thirteen thirty thoroughly those though thought thoughtful thousand thread
threat three threshold threw throat throbbing through throughout throw thrown thrust thumb thus
ticket tide tie tight tightened till tilted time tiny tip tired tissue titanium title today toe
together told tomorrow ton tone tongue tonight too took tool top topic tore torn toss total touch
tough tourist toward tower town trace track trade tradition traditional traffic tragedy tragic
trail train trance transcribe transcript transcription transfer transform transition translated
translation translucent transmission transparency transparent transport transportation trap travel
treatment tree trembled trembling tremendous trend trendy trial trick tricky trifle trigger trio
trip triple troops trouble true truly trunk trust truth try tube tucked tug tune tunic tunnel turn
twelve twenty twice twilight twist twitched two type typical ugly ultimate unable unacceptable
unaware unbreakable uncertain uncertainty unclear uncomfortable unconscious uncover under
understand understood undertaken undoubtedly uneasily uneven unexpected unfamiliar unfortunate
ungainly unhappily uniform union unique unit universal universe university unknown unless unlike
unlock unnecessary unprecedented unseen unthinkable until unusual update upon upper upright uproar
upward urge urgent usability use useful useless users using usual utterance vacuum vague vain
valid valley valuable value valve vanished variable variety various vary vast vegetable vehicle
veins verb verbal verge version versus vertical very vessel veteran via vibration victim video
view village violations violence violent violet virtually visa visible vision visit visitors vista
visual vital vocabulary voice void volume vote vulnerable wage wail waist wait wake walk wall
wanna want war warm warmth warn was wash waste wasteful watch water wave way weak weaker wealth
weapon wear wearily weather web website week weight weird welcome well went were west wet what
whatever wheel when whenever where whereas wherever whether which while whilst whipped whirled
whiskey whisper whistled whistles white whiteboard who whoever whole whom whose why wide widened
widening wider width wife wild wilderness will win window wine winked wiped wire wireless wisdom
wise wish wisp with withdrew within without woman women won wonder wonderful wood word wore work
worker workforce world worn worry worse worst worth worthy would wound wrap wreck wrenched wrist
write writhed written wrong wrote yards year yell yellow yelped yesterday yet you young younger
your yourself yourselves youth zap zero zip zone zoo
"""
)
