"""What is likely to tell who a person is, is found."""

import csv
from pathlib import Path

import pytest

from themes.personal import likely_in

FOUND = {
    "Write to jo.o'neil+home@example.org please": [("an e-mail address", "jo.o'neil+home@example.org")],
    "Ring 0161 496 0000 in the evening": [("a telephone number", "0161 496 0000")],
    "07700900123": [("a telephone number", "07700900123")],
    "+44 7700 900123": [("a telephone number", "+44 7700 900123")],
    "(0161) 496-0000": [("a telephone number", "(0161) 496-0000")],
    "near SK1 3XE": [("a postcode", "SK1 3XE")],
    "sk13xe": [("a postcode", "sk13xe")],
    "I live at 12 Mill Brow Road": [("an address", "12 Mill Brow Road")],
    "Mrs O’Brien of the choir": [("a name", "Mrs O’Brien")],
    "Dr. A. Khan-Shah said so": [("a name", "Dr. A. Khan-Shah")],
    "Cllr Jones and Mr Smith": [("a name", "Cllr Jones"), ("a name", "Mr Smith")],
    "The 192 is late on Mill Brow Road": [],
    "36 meetings of 9 groups in 2023-24 cost £1,000,000": [],
    "The M60 and the A6 in 2040; 5 Big Things": [],
    "A councillor spoke; so did the doctor": [],
    "I live in 12 Mill Brow Road": [("an address", "12 Mill Brow Road")],
    "Those by 12 Mill Brow Road residents": [("an address", "12 Mill Brow Road")],
    "Mrs Streeter and Mr Roadley": [("a name", "Mrs Streeter"), ("a name", "Mr Roadley")],
    "Mrs Jones School meals": [("a name", "Mrs Jones")],
    "A 30 minute drive": [],
    "12 acacia avenue": [("an address", "12 acacia avenue")],
    "His NHS number is 943 476 5919": [("an NHS number", "943 476 5919")],
    "She was born on 3 May 1961": [("a date of birth", "born on 3 May 1961")],
    "date of birth: 3/5/61": [("a date of birth", "date of birth: 3/5/61")],
    "Thanks to Dr Kershaw's Hospice": [],
    "The Lord Mayor came, and a Lady Mayoress": [],
    "Make it the 5 Best Place to grow up": [],
    "In 2024 Mersey Square was busy; the 192 Wellington Road bus was not": [],
    "Ask for Councillor Development on Ms Teams": [],
    "She was born in Stockport": [],
    "born 12/03/1980, NI number QQ123456C": [
        ("a National Insurance number", "QQ123456C"),
        ("a date of birth", "born 12/03/1980"),
    ],
    "bob(at)example.com": [("an e-mail address", "bob(at)example.com")],
    "bob [at] example [dot] com": [("an e-mail address", "bob [at] example [dot] com")],
    "bob at gmail dot com": [("an e-mail address", "bob at gmail dot com")],
    "Mrs Joan Smith": [("a name", "Mrs Joan Smith")],
    "We will speak to John Smith about it": [("a name", "John Smith")],
    "SARAH JONES": [("a name", "SARAH JONES")],
    "Ask Andrew O'Neill and Mary-Jane Watson": [("a name", "Andrew O'Neill"), ("a name", "Mary-Jane Watson")],
    "Emma Hill of Rose Hill": [("a name", "Emma Hill")],
    "Thanks to Grace Smith": [("a name", "Grace Smith")],
    "Sarah": [("a name", "Sarah")],
    "J. Smith": [("a name", "J. Smith")],
    "J Team": [],
    "Sarah Jones Community Manager": [("a name", "Sarah Jones")],
    "Ask Sarah Jones\nStockport Library": [("a name", "Sarah Jones")],
    "My daughter, Year 10, likes Jack and Jill Nursery": [],
    "Sarah Jane Smith": [("a name", "Sarah Jane Smith")],
    "John Lewis Cheadle and the John Rylands Library": [],
    "Sarah in Libraries": [("a name", "Sarah in Libraries")],
    "My son Callum has autism": [("a name", "My son Callum")],
    "my 10 year old daughter, Kacey, walks": [("a name", "my 10 year old daughter, Kacey")],
    "Our neighbour Julie Brown helps": [("a name", "Our neighbour Julie Brown")],
    "I’m Dave from Reddish": [("a name", "I’m Dave")],
    "My name is Kwame": [("a name", "My name is Kwame")],
    "A boy called Callum": [("a name", "called Callum")],
    "Grace Church, Victoria Street, by Rose Hill and Hazel Grove": [],
    "Fred Perry House, Anna Freud Centre, St James Church, Stanley Green": [],
    "Will Stockport get a tram? Mark Stockport out. Grace Heaton chapel.": [],
    "Heaton Moor, Edward Street, Alexandra Park, John Lewis": [],
    "I'm British, I am Chair of Governors, I'm Stockport born": [],
    "Our neighbour Trafford and our partner Stockport Homes": [],
    "A project called Hope, a group called Beacon": [],
    "King Charles Street and the Prince Charles ward": [],
    "": [],
}
SAMPLE = Path(__file__).parents[2] / "stockport2040" / "sample"


@pytest.mark.parametrize("text", FOUND)
def test_personal_data_is_found(text):
    assert list(likely_in(text)) == FOUND[text]


def test_nothing_in_the_sample_is_taken_for_personal_data():
    cells = [cell for file in SAMPLE.glob("*.csv") for row in csv.reader(file.open()) for cell in row]
    assert [found for cell in cells for found in likely_in(cell)] == []
    assert len(cells) > 2_000
