"""What is likely to tell who a person is, is found."""

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
    "": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_personal_data_is_found(text):
    assert likely_in(text) == FOUND[text]
