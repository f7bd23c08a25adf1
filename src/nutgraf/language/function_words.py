"""The commonest function words of some languages in the Latin script: a table.

Taken from the stop-word lists of the Snowball project (snowballstem.org, BSD licence), cut down to
what every page of prose is full of: articles, prepositions, conjunctions, pronouns, auxiliaries.
English has all of them and the halves of its contractions, so that it is not taken for others. How
a language is told by them is the business of ``tongues``.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": """
            i me my myself we our ours ourselves you your yours yourself he him his himself she her
            hers herself it its itself they them their theirs themselves what which who whom this
            that these those am is are was were be been being have has had having do does did doing
            would should could ought s t d m re ve ll don isn aren wasn weren hasn haven hadn doesn
            didn won wouldn shan shouldn can couldn a an the and but if or because as until while of
            at by for with about against between into through during before after above below to
            from up down in out on off over under again further then once here there when where why
            how all any both each few more most other some such no nor not only own same so than too
            very one will just now
            """,
        "de": """
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es
            an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
            so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn ihre
            """,
        "fr": """
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il
            sont avec ou son aux cette ont ses mais comme on sa elle été leur fait être deux ces
            nous vous si même aussi dont selon après
            """,
        "es": """
            de la que el en y a los del se las por un para con no una su al lo como más pero sus le
            ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien
            desde todo nos durante fue ha son según
            """,
        "pt": """
            de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao
            ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
            ela entre era depois sem mesmo aos são
            """,
        "it": """
            di che e la il un a per in una è con non del della le si da i al dei come più gli sono
            nel anche ha alla lo ma delle su se dal o nella degli questo stato essere ai dalla
            quando loro dopo tra era suo
            """,
        "nl": """
            de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar
            om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar
            haar naar heb hoe heeft hebben deze werd wordt
            """,
        "sv": """
            och det att i en jag hon som han på den med var sig för så till är men ett om hade de av
            icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde
            något från ut när efter upp vi dem vara vad över än
            """,
        "da": """
            og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har
            om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal
            selv her alle vil blev kunne ind når være
            """,
        "no": """
            og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg men
            ett har om vi min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan
            hans hvor eller hva skal selv sjøl her alle vil bli ble blitt
            """,
        "fi": """
            ja on ei että se oli hän ovat olla mutta kun joka tai sekä myös ole jos niin kuin hänen
            sen ne joita jotka josta siitä tämä nyt voi olisi mukaan ollut joka mitä myös vain
            """,
        "pl": """
            i w na z do nie się że jest o to od po za jak przez dla ale co był była było oraz jego
            są ich tym który która które tak już tylko przy może być został została
            """,
        "tr": """
            ve bir bu da de için ile olarak çok olan daha gibi en sonra kadar ancak ama ne var göre
            olduğu her o ise değil veya iki ya oldu dedi
            """,
    }.items()
}

LANGUAGE_NAMES: dict[str, str] = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese",
    "it": "Italian", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "fi": "Finnish", "pl": "Polish", "tr": "Turkish",
}  # fmt: skip

# So near to one another that a sentence of one passes for the other.
NEAR_LANGUAGES: tuple[frozenset[str], ...] = (
    frozenset(("da", "no", "sv")),
    frozenset(("es", "pt")),
)
