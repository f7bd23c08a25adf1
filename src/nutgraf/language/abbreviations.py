"""Words that a reader needs to know before a full stop tells anything: tables, and nothing else.

How they are used is said in ``nutgraf.language.sentence_boundaries``. Words carry no closing
stop; case counts, since ``Ill.`` is a state and ``ill.`` ends a sentence. Months, states, titles
and addresses are abbreviated as news style books do; the rest is general usage.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# A name follows, so the stop never ends a sentence.
TITLES = _words("""
    Mr Mrs Ms Mx Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Sgt Cpl Pvt Capt Cmdr
    Cdr Adm Brig Col Ens Spc Det Insp Supt Pres Sec Amb Atty Hon Rev Revd Fr Msgr Mgr Bp Abp Messrs
    Mme Mmes Mlle Sra Srta Dra Hr Hrn Frl Dipl Ing Sig Dott Avv Sto Sta Ste Lic Ald Asst Assoc Sgts
    Del
""")

# Part of a name as a rule, but a street or a town may end a sentence.
PLACES = _words("""
    St Mt Ft Pt Ave Blvd Rd Sq Hwy Pkwy Rte Ln Ct Pl Bldg Apt Univ Dept Assn Natl Intl Ala Ariz Ark
    Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Va Vt Wash Wis Wyo Ont Que
""")

# May end a sentence: only a word that opens one tells.
OPEN_OR_CLOSED = _words("""
    Inc Corp Co Cos Ltd Bros Plc plc Jr Sr Esq al Ph.D Ph.Ds M.Sc B.Sc Ed.D EE.UU S.A Mon Tue Tues
    Wed Thu Thur Thurs Fri Gov't Int'l Nat'l
""")

# A number follows; before anything else the stop ends a sentence ("He said no.").
BEFORE_NUMBERS = _words("""
    No Nos no nos Nr nr Núm núm n° N° p pp Pp pg pág Vol vol Vols vols Fig Figs fig figs Eq Eqs Ch
    ch Chap chap Art art Arts Abs Bd para paras Para cl pt Op op Ex ex est c ca Ref Refs Tab Rs Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""")

# Something always follows.
NEVER_LAST = _words("""
    vs Vs v cf Cf viz approx Approx e.g E.g i.e I.e eg ie incl esp resp z.B Z.B d.h D.h u.a bzw ggf
    evtl inkl vgl Vgl sog p.ej p.ex
""")

# What follows "5 p.m." without a new sentence.
AFTER_CLOCK_TIMES = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri
    Sat Sun January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec GMT UTC BST CET CEST EET IST JST MSK AEST
    Eastern Central Mountain Pacific ET CT MT PT EST EDT CST CDT MST MDT PST PDT
""")

# A number and one of these make a date where numbers take a stop: "am 3. Oktober", "3. oktober".
MONTHS_AFTER_ORDINALS = _words("""
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    januar februar marts mars april maj mai juni juli august september oktober november december
    ledna února března dubna května června července srpna září října listopadu prosince
""")

# Languages that write an ordinal number with a full stop.
ORDINAL_STOP_LANGUAGES = _words("de da nb nn no fi cs sk hu hr sl sr et lv is")

# Names that are written with an exclamation mark.
EXCLAIMED_NAMES = _words("Yahoo Jeopardy")

# Words that open a sentence and hardly ever follow an abbreviation inside one; by language.
OPENERS = {
    "en": _words("""
    The This That These Those A An He She It We They You I His Her Its Our Their Your But And Or
    Nor Yet If When Whenever While Whether Where As At After Although Though Before Because Since
    In On For From By With Without Within Under Over Between Among Against Despite During Until
    Unless Once To Of Into Through Throughout Upon However Meanwhile Moreover Furthermore
    Nevertheless Therefore Thus Then There Here Now Still Instead Indeed Also Even Only Just
    Perhaps Maybe Later Earlier Yesterday Today Tomorrow What Who Whose Why How Which Not Some Many
    Most Much More Few Both Each Every Another Other Others Several Such Either Neither According
    Asked Speaking It's It’s He's He’s She's She’s That's That’s There's There’s I'm I’m I've I’ve
    We're We’re They're They’re Don't Don’t Didn't Didn’t Let's Let’s What's What’s
"""),
    "de": _words("""
        Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Und Aber Oder Doch
        Denn Im Am Zum Zur Bei Mit Nach Seit Von Vor Für Auf Aus An Als Wenn Weil Dass Auch Nur
        Noch Dann Dort Hier Heute Gestern Morgen Jedoch Außerdem Diese Dieser Dieses Sein Seine Was
        Wer Wie Warum
    """),
    "fr": _words("""
        Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Mais Et Ou Donc Car Ce Cet
        Cette Ces En Dans Sur Pour Par Avec Sans Selon Après Avant Depuis Pendant Son Sa Ses Leur
        Leurs Cependant Quand Si Que Qui Où Comment Pourquoi Ainsi Alors Aussi
    """),
    "es": _words("""
        El La Los Las Un Una Unos Unas Él Ella Ellos Yo Nosotros Pero Y O En Por Para Con Sin Según
        Tras Desde Durante Su Sus Este Esta Estos Estas Ese Esa Cuando Si Que Quién Dónde Cómo
        Además Sin También No Se Lo Al Del
    """),
    "it": _words("""
        Il Lo La I Gli Le Un Uno Una Lui Lei Loro Noi Ma E O In Per Con Senza Secondo Dopo Prima
        Durante Suo Sua Questo Questa Quando Se Che Chi Dove Come Perché Inoltre Anche Non
    """),
    "pt": _words("""
        O A Os As Um Uma Ele Ela Eles Elas Nós Eu Mas E Ou Em No Na Nos Nas Por Para Com Sem
        Segundo Após Desde Durante Seu Sua Este Esta Esse Essa Quando Se Que Quem Onde Como Além
        Também Não
    """),
    "nl": _words("""
        De Het Een Hij Zij Ze Wij We Ik Jullie Maar En Of In Op Voor Met Zonder Volgens Na Sinds
        Tijdens Zijn Haar Deze Dit Dat Toen Als Wat Wie Waar Hoe Waarom Ook Er
    """),
}

# Words that a line of running text ends on, never a heading or a paragraph.
UNFINISHED = TITLES | _words("""
    a an the of to in on at by for from with without and or nor but as than that which who whose
    its his her their our is are was were be been has have had will would can could not no into
    over under
""")
