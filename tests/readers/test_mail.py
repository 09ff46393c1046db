"""Mail: the newest text in it, its headers as metadata, what is attached told of."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.readers.mail import parse
from briefing.readers.replies import newest

PLAIN = "Water rose in Aru on Friday.\n\nForty families left their homes."


def mail(text: str = PLAIN, subject: str = "Floods in Aru: 40 families displaced", **headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"] = "Ana Ruíz <press@relief.example>"
    made["Date"] = "Fri, 03 May 2024 22:10:00 +0530"
    made["Subject"] = subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def told(data: bytes) -> list[tuple[str, str, bool]]:
    return [(notice.code, notice.message, notice.limits) for notice in parse(data, "a.eml").notices]


def test_headers_are_metadata() -> None:
    made = mail(Organization="Relief Aru", Archived_At="<https://relief.example/7>")
    made["Content-Language"] = "en"
    document = parse(made.as_bytes(), "a.eml")
    assert document.text.strip() == PLAIN
    assert document.stated == {
        "title": "Floods in Aru: 40 families displaced",
        "author": "Ana Ruíz",
        "publisher": "Relief Aru",
        "published": "Fri, 03 May 2024 22:10:00 +0530",
        "language": "en",
        "url": "https://relief.example/7",
    }
    assert document.detected == {"kind": "e-mail", "publisher": "relief.example"}
    assert document.notices == ()


def test_a_mail_from_a_domain_for_everybody_says_nothing_of_its_publisher() -> None:
    made = mail()
    made.replace_header("From", "ana@gmail.com")
    document = parse(made.as_bytes(), "a.eml")
    assert document.detected == {"kind": "e-mail"}
    assert "author" not in document.stated


def test_mail_in_html_alone_keeps_lists_and_tables() -> None:
    made = mail()
    made.set_content(
        "<style>p{}</style><p>Water <b>rose</b>.</p><ul><li>40 families left</li></ul>"
        "<table><tr><th>District</th><th>Families</th></tr><tr><td>Aru</td><td>40</td></tr></table>",
        subtype="html",
        charset="iso-8859-1",
        cte="quoted-printable",
    )
    assert parse(made.as_bytes(), "a.eml").text == (
        "Water rose.\n\n- 40 families left\n\n| District | Families |\n| --- | --- |\n| Aru | 40 |"
    )


@pytest.mark.parametrize(
    ("plain", "read"), [(PLAIN, PLAIN), ("See the HTML part.", "Water rose in Aru. Forty families left their homes.")]
)
def test_of_two_forms_the_plain_one_is_read_unless_it_is_a_stub(plain: str, read: str) -> None:
    made = mail(plain)
    made.add_alternative("<p>Water rose in Aru. Forty families left their homes.</p>", subtype="html")
    assert parse(made.as_bytes(), "a.eml").text.strip() == read


def test_what_is_attached_is_named_and_limits_the_briefing() -> None:
    made = mail()
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Aperçu n° 7.pdf")
    made.add_attachment(b"GIF", maintype="image", subtype="gif", disposition="inline")
    made.add_attachment("a,b", filename="table.csv", subtype="csv")
    assert told(made.as_bytes()) == [
        ("unread-attachments", "What is attached to it is not read: Aperçu n° 7.pdf, table.csv.", True)
    ]


def test_encodings_of_transfer_and_text() -> None:
    made = mail()
    made.set_content("L’eau monte à Aru : 40 familles.", charset="cp1252", cte="base64")
    assert parse(made.as_bytes(), "a.eml").text.strip() == "L’eau monte à Aru : 40 familles."


def test_a_mail_that_only_holds_another_is_that_mail() -> None:
    outer = EmailMessage(policy=SMTP)
    outer["From"], outer["Subject"] = "desk@desk.example", "Fwd"
    outer.add_attachment(mail())
    document = parse(outer.as_bytes(), "a.eml")
    assert document.text.strip() == PLAIN
    assert document.stated["title"] == "Floods in Aru: 40 families displaced"


def test_what_it_answers_and_its_signature_are_left_out_and_told() -> None:
    answer = (
        f"{PLAIN}\n\nOn Thu, 2 May 2024 at 10:00, Desk <d@desk.example>\nwrote:\n> How many left?\n\n-- \nAna Ruiz\n"
    )
    document = parse(mail(answer).as_bytes(), "a.eml")
    assert document.text == PLAIN
    assert [notice.message for notice in document.notices] == [
        "5 lines of earlier mail that it quotes, or of its signature, are left out."
    ]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("New.\n-----Original Message-----\nFrom: A\nOld.", "New."),
        ("New.\n\nFrom: Ana Ruiz\nSent: Friday\nTo: B\n\nOld.", "New."),
        ("New.\n\nLe 2 mai 2024, Desk a écrit :\n> Ancien.", "New."),
        ("> Old?\nNew.", "New."),
        ("From: Aru, with water.\nThe road is shut.", "From: Aru, with water.\nThe road is shut."),
        ("On Monday the mayor wrote:\nWe need tents.", "On Monday the mayor wrote:\nWe need tents."),
        ("> Only quoted.", "> Only quoted."),
        ("", ""),
    ],
)
def test_what_is_new_in_a_mail(text: str, new: str) -> None:
    assert newest(text).text == new


def test_a_mail_that_is_passed_on_keeps_what_it_quotes() -> None:
    passed = "FYI\n\n-----Original Message-----\nFrom: A\n\nWater rose.\n-- \nDesk"
    assert parse(mail(passed, "FW: Floods").as_bytes(), "a.eml").text == passed.removesuffix("\n-- \nDesk")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"Water rose in Aru.\n\nForty families left.", "is no mail"),
        (b"From: a@b.example\nSubject: Empty\n\n\n", "holds no words in its text"),
        (b"From: a@b.example\nContent-Type: image/png\n\nxyz", "holds no words in its text"),
        (b"", "is no mail"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, line: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.eml: {line}; save "):
        parse(data, "a.eml")


def test_mails_nested_without_end_are_one_line_or_read() -> None:
    data = b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\nFrom: a@b.example\n" * 5_000 + b"\nWater rose."
    with pytest.raises(SourceError, match="nested too deeply"):
        parse(data, "a.eml")


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                *(b"From: =?utf-8?q?=FF?= <a@b>\n", b"Subject: =?x?b?%%?=\n", b"Date: \xff\n"),
                *(b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Type: text/plain; charset=nope\n"),
                *(b"Content-Transfer-Encoding: base64\n", b"\n", b"--x\n", b"--x--\n", b"Water rose.\n"),
                *(b"> a\n", b"-- \n", b"\0\xff\n"),
            ]
        ),
        max_size=14,
    )
)
def test_a_broken_mail_is_read_or_refused(lines: list[bytes]) -> None:
    try:
        document = parse(b"From: a@b.example\n" + b"".join(lines), "a.eml")
    except SourceError:
        return
    assert document.text.strip()


def test_a_name_of_an_encoding_in_the_form_of_rfc_2231_breaks_nothing() -> None:
    head = b"From: a@b.example\nContent-Type: text/plain; charset*=us-ascii'en'utf-8\nContent-Transfer-Encoding: 8bit\n"
    assert parse(head + "\nL’eau monte.".encode(), "a.eml").text == "L’eau monte."
