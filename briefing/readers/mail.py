"""Mail (.eml), such as press releases: the newest text in it, its headers as metadata, its attachments told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr

from briefing.errors import SourceError
from briefing.language.lexicon import word_set
from briefing.model.notice import Notice
from briefing.readers.decoding import Decoded, canonical
from briefing.readers.document import Document
from briefing.readers.fragment import text_of
from briefing.readers.replies import newest

HEADERS = ("from", "subject", "date", "message-id", "mime-version", "received")
STUB = 0.5
"""A plain-text part with fewer than this share of the words of the HTML part only says that there is one."""

ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")


def parse(data: bytes, path: str) -> Document:
    """The document in a mail; in one that only holds another, in that. Raises SourceError where it is empty, no mail,
    or holds no words."""
    mail = _mail(data, path)
    parts = list(_parts(mail))
    texts, notices = _texts(parts, path)
    while not re.search(r"\w", texts) and (inner := _only_mail(parts)):
        mail, parts = inner, list(_parts(inner))
        texts, notices = _texts(parts, path)
    if not re.search(r"\w", texts):
        raise SourceError(path, "holds no words in its text", "save what is attached to it as a file of its own")
    said = newest(texts, forwarded=_subject(mail).lower().startswith(tuple(word_set("mail", "forwarded"))))
    notices += (_left_out(said.left_out),) if said.left_out else ()
    attached = [_file_name(part) for part in parts if _is_attached(part)]
    notices += (_attached(attached),) if attached else ()
    return Document(said.text, _stated(mail), notices, _detected(mail))


def _mail(data: bytes, path: str) -> Message:
    try:
        mail = message_from_bytes(data, policy=compat32)
    except RecursionError:
        raise SourceError(path, "is nested too deeply", "save the text of the mail alone") from None
    if not any(name in mail for name in HEADERS):
        raise SourceError(path, "is no mail", "save the mail with its headers, or its text as plain text")
    return mail


def _parts(mail: Message) -> Iterator[Message]:
    """The parts that hold something themselves, in order; a mail in the mail is one part, and not opened."""
    todo = [mail]
    while todo:
        part = todo.pop()
        if part.get_content_maintype() != "message" and (inner := _held(part)):
            todo += reversed(inner)
        else:
            yield part


def _held(part: Message) -> list[Message]:
    """The parts, or the mail, that a part holds."""
    inner = part.get_payload() if part.is_multipart() else None
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def _only_mail(parts: list[Message]) -> Message | None:
    """The one mail among the parts of a mail."""
    inner = [held for part in parts if part.get_content_maintype() == "message" for held in _held(part)[:1]]
    return inner[0] if len(inner) == 1 and any(name in inner[0] for name in HEADERS) else None


def _is_attached(part: Message) -> bool:
    """Whether a part is no text of the mail itself, nor a picture shown in it."""
    kind = part.get_content_maintype()
    text = kind in ("text", "multipart")  # a broken "multipart" has no parts and holds the text
    shown = kind == "image" and not part.get_filename()
    return part.get_content_disposition() == "attachment" or not (text or shown)


def _file_name(part: Message) -> str:
    """What an attachment is called; its type where it has no name."""
    subject = next((_subject(inner) for inner in _held(part)), "")
    return _decoded(part.get_filename() or "") or subject or part.get_content_type()


def _texts(parts: list[Message], path: str) -> Decoded:
    """The text of the parts of a mail: the plain one, unless it is missing or a stub; "" where there is none."""
    own = [part for part in parts if not _is_attached(part) and part.get_content_maintype() in ("text", "multipart")]
    plain = [_of_part(part, path) for part in own if part.get_content_subtype() != "html"]
    rich = [_of_part(part, path) for part in own if part.get_content_subtype() == "html"]
    texts = ["\n\n".join(text.strip("\n") for text, _ in found if text) for found in (plain, rich)]
    chosen = int(len(texts[0].split()) < STUB * len(texts[1].split()))
    return texts[chosen], tuple(notice for _, notices in (plain, rich)[chosen] for notice in notices)


def _of_part(part: Message, path: str) -> Decoded:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return "", ()
    try:
        text, notices = canonical(data, path, part.get_content_charset())
    except SourceError:  # a part without words is no reason to refuse the others
        return "", ()
    return (text_of(text, path) if part.get_content_subtype() == "html" else text), notices


def _stated(mail: Message) -> dict[str, object]:
    """What the headers state."""
    archived = ADDRESS.search(_header(mail, "archived-at"))
    found = {
        "title": _subject(mail),
        "author": _decoded(parseaddr(str(mail.get("from", "")))[0]),
        "publisher": _header(mail, "organization") or _header(mail, "organisation"),
        "published": _header(mail, "date").split("(")[0].strip(),
        "language": _header(mail, "content-language").split(",")[0],
        "url": archived[1] if archived else "",
    }
    return {field: value for field, value in found.items() if value}


def _detected(mail: Message) -> dict[str, object]:
    """The domain that sent it, as far as that says who publishes."""
    domain = parseaddr(str(mail.get("from", "")))[1].rpartition("@")[2].lower()
    known = bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", domain)) and domain not in word_set("mail", "free")
    return {"kind": "e-mail", "publisher": domain} if known else {"kind": "e-mail"}


def _subject(mail: Message) -> str:
    return _header(mail, "subject")


def _header(mail: Message, name: str) -> str:
    return _decoded(str(mail.get(name, "")))


def _decoded(value: str) -> str:
    """A header with its encoded words as text, in one line; as it stands where they are broken."""
    with suppress(ValueError, LookupError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())


def _left_out(lines: int) -> Notice:
    message = f"{lines} lines of earlier mail that it quotes, or of its signature, are left out."
    return Notice("quoted-mail", message, limits=False)


def _attached(names: list[str]) -> Notice:
    return Notice("unread-attachments", f"What is attached to it is not read: {', '.join(names)}.")
