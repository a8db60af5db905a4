import pytest

from feedback.importers import Refused, read_notes
from tests.feedback.hostile_files import FILES

CASES = [pytest.param(name, make, id=what) for name, files in FILES.items() for what, make in files.items()]


@pytest.mark.parametrize(("name", "make"), CASES)
def test_harmful_files_are_refused_with_a_plain_sentence(name, make):
    data = make()
    with pytest.raises(Refused) as refusal:
        read_notes(data, name)
    assert str(refusal.value).endswith(".")
    assert "Error" not in str(refusal.value)
