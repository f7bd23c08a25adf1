"""The cues by which a sentence reads like an instruction to a language model: as a table.

They are the forms of direct and indirect prompt injection that OWASP's "Top 10 for LLM
Applications" (LLM01:2025, genai.owasp.org) describes: overriding what was asked before, giving the
model another part to play, dictating its answer, asking for its own instructions, and forging the
marks that part instructions from data. Where they are looked for is the business of
``checks.instructions``.
"""

from __future__ import annotations

from typing import Final

_ASKED: Final = r"(?:instructions?|prompts?|directions|guidelines|orders|commands|rules|context)"
_BEFORE: Final = (
    r"(?:all|any|every|the|your|my|these|those|of|previous|prior|earlier|preceding|above|foregoing"
    r"|former|other|original|initial|given|system|safety)"
)
_MODEL: Final = (
    r"(?:(?:ai|a\.i\.|language|large language|chat) (?:model|assistant|system|bot|agent)s?"
    r"|ais?|llms?|chatbots?|chatgpt|gpt-?\d?|claude|gemini|copilot|assistants?|summari[sz]ers?)"
)
_READING: Final = r"(?:reading|processing|summari[sz]ing|analy[sz]ing|parsing)(?: this| the)?"
_DO: Final = (
    r"(?:please|do not|don['\u2019]t|always|never|say|state|write|report|mention|include|omit|add"
    r"|leave|claim|ignore|output|respond|answer)"
)
_SUM_UP: Final = r"(?:summari[sz]|sum up|summing up|condens|digest)(?:e|es|ing|ed|s)?"
_READER: Final = (
    rf"(?:{_MODEL}|(?:robot|machine|bot|crawler|(?:automated|automatic|machine) reader)s?"
    r"|(?:automated|automatic) (?:summar(?:y|ies)|digests?))"
)
_ANSWER: Final = (
    r"(?:summary|summaries|summari[sz]ation|answer|response|reply|output|headline|json|gist)"
)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The same as words of letters, for the table below: one of them stands in whatever a cue matches.
_ASKED_WORDS: Final = _words(
    "instruction instructions prompt prompts directions guidelines orders commands rules context"
)
_MODEL_WORDS: Final = _words(
    "model models assistant assistants system systems bot bots agent agents ai ais llm llms chatbot"
    " chatbots chatgpt gpt claude gemini copilot summariser summarisers summarizer summarizers"
)
_READER_WORDS: Final = _MODEL_WORDS | _words(
    "robot robots machine machines crawler crawlers reader readers automated automatic"
)
_SUM_UP_WORDS: Final = _words("sum summing") | {
    f"{stem}{ending}"
    for stem in ("summaris", "summariz", "condens", "digest")
    for ending in ("", "e", "es", "ing", "ed", "s")
}
_ANSWER_WORDS: Final = _words(
    "summary summaries summarisation summarization answer response reply output headline json gist"
)

