"""The report goes along as a file, also in somebody's own template."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from conftest import SignIn
from hartlijn.dialogues.models import Dialogue, Taken
from hartlijn.dialogues.tests.reports import address
from hartlijn.people.models import Person


@pytest.mark.parametrize("kind", Taken.Kind.values)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_file_goes_along_and_is_noted(
    as_: SignIn, rosa: Person, gathered: Dialogue, kind: str, language: str
) -> None:
    client = as_(rosa)
    first = client.get(address(gathered, "report_file", language, kind))
    again = client.get(address(gathered, "report_file", language, kind))

    assert first.status_code == 200
    assert first.content == again.content
    assert ("-concept" if language == "nl" else "-draft") in first["Content-Disposition"]
    assert f'.{kind}"' in first["Content-Disposition"]
    assert [(one.kind, one.language, one.by) for one in Taken.objects.all()] == [
        (kind, language, rosa)
    ]
    assert rosa.name in client.get(address(gathered)).content.decode()


def test_another_kind_or_language_does_not_exist(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    assert as_(rosa).get(address(gathered, "report_file", "fr", "pdf")).status_code == 404
    assert as_(rosa).get(address(gathered, "report_file", "nl", "exe")).status_code == 404


def test_the_own_template_keeps_its_words(as_: SignIn, rosa: Person, gathered: Dialogue) -> None:
    own = Document()
    own.add_paragraph("Hogeschool Delta")
    file = BytesIO()
    own.save(file)
    upload = SimpleUploadedFile("eigen.docx", file.getvalue())

    answer = as_(rosa).post(
        address(gathered, "report_template"), {"language": "nl", "file": upload}
    )

    texts = [one.text for one in Document(BytesIO(answer.content)).paragraphs]
    assert texts[0] == "Hogeschool Delta"
    assert "Wat starters houdt" in texts


@pytest.mark.parametrize("data", [b"", b"geen document", b"PK\x03\x04"])
def test_what_is_no_document_is_refused_with_a_sentence(
    as_: SignIn, rosa: Person, gathered: Dialogue, data: bytes
) -> None:
    upload = SimpleUploadedFile("eigen.docx", data)
    answer = as_(rosa).post(
        address(gathered, "report_template"), {"language": "nl", "file": upload}
    )

    assert answer.status_code == 422
    assert not Taken.objects.exists()
