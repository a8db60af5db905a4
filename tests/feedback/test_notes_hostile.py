import pytest

from feedback.importers import Refused, read_notes
from tests.feedback.hostile_files import FILES


@pytest.mark.parametrize("made", FILES.values(), ids=FILES)
def test_harmful_files_are_refused_with_a_plain_sentence(made):
    name, data = made()
    with pytest.raises(Refused) as refusal:
        read_notes(data, name)
    assert str(refusal.value).endswith(".")
    assert "Error" not in str(refusal.value)
