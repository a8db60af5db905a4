"""Words of quantity follow the figures."""

import pytest

from themes.quantifiers import RULES, Misfit, Raised, fitting_word, method_table, misfits, reworded

FITTING = {
    # meetings, of how many, audiences, of how many
    (27, 27, 8, 8): "all",
    (3, 3, 1, 1): "all",
    (2, 2, 1, 1): "a few",
    (27, 27, 7, 8): "most",
    (17, 27, 4, 8): "most",
    (17, 27, 3, 8): "many",
    (16, 27, 4, 8): "about half",
    (11, 27, 4, 8): "about half",
    (12, 20, 4, 8): "about half",
    (8, 20, 4, 8): "about half",
    (10, 27, 4, 8): "many",
    (6, 27, 3, 8): "many",
    (6, 27, 2, 8): "several",
    (5, 27, 3, 8): "several",
    (3, 27, 2, 8): "several",
    (3, 27, 1, 8): "a few",
    (2, 27, 2, 8): "a few",
    (1, 27, 1, 8): "one",
    (1, 1, 1, 1): "one",
    (0, 27, 0, 8): "",
    (0, 0, 0, 0): "",
}


@pytest.mark.parametrize("figures", FITTING)
def test_the_first_rule_that_fits_gives_the_word(figures):
    assert fitting_word(Raised(*figures)) == FITTING[figures]


FEW = Raised(2, 27, 2, 8)  # "a few"
CHECKED = {
    "Most people felt that it is cold.": ["Most"],
    "Many felt that it is cold.": ["Many"],
    "Everyone agreed.": ["Everyone"],
    "Several of those who came asked for buses.": ["Several"],
    "Many young people also wanted a bandstand.": ["Many"],
    "The vast majority of residents welcomed it.": ["The vast majority"],
    "Half of the businesses who came said so.": ["Half"],
    "The cold was raised at several meetings.": ["several"],
    "One person said so, and most members agreed.": ["One", "most"],
    "Everyone was pleased.": ["Everyone"],
    "Most residents were really pleased.": ["Most"],
    "Most of those we met liked it.": ["Most"],
    "Almost all attendees liked it.": ["Almost all"],
    "Half of people say that it is cold.": ["Half"],
    "75% of parents want a crossing.": ["75%"],
    "Two thirds of those who came felt cold.": ["Two thirds"],
    "12 people said that it is cold.": ["12"],
    "In 2024 people said that it is cold.": [],
    "A few people felt that it is cold.": [],
    "People felt that 12 parks are cold, as are most homes in winter.": [],
    "People want most residents to be happy.": [],
    "A handful of people felt that it is cold.": [],
    "People felt that it is cold.": [],
    "People asked for all five Big Things.": [],
    "People want better lives for all residents.": [],
    "There are many parks.": [],
    "People felt that one plan is enough.": [],
    "Almost all the buses are late.": [],
    "Everyone wants later buses.": ["Everyone"],
    "Lots of people need later buses.": ["Lots"],
    "Most participants agree that it is cold.": ["Most"],
    "A large majority welcomed it.": ["A large majority"],
    "Residents overwhelmingly said that it is cold.": ["overwhelmingly"],
    "Numerous comments said that it is cold.": ["Numerous"],
    "It is cold, said many.": ["many"],
    "The cold was felt by most.": ["most"],
    "Nobody wanted the road.": ["Nobody"],
    "No one liked it.": ["No one"],
    "Hardly anyone liked it.": [],
    "A minority of people felt cold.": [],
    "Almost everyone agreed.": ["Almost everyone"],
    "A significant number of young people would like a pool.": ["A significant number"],
    "Plenty of people have asked for it.": ["Plenty"],
    "Various groups asked for it.": ["Various"],
    "The cold was raised at nearly every meeting.": ["nearly every"],
    "Thirty-five forums asked for it.": ["Thirty-five"],
    "Dozens of people asked for it.": ["Dozens"],
    "Nine out of ten people said so.": ["Nine out of ten"],
    "There was widespread support for it.": ["widespread"],
    "There was a consensus that it is cold.": ["consensus"],
    "There was agreement that it is cold.": ["agreement"],
    "Support was unanimous.": ["unanimous"],
    "People were mostly positive.": ["mostly"],
    "The cold was mentioned frequently.": ["frequently"],
    "People felt cold, and everyone wants heating.": ["everyone"],
    "Some people said that it is cold.": [],
    "Not everyone agreed.": [],
    "People raised many of the issues.": [],
    "People of all ages said that it is cold.": [],
    "Most of the time people said they wait.": [],
    "One Stockport partners agreed on it.": [],
    "Some of the roads were worrying.": [],
    "People want a town where everyone feels safe.": [],
    "People want homes that everyone needs.": [],
    "People said all residents should be heard.": [],
    "People wanted trees in most streets.": [],
    "Older people often feel lonely.": [],
}


@pytest.mark.parametrize("text", CHECKED)
def test_only_a_word_for_how_many_said_something_is_checked(text):
    assert [misfit.said for misfit in misfits(text, FEW)] == CHECKED[text]


def test_the_word_that_fits_takes_the_place_and_the_capital_of_the_one_that_does_not():
    text = "Most people felt cold, and many asked for heating."
    found = misfits(text, Raised(4, 27, 2, 8))
    assert found == [Misfit("Most", "several"), Misfit("many", "several")]
    assert reworded(text, found[0]) == "Several people felt cold, and many asked for heating."
    assert reworded(text, found[1]) == "Most people felt cold, and several asked for heating."


def test_a_word_that_cannot_give_its_place_to_another_is_told_alone():
    for text in ("Residents overwhelmingly said so.", "Nobody said so.", "There was a consensus on it."):
        (misfit,) = misfits(text, Raised(4, 27, 2, 8))
        assert (misfit.fitting, reworded(text, misfit)) == ("", text)


def test_the_words_that_fit_are_borne_whichever_way_they_are_said():
    most, everybody = Raised(20, 27, 6, 8), Raised(27, 27, 8, 8)
    assert misfits("Residents overwhelmingly said so, and the great majority of members agreed.", most) == []
    assert misfits("There was unanimous support, and nobody opposed it.", everybody) == []


def test_the_method_note_has_every_rule_in_its_order():
    assert method_table() == [(rule.word, rule.when) for rule in RULES]
    assert [word for word, _ in method_table()] == ["all", "most", "about half", "many", "several", "a few", "one"]
