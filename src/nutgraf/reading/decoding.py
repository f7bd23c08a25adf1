"""Bytes into text, losslessly: the encoding is read, never normalised away.

Line ends, odd spaces and combining marks stay as they are; only a byte order mark is dropped.
"""

from __future__ import annotations

import codecs
import re

from nutgraf.errors import ArticleError

_BYTE_ORDER_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# The legacy encodings of the web (WHATWG Encoding Standard, section 4.2) under Python's names. A
# page may declare one of these and no other: Python knows codecs that are no text on any page.
_LEGACY = _words("""
    big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949
    euc_jp gb18030 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 iso8859-2 iso8859-3
    iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 koi8-r koi8-u mac-roman
""")
# Labels that the same standard reads as a superset, since that is what pages mean by them.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

# What is tried where nothing is declared: one encoding for each large script. The rarer ones only
# add wrong answers (French in cp1252 was taken for Baltic cp1257, English for cp850).
_GUESSED = _words("""
    cp1252 cp1250 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 cp932 euc_jp gb18030 big5 cp949
""")

_SIGNATURES = (
    (b"%PDF-", "a PDF", "name it .pdf, or say format='pdf'"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "only .docx of these is read"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as .docx or plain text"),
    (b"{\\rtf", "RTF", "save it as .docx or plain text"),
    (b"\x1f\x8b", "gzip", "unpack it first"),
    (b"\x89PNG", "a PNG image", "give the text of it"),
    (b"\xff\xd8\xff", "a JPEG image", "give the text of it"),
    (b"GIF8", "a GIF image", "give the text of it"),
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_NON_ASCII = re.compile("[^\x00-\x7f]")
_BINARY = "it looks binary; give a text, or say what it is: format, or --input-format"
_DAMAGED = "with damaged bytes; get a whole copy"
_MOST_CONTROL = 0.01  # share of a text; binary data that happens to decode has several per cent


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text that the bytes hold.

    Tried in this order: the byte order mark, UTF-8, the encoding that the file declares, and what
    charset-normalizer finds where one answer is better than all others. UTF-8 goes before the
    declaration because pages often declare wrongly, and other encodings are next to never valid
    UTF-8 by chance.

    Args:
        data: The whole file.
        name: The file, for messages.
        declared: The label that the file gives itself, if it has one.

    Raises:
        ArticleError: The bytes are binary, or their encoding cannot be told.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _text(_marked(data[len(mark) :], encoding, name), name)
    _refuse_signature(data, name)
    text = _strict(data, "utf-8")
    if text is None:
        text = _legacy(data, name, declared)
    return _text(text, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, label: str | None) -> str | None:
    try:
        encoding = codecs.lookup(label or "").name
    except (LookupError, ValueError):  # ValueError: a NUL character in the label
        return None
    encoding = _SUPERSETS.get(encoding, encoding)
    return _strict(data, encoding) if encoding in _LEGACY else None


def _marked(data: bytes, encoding: str, name: str) -> str:
    text = _strict(data, encoding)
    if text is None:
        raise ArticleError(f"{name}: it is {encoding.upper()} {_DAMAGED}")
    return text


def _legacy(data: bytes, name: str, declared: str | None) -> str:
    """Decode what is not UTF-8."""
    if b"\0" in data:
        raise ArticleError(f"{name}: {_BINARY}")
    _refuse_damaged(data, name)
    text = _declared(data, declared)
    return _guessed(data, name) if text is None else text


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, and most files are UTF-8

    matches = list(from_bytes(data, cp_isolation=sorted(_GUESSED)))
    if not matches:
        raise ArticleError(f"{name}: its encoding cannot be told; save it as UTF-8")
    best = matches[0]
    equal = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    if len(equal) > 1:
        names = " and ".join(sorted(match.encoding for match in equal))
        raise ArticleError(
            f"{name}: its encoding cannot be told ({names} fit equally well); save it as UTF-8"
        )
    return str(best)


def _refuse_damaged(data: bytes, name: str) -> None:
    """Refuse UTF-8 with a few bad bytes: read as anything else, all of it would be garbled."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if sum(1 for _ in _NON_ASCII.finditer(text)) - bad > bad:
        raise ArticleError(f"{name}: it is UTF-8 {_DAMAGED}")


def _text(text: str, name: str) -> str:
    """Refuse what is no text though it decoded."""
    control = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or control > max(1, _MOST_CONTROL * len(text)):
        raise ArticleError(f"{name}: {_BINARY}")
    return text


def _refuse_signature(data: bytes, name: str) -> None:
    for signature, kind, advice in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{name}: it looks binary, namely {kind}; {advice}")
