"""Harm: what may hurt a person when it is printed, and what looks like it and does not."""

from __future__ import annotations

import time

import pytest

from briefing.language.harm import harms


@pytest.mark.parametrize(
    ("text", "code", "exact"),
    [
        ("Ali Hassan, 9, was at home.", "minor", "Ali Hassan"),
        ("Ali Hassan (9) was at home.", "minor", "Ali Hassan"),
        ("The children were Ali Hassan (9), Mina Hassan (7) and Omar Adan (5).", "minor", "Mina Hassan"),
        ("Nine-year-old Ali Hassan was in class.", "minor", "Ali Hassan"),
        ("Amina, a 14-year-old girl, fled on foot.", "minor", "Amina"),
        ("Amina, aged 14, fled on foot.", "minor", "Amina"),
        ("The boy, Omar, was found alive.", "minor", "Omar"),
        ("Rosa Leme, 34, was raped at the checkpoint.", "survivor", "Rosa Leme"),
        ("Karim Saleh, a baker, was killed by a shell.", "victim", "Karim Saleh"),
        ("Karim al-Saleh was shot on Monday.", "victim", "Karim al-Saleh"),
        ("Police identified the dead man as Karim Saleh.", "victim", "Karim Saleh"),
        ("They buried the body of Karim Saleh.", "victim", "Karim Saleh"),
        ("The elder said soldiers had killed his nephew Modou Faye.", "victim", "Modou Faye"),
        ("Police detained Jamal Noor on suspicion of arson.", "victim", "Jamal Noor"),
        ("Police arrested Jamal Noor, 41, on Friday.", "victim", "Jamal Noor"),
        ("The rebels abducted a nurse, Rosa Leme, and Awa Faye.", "victim", "Awa Faye"),
        ("Guards tortured Karim Saleh.", "victim", "Karim Saleh"),
        ("Rosa Leme, 29, who was abducted on 3 May, spoke up.", "victim", "Rosa Leme"),
        ("Two nurses — Hana Omar and Lena Mbe — have been missing since May.", "victim", "Lena Mbe"),
        ("Karim Saleh is still missing.", "victim", "Karim Saleh"),
        ("Karim Saleh was forcibly recruited by rebels.", "victim", "Karim Saleh"),
        ("They asked for the whereabouts of their son Karim Saleh.", "victim", "Karim Saleh"),
        ("The mayor said Karim Saleh was killed.", "victim", "Karim Saleh"),
        ("Journalist Rana Aziz was detained.", "victim", "Rana Aziz"),
        ("A 15-year-old girl known as Blessing fled on foot.", "minor", "Blessing"),
        ("Amina, 17, the bride, was sold for two cows.", "minor", "Amina"),
        ("They freed Awa Faye and her son Tim, 4, on Sunday.", "minor", "Tim"),
        ("The judge freed the 16-year-old suspect, Jamal Noor, on bail.", "minor", "Jamal Noor"),
        ("A 13-year-old goat herder, Jamal, saw the planes.", "minor", "Jamal"),
        ("Karim Saleh, 52, a shopkeeper, lost both legs in the raid.", "victim", "Karim Saleh"),
        ("Karim Saleh lost an eye.", "victim", "Karim Saleh"),
        ("Nurse Rosa Leme, who tested positive on Monday, rests.", "victim", "Rosa Leme"),
        ("Blogger Hana Omar, a convert, has been in hiding since May.", "victim", "Hana Omar"),
        ("Rosa Leme told investigators that she was beaten by a guard.", "victim", "Rosa Leme"),
        ("Witness Karim Saleh, who saw the shooting, spoke up.", "victim", "Karim Saleh"),
        ("Inmate Karim Saleh called his mother at noon.", "victim", "Karim Saleh"),
        ("The freed hostages are Awa Faye, Rosa Leme and Karim Saleh.", "victim", "Rosa Leme"),
        ("Hostage Karim Saleh, 54, an engineer, was freed on Friday.", "victim", "Karim Saleh"),
        ("Please don't quote Dr Saleh, he is at risk.", "victim", "Saleh"),
        ("Do not name Rosa Leme in what you publish.", "victim", "Rosa Leme"),
        ("One of them, a 19-year-old woman who tested HIV positive, left.", "condition", "tested HIV positive"),
        ("The inmate, who is gay, was moved.", "condition", "is gay"),
        ("She is hiding in the convent of Aru with others.", "whereabouts", "hiding in the convent of Aru with others"),
        ("They run a safe house near Orrin.", "whereabouts", "safe house near Orrin"),
        ("The convoy will leave Aru at 06:00 by the river road.", "whereabouts", "06:00"),
        ("Rana Leme, 34, said she was raped by soldiers.", "survivor", "Rana Leme"),
        ("Rana L. said soldiers raped her.", "survivor", "Rana L."),
        ("Rana, 22, told a court that she had been sexually assaulted.", "survivor", "Rana"),
        ('"They raped me," Rana Leme, 19, told the radio.', "survivor", "Rana Leme"),
        ("“I was raped twice,” said Rana Leme.", "survivor", "Rana Leme"),
        ("Minister Rana Leme said she was raped as a student.", "survivor", "Rana Leme"),
        ("Rana Leme, a rape survivor, opened the shelter.", "survivor", "Rana Leme"),
        ("Witness Karim Saleh, who lives at 14 Palm Street, saw it.", "address", "14 Palm Street"),
        ("Police searched his home in Elm Road 7.", "address", "Elm Road 7"),
        ("Write to him on +93 70 123 4567.", "phone", "+93 70 123 4567"),
        ("His number is 0300 123 4567.", "phone", "0300 123 4567"),
        ("Call her: 555 123 4567.", "phone", "555 123 4567"),
        ("She holds passport AB1234567.", "identity-number", "AB1234567"),
        ("Her card reads 12345-1234567-1.", "identity-number", "12345-1234567-1"),
        ("Send it to DE89 3704 0044 0532 0130 00.", "identity-number", "DE89 3704 0044 0532 0130 00"),
        ("Write to a.khan@example.org.", "email", "a.khan@example.org"),
        ("Write to karim77@gmail.com.", "email", "karim77@gmail.com"),
        ("The shelter lies at 34.5167, 69.1833.", "coordinates", "34.5167, 69.1833"),
        ("The convoy waits at 34°31'N.", "coordinates", "34°31'N"),
    ],
)
def test_fires(text: str, code: str, exact: str) -> None:
    assert (code, exact) in {(harm.code, text[harm.start : harm.end]) for harm in harms(text)}


