"""What a Word file says of itself: its title, language and day, and nothing of the template it was begun from."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

LANGUAGE = "en-GB"
OF_THE_TEMPLATE = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL  # both may be left out
NEWEST = "15"  # of the layouts that Word knows; of an older one it says "Compatibility mode" over the document


def describe(document, title, made):
    properties = document.core_properties
    properties.title, properties.language = title, LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = made
    properties.revision = 1
    forget_template(document.part.package.rels)
    set_up(document.settings.element)


def forget_template(relations):
    for name in [name for name, relation in relations.items() if relation.reltype in OF_THE_TEMPLATE]:
        del relations[name]


def set_up(settings):
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), NEWEST)