# What a match would have a model do, the words of which it has one at least, and the cue. Tried at
# the beginning of a clause, whatever the case: nobody but whom it addresses is told so.
COMMANDS: Final[tuple[tuple[str, frozenset[str], str], ...]] = (
    ("overrides what was asked",
     _words("ignore disregard forget override bypass discard skip follow"), (
        r"(?:please )?(?:ignore|disregard|forget|override|bypass|discard|skip|do not follow"
        rf"|don['\u2019]t follow)(?: {_BEFORE}){{1,6}} (?:\w+ )?{_ASKED}\b")),
    ("overrides what was asked", _words("ignore disregard forget"), (
        r"(?:please )?(?:ignore|disregard|forget) (?:everything|anything|all|what(?:ever)?)(?: of)?"
        r"(?: that)?(?: (?:was|is|has been|you were|you have been))?"
        r" (?:above|before this|said above|told|said before|written above)\b")),
    ("overrides what was asked", _words("instruction instructions task prompt"),
     r"new (?:instructions?|task|system prompt)(?: for you)?:"),
    ("gives the model another part to play", _MODEL_WORDS, (
        r"(?:from now on,? |now |henceforth,? )?you (?:are|will|must|shall|should) (?:now )?"
        rf"(?:be |act as |behave as |pretend to be )?(?:an? |the )?(?:\w+ )?{_MODEL}\b")),
    ("gives the model another part to play", _MODEL_WORDS,
     rf"(?:act|behave|respond|answer) as (?:if you were )?(?:an? |the )?(?:\w+ )?{_MODEL}\b"),
    ("gives the model another part to play", _words("pretend"),
     r"pretend (?:that )?you (?:are|have|can)\b"),
    ("addresses the model", _MODEL_WORDS, (
        rf"(?:(?:attention|note|notice|message|instructions?|important),? ?)?(?:(?:to|for) )?"
        rf"(?:any |all |the )?(?:\w+ )?{_MODEL}(?: {_READING}(?: \w+)?)? ?:")),
    ("addresses the model", _READER_WORDS, (
        r"(?:(?:attention|note|notice|message|instructions?|important),? ?)?(?:to|for)"
        r"(?: editors and(?: to| for)?)?"
        rf" (?:any |all |every |the |those )?(?:\w+ )?{_READER}\b[^.:!?]{{0,80}}:")),
    ("addresses the model", _SUM_UP_WORDS, (
        rf"(?:any(?:body|one)|whoever|all|those|readers)\b[^.!?]{{0,40}}\b{_SUM_UP} this \w+"
        r"[^.!?]{0,60}?\b(?:must|should|is to|are to|has to|have to)\b")),
    ("addresses the model", _SUM_UP_WORDS, (
        rf"(?:if|when(?:ever)?) (?:you are |you['\u2019]re )?(?:asked|told) to {_SUM_UP}\b"
        rf"[^.!?]{{0,60}}, (?:you (?:must|should)|{_DO})\b")),
    ("addresses the model", _MODEL_WORDS, (
        rf"(?:any |all |every |the )?(?:\w+ )?{_MODEL} {_READING}(?: \w+)?,?"
        r" (?:must|should|shall|are to|is to)\b")),
    ("addresses the model", _MODEL_WORDS, (
        rf"(?:if you are|as) an? (?:\w+ )?{_MODEL}(?: {_READING}[^,]*)?,"
        rf" (?:you |i (?:can|am|do|have|must)|{_DO}\b)")),
    ("addresses the model",
     _SUM_UP_WORDS | _words("processing process describe describing"), (
        r"when(?:ever)? (?:you (?:are )?)?"
        r"(?:summari[sz](?:e|ing)|processing|process|describe|describing)"
        rf" (?:this|the)(?: \w+)?, (?:you (?:must|should)|{_DO})\b")),
    ("dictates the answer", _words("respond reply answer output return"), (
        r"(?:please )?(?:respond|reply|answer|output|return)(?: only| just| solely)?"
        r" (?:only |just )?(?:with|in|using|by saying)\b (?=.*(?:only|json|following|words?|phrase"
        r"|sentence|nothing|exactly|[\"\u201c']))")),
    ("dictates the answer", _words("summarise summarize describe report present"), (
        r"(?:please |you must |always )?(?:summari[sz]e|describe|report|present) (?:this|the|it)"
        r"(?: (?:article|text|document|page|story|content))?(?: below| above)? as\b")),
    ("dictates the answer", _ANSWER_WORDS, (
        rf"(?:please |kindly |you must |always |do not |never |don['\u2019]t )?"
        rf"(?:begin|start|end|include|write|say|state|mention|insert|add|put|print|append|repeat"
        rf"|omit|leave)\b[^.!?]{{0,100}}\b(?:in|of|from|with|to|as)"
        rf" (?:your|the|any|every) (?:\w+ ){{0,2}}{_ANSWER}\b")),
    ("dictates the answer", _ANSWER_WORDS, (
        rf"(?:please |you must |always )?(?:begin|start|end|open|close|write)"
        rf" (?:your|the) (?:\w+ )?{_ANSWER} (?:with|by|as|in)\b")),
    ("dictates the answer", _ANSWER_WORDS, (
        rf"(?:your|the) (?:\w+ )?{_ANSWER} (?:must|should|shall|has to|needs to)"
        r" (?:only |always |also )?"
        r"(?:say|state|contain|include|begin|start|end|consist|claim|mention|read)\b")),
    ("asks for the model's own instructions", _ASKED_WORDS, (
        r"(?:please )?(?:print|reveal|repeat|show|output|tell me|give me|leak|list)"
        rf"(?: me)? (?:your|the) (?:\w+ ){{0,2}}(?:system prompt|{_ASKED})\b")),
)  # fmt: skip

# Tried anywhere, with their case: the marks with which prompts part roles and data.
FORGED_MARKS: Final[tuple[tuple[str, frozenset[str], str], ...]] = (
    ("forges the marks of a prompt", _words("article"), r"</?article-[0-9a-f]{4,}>"),
    ("forges the marks of a prompt", _words("im system user assistant endoftext eot header"),
     r"<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>"),
    ("forges the marks of a prompt", _words("inst sys system instruction instructions prompt"),
     r"\[/?INST\]|<</?SYS>>|</?(?:system|instructions?|prompt)>"),
    ("forges the marks of a prompt",
     _words("system assistant systemprompt systemmessage assistantprompt assistantmessage"), (
        r"(?m:^\s*(?:#{2,} ?)?(?:SYSTEM|System|system|ASSISTANT|Assistant)"
        r" ?(?:prompt|message|PROMPT|MESSAGE)?:\s)")),
    ("forges the marks of a prompt", _words("instruction instructions"),
     r"(?m:^\s*#{2,} ?(?:Instructions?|INSTRUCTIONS?)\b)"),
)  # fmt: skip