@pytest.mark.parametrize(
    "text",
    [
        "President Edda Voss was shot on Monday.",
        "Defence Minister Asa Khel was injured in the crash.",
        "The militant leader Abu Saf was killed in a raid.",
        "The army killed the rebel commander Abu Saf in a raid.",
        "Police arrested Edda Voss, the mayor of Port Selam, on Friday.",
        "A court jailed former president Asa Khel for nine years.",
        "Port Selam is missing its targets.",
        "Police counted fires in Orrin, 14, and in Aru, 9, on Sunday.",
        "The 12-year-old war, President Edda Voss said, must end.",
        "The 15-year-old agreement between Orrin and Aru ended.",
        "On May, 12, rebels took the bridge.",
        "In Orrin, 14, mostly from the hills, voted.",
        "Of 640 samples, 388 tested positive for HIV.",
        "Some 4,000 people are HIV positive.",
        "Fighters are hiding in the hospital, the army said.",
        "The convoy left Aru at 06:00.",
        "A convoy will leave when the road is clear.",
        "Minister Asa Khel said he was beaten at the polls.",
        "Mayor Asa Khel said his brother was beaten by guards.",
        "Guards did not name the accused.",
        "The ministry did not quote figures.",
        "Pumps were mended in Aru (5), Vell North (2), Orrin (7) and Teral South (1).",
        "Two cases were seen at Vell Clinic (1) and Orrin (1).",
        "The radio told of the death of Red Dawn leader Abu Saf.",
        "The bomb killed two in Port Selam.",
        "Rivers beat Port Selam in the final.",
        "The ministry, at 14 Palm Street, is shut.",
        "Dr Lena Mbe said soldiers took a girl and raped her.",
        "Soldiers raped her, said Lena Mbe, a doctor.",
        "Lena Mbe said rape was used as a weapon of war.",
        "Human Rights Watch said nine women were raped.",
        "Teo Manu, 51, said that his roof was gone.",
        "A nine-year-old boy was killed.",
        "A 5-year-old Syrian boy was pulled out.",
        "Nine people were killed in Port Selam on 9 May.",
        "Port Selam was shelled.",
        "Red Cross was among those asked.",
        "On Monday, 9 March, the talks began.",
        "Malawi, 14, and Zambia, 12, sent teams.",
        "The toll-free hotline 0800 123 4567 is open day and night.",
        "Dial 1166 for help.",
        "Some 12,345,678 people need aid.",
        "The plan asks for 410000000 dollars.",
        "It fell from 1,234,567 to 1,234,560 between 2018-2019.",
        "Write to press@example.org or public-info@example.org.",
        "The rate rose from 12.345 to 13.456 per cent.",
        "The 2,500-year-old temple fell.",
        "A magnitude 6.4 quake struck at 10.15.",
        "50 people fled to Sidi Maro 1,250 people fled to Bani Rao 2,400 people fled to Alko",
        "Her daughter, Chelsea Rao, spoke at the rally.",
        "More Than 3,700 Dead In Karsa",
        "Write to newsletter@example.org or dtm@example.org.",
        "Resolution 2417 and page 12345 say so.",
    ],
)
def test_does_not_fire_on_a_near_miss(text: str) -> None:
    assert harms(text) == ()


def test_long_hostile_text_takes_time_in_proportion() -> None:
    words = "Ali Hassan, Karim (9 Saleh al- 12 345 67 34.516, a@b was killed by +93 70 "
    taken = []
    for size in (200, 800):
        begin = time.process_time()
        harms(words * size)
        taken.append(time.process_time() - begin)
    assert taken[1] < 12 * taken[0] + 0.2
