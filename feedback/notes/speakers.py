"""Who said it, where initials or a name stand in front."""

import re

from feedback.notes.given_names import GIVEN

TITLE = (
    r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sgt|Sergeant|Insp(?:ector)?"
    r"|Chief Inspector|PC|PCSO|Rev(?:erend)?|Fr|Canon|Imam|Rabbi|Sir|Dame|Lady|Lord|Alderman"
    r"|Mayor)\.?"
)
NAME = r"[A-Z][\w’'-]+"
INITIALS = r"[A-Z]{2,4}"
TITLED = rf"(?:(?i:{TITLE}) (?:[A-Z]\.? ?){{0,3}}[A-Za-z][\w’'-]+(?: {NAME}){{0,2}})"
FULL = rf"(?:(?:[A-Z]\.? ){{0,2}}{NAME}(?: {NAME}){{1,2}}|[A-Z]\.? {NAME})"
ROLE = (
    r"(?i:(?:the |a |an |another |one |local |young |youth |parent |community |business |ward "
    r"|vice[- ])*(?:chair(?:man|woman|person)?|resident|member|attendee|participant|"
    r"councillor|officer|parent|carer|student|pupil|trader|tenant|volunteer|headteacher|head"
    r"|governor|rep(?:resentative)?|"
    r"owner|trustee|landlord|shopkeeper|speaker|delegate|teacher|nurse|gp|person|man|woman"
    r"|audience|floor|leader|secretary)s?(?: [A-Z\d]{1,2})?)"
)
PLACE = r"(?: ?\([^)]{1,60}\)|, [A-Z][\w &’'-]{1,40})?"
QUESTION = re.compile(
    r"^[\s*_]*(?:Q(?:uestion)?(?: from [\w .’'-]{2,40})?|QUESTION)\s*(?:\d+[a-z]?)?\s*(?:[:.)]"
    r"|[-–—](?=\s))\s*",
    re.UNICODE,
)
ANSWER = re.compile(
    r"^[\s*_]*(?:A(?:nswer)?|ANSWER|(?:[Cc]ouncil|[Oo]fficer)?(?:['’]s)? ?[Rr](?:esponse"
    r"|eply)(?: from (?:the )?[\w ]{2,30}?)?"
    r"|RESPONSE)\s*(?:\d+[a-z]?)?\s*(?:[:.)]|[-–—](?=\s))\s*"
)
COMMENT = re.compile(
    r"^\s*(?:comments?|feedback|point|view|suggestion|concern|idea"
    r"|observation)(?: from (?P<who>[\w ’'.-]{2,40}))?\s*\d*\s*(?::|[-–—](?=\s))\s*",
    re.IGNORECASE,
)
LABEL = re.compile(
    rf"^\s*[*_]*(?P<who>(?:{TITLED}|{INITIALS}|{FULL}|{ROLE}"
    rf"|{NAME}){PLACE})[*_]*\s*(?P<verb> (?:responded|replied|answered|said|asked|commented|added"
    rf"|queried|stated|noted))?(?::|[-–—](?=\s)|\s[-–—](?=\S))[*_]*\s*(?=\S)"
)
INITIALS_OF_THINGS = """
    Q A AOB NB PS RE FYI ACTION ACTIONS GP GPS NHS UK GM TBC FAQ SMBC TFGM PDF ICT IT HR VCSE VCFSE
    SEND EHCP MDC RESOLVED AGREED NOTE NOTED DATE TIME VENUE JOBS HOMES BUS BUSES ESOL EV A6 GMCA
    DWP ICB HGV LTN CCTV ASB EDI EIA
"""
NOT_NAMES = frozenset(INITIALS_OF_THINGS.split())
VERB = (
    r"(?:also |then |further |again )?(?:asked|said|felt|queried|questioned|suggested|commented"
    r"|noted|raised|welcomed|supported|requested|"
    r"highlighted|stated|thought|expressed|wondered|pointed|stressed|emphasi[sz]ed|reported"
    r"|mentioned|was|wanted|would|"
    r"thanked|praised|added|urged|proposed|recommended|agreed|observed|enquired|reiterated"
    r"|believed|remarked|sought|"
    r"called|voiced|echoed|disagreed|is|has|had|explained|confirmed|advised|responded|replied|clarified|referred|spoke"
    r"|told|echoed|recogni[sz]ed|acknowledged|"
    r"commended|endorsed|opposed|objected|criticised|complained|argued|worried|likes|liked|loves"
    r"|thinks|feels|wants|asks|says)"
)
SUBJECT = re.compile(
    r"^\s*(?:(?:In|During) (?:the )?(?:discussion|debate|questions),? )?"
    rf"(?P<who>(?:{TITLED}|{INITIALS}|{FULL}|{NAME})(?: \([^)]{{1,60}}\))?),? {VERB}\b"
)


def label_of(words, known=frozenset()):
    """The match of "Cllr Smith: " or "RI – " at the start of a line, or None."""
    found = LABEL.match(words)
    return found if found and is_person(found["who"], known) else None


def subject_of(text, known=frozenset()):
    """ "JS" of "JS asked whether", where the sentence's subject is a person by name."""
    found = SUBJECT.match(text)
    return found["who"] if found and not _is_role(found["who"]) and is_person(found["who"], known) else ""


def _is_role(who):
    return bool(re.fullmatch(ROLE, who))


def is_person(who, known=frozenset()):
    bare = re.sub(r" ?\(.*\)$|, .*$", "", who).strip()
    if re.match(rf"(?i:{TITLE}) ", bare) or bare.lower() in known:
        return True
    if bare.upper() in NOT_NAMES or (bare.isupper() and len(bare) > 4):
        return False
    if re.fullmatch(INITIALS, bare) or _is_role(bare):
        return True
    first = bare.split()[0].rstrip(".")
    return first.lower() in GIVEN or bool(re.fullmatch(r"[A-Z]\.? [A-Z][\w’'-]+", bare))


def names_in(words):
    """Lower-cased names and initials of an attendance list: "Rachel Ingham (RI), Cllr Meller"."""
    known = set()
    for each in re.split(r"[,;\n]|\band\b|\t", re.sub(r"^[^:]{0,40}:", "", words)):
        bare = re.sub(r"\(.*?\)|[-–—].*$", "", each).strip(" .")
        bare = re.sub(rf"^(?i:{TITLE})\s+", "", bare)
        initials = re.findall(r"\(([A-Z]{2,4})\)", each)
        if re.fullmatch(rf"(?:{NAME}|[A-Z]\.?)(?: (?:{NAME}|[A-Z]\.?)){{0,3}}", bare):
            known |= {bare.lower(), bare.split()[0].lower()} | {i.lower() for i in initials}
    return {name for name in known if len(name) > 1}
