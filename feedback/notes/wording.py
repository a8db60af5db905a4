"""How minutes word what the council answered, what was decided and what was promised."""

import re

from feedback.notes.speakers import is_person

I = re.IGNORECASE  # noqa: E741

# Whose words are the council's own.
OFFICER = (
    r"(?:(?:the|an?|our|lead|senior|council|planning|highways|strategy|housing|policy)\s+)*"
    r"(?:(?:[A-Z][\w’'-]+\s+){0,3}"
    r"(?:officers?|representatives? (?:of|from) the (?:[A-Z][\w’'-]+ )*(?:chief executive|director"
    r"|council|authority|head|assistant|deputy|strategic|democratic|corporate)[\w &,’'-]*?"
    r"|the representative|representative|"
    r"(?:(?:strategic|assistant|deputy|corporate|executive|service|interim"
    r"|managing)\s+)*(?:director|chief executive)(?: (?:of|for) [\w &,’'-]{3,60}?)?|"
    r"head of [\w &,’'-]{3,50}?|"
    r"(?:cabinet member|portfolio holder|executive member)(?: (?:for|of) [\w &,’'-]{3,60}?)?"
    r"|(?:deputy )?leader of the council|the leader|"
    r"service manager|[\w]+ manager|[\w]+ lead|presenters?|consultants?|the council|the team"
    r"|[\w]+ team|monitoring officer|solicitor|clerk)"
    r"(?: \([^)]*\))?)"
)
PEOPLE = (
    r"(?:(?:the|some|several|many|most|all|other|a number of|a few|one|two|three|both|local|young"
    r"|a|an|another|elected|those|ward|board|committee|panel|forum|group|scrutiny|individual|older"
    r"|few|parent|partner)\s+)*"
    r"(?:members?|people|residents?|attendees|participants|delegates|businesses|councillors"
    r"|partners|stakeholders|"
    r"pupils|students|tenants|volunteers|groups?|parents?|carers?|families|committee|board|forum"
    r"|panel|alliance|network|"
    r"headteachers|heads|governors|staff|colleagues|representatives|they|traders|retailers|chairs?"
    r"|communit(?:y|ies)|"
    r"trustees|practitioners|landlords|providers|employers|everyone|others|someone|somebody|person"
    r"|man|woman|speaker|table|we)"
)
ANSWERED = (
    r"(?:(?:then|also|further|subsequently|clearly|has|have|had)\s+)?(?:responded|replied|answered"
    r"|clarified|confirmed|explained|advised|assured|reassured|informed)"
)
TOLD = (
    rf"(?:{ANSWERED}|(?:then |also |further )?(?:stated|said|reported|outlined|noted|acknowledged"
    rf"|undertook|apologised|commented|agreed|added|accepted|committed|set out|pointed out"
    rf"|described|indicated|updated|offered|recognised|emphasised|highlighted"
    rf"|thanked (?:\w+ ){{1,3}}for (?:their|the) (?:comments?|questions?|feedback|suggestions?"
    rf"|views)))"
)

REPLY = re.compile(
    r"^\W*(?:"
    r"in (?:response|reply|answer)\b(?! to (?:the )?(?:survey|consultation)\b)"
    r"|by way of (?:response|reply|explanation)|responding(?: to)?\b|in answering|"
    r"it was \w+ in (?:response|reply)\b|"
    rf"(?:the |an? )?[\w ]{{0,30}}\bofficers?\b[\w ]{{0,20}} {ANSWERED}\b|"
    r"following (?:a )?(?:questions?|quer(?:y|ies))[^,]*, (?:it was|the|officers)|"
    rf"(?:it was|it has been) (?:\w+ )?(?:confirmed|explained|clarified|advised)\b|"
    rf"(?:members|residents|the (?:committee|board|panel|forum|group|meeting|area committee"
    rf"|scrutiny committee)|attendees|they|those present|the room) (?:were"
    rf"|was) (?:\w+ )?(?:advised|informed|assured|reassured|told)\b|"
    rf"(?-i:(?i:{OFFICER})) {TOLD}\b|"
    r"(?:officer|council|our|smbc|official)(?:['’]s)? (?:response|reply|comment|answer)s?\b"
    r"|(?:response|reply|answer)\s*[:\-–])",
    I,
)
# "In response" may also introduce what members then asked.
ASKED_AGAIN = re.compile(
    rf"^\W*(?:in response|in reply|responding)[^,]*, {PEOPLE} (?!.*\b(?:advised|informed"
    rf"|assured)\b)\w+",
    I,
)
ANSWERING = re.compile(rf"^\W*(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]+){{0,3}}(?: \([^)]*\))?) {ANSWERED}\b")
# What ends the council's answer inside one paragraph.
SPEAKS_AGAIN = re.compile(
    rf"^\W*(?:(?:however|but|then|finally|further|a further), )?(?:{PEOPLE}\b|it was (?:also "
    rf"|further |then )?(?:asked|queried|suggested|felt|questioned|requested|commented|highlighted"
    rf"|raised|welcomed|proposed)|(?:concerns?|support|disappointment|a question|questions)\b)",
    I,
)
AFTER_QUESTION = re.compile(
    r"^\W*it was (?:\w+ )?(?:stated|reported|noted|acknowledged|agreed|said|added|outlined"
    r"|recognised|accepted)\b",
    I,
)

# The person who took the notes answered for the council.
I_SAID = re.compile(
    r"^\W*(?:i|we) (?:said|explained|told|confirmed|advised|responded|replied|answered|clarified"
    r"|assured)\b",
    I,
)

DECISION = re.compile(
    r"^\W*(?:resolved|agreed|decision|decided|recommended|recommendation|outcome|carried"
    r"|ordered)\b\s*(?:[:\-–—(]|\d|that\b|unanimously|$|to\b|by\b)|"
    r"^\W*that (?:the|a|an|it|this|officers|members|cabinet)\b.{3,200}\bbe (?:noted|approved|agreed|received|endorsed|"
    r"adopted|submitted|forwarded|requested|recommended|supported|confirmed|amended|brought|presented|delegated|"
    r"authorised|thanked|invited|established)\b|"
    r"^\W*(?:it was |the (?:motion|recommendation) was )?moved\b[^.]{0,60}\b(?:and )?seconded\b|"
    r"^\W*it was\s+(?:then |therefore |also |unanimously |further |subsequently "
    r"|formally )*(?:resolved|agreed|decided|recommended)\b(?! (?:by all )?(?:with|how))|"
    r"^\W*(?:the )?[\w ]{0,40}?\b(?:board|committee|panel|cabinet|forum|partnership|members|group"
    r"|meeting|council|alliance)\s+"
    r"(?:unanimously |formally |also |then |therefore )*(?:resolved|agreed|decided|approved"
    r"|recommended|ratified|adopted|(?-i:NOTED|ENDORSED|SUPPORTED|RECEIVED|AGREED"
    r"|RESOLVED))\b(?!\s+with\b)|"
    r"^\W*(?:a )?vote was (?:taken|held)|^\W*(?:the )?motion (?:was|is) (?:carried|lost|approved"
    r"|put)|^\W*proposed by\b.*seconded|^\W*upon being put to the vote",
    I,
)
ACTION = re.compile(
    r"^\W*(?:actions?(?: points?| items?| required| agreed| for| by| on)?"
    r"|ap)\s*(?:\d+[a-z]?(?:\.\d+)?)?\s*(?:[:\-–—>(]|for\b|by\b|on\b|(?-i:(?=[A-Z]{2,4}\b"
    r"|[A-Z][a-z]+ (?:[A-Z][a-z]+ )?to\b)))",
    I,
)
TASK = (
    r"(?:circulate|share|send|chase|contact|email|e-mail|arrange|invite|speak|check|find out"
    r"|provide|follow|report|"
    r"feed|bring|confirm|look|raise|liaise|draft|review|set up|organise|attend|forward|write"
    r"|prepare|investigate|"
    r"produce|publish|upload|book|explore|pick up|take|add|amend|update|discuss|meet|ask|complete|submit|get|"
    r"schedule|consider|collate|distribute|issue|call|ring|talk|link|establish|identify|obtain"
    r"|request|research|"
    r"present|pass|put|return|respond|include|make|give|work|seek|convene|map|compile|design"
    r"|develop|monitor|ensure|"
    r"action|nominate|escalate|remind|post|print|record|clarify|come back|do|help|visit|come|lead"
    r"|coordinate|co-ordinate|support|tell|let|create|move|read|supply|advise|inform|explain"
    r"|progress|keep|go|plan|host|run|start|finalise|ensure)"
)
WOULD = (
    r"contact|circulate|send|share|chase|email|arrange|write|draft|report back|speak to|raise"
    r"|follow|look into|check|find out|provide|take|feed back|invite|set up|bring|liaise"
    r"|investigate"
)
DOER = (
    r"(?:(?-i:[A-Z]{2,4}|(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Sgt|Inspector|PC"
    r"|Rev)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z][a-z]+(?: [A-Z][\w’'-]+)?)|"
    r"(?:the )?(?:officers?|chair|secretary|clerk|all|everyone|partners|members|all members"
    r"|[\w]+ (?:officer|manager|team|lead)|director of [\w &]+?|head of [\w &]+?))"
)
TO_DO = re.compile(
    rf"^\W*(?P<who>{DOER})(?:(?:\s*(?:,|/|&)\s*|\s+and\s+){DOER})*\s+(?:(?:to|will|agreed to"
    rf"|undertook to|offered to|is to|are to)\s+{TASK}|would (?:{WOULD}))\b",
    I,
)
DOER_BY_ROLE = re.compile(
    r"(?:the )?(?:officers?|chair|secretary|clerk|all|everyone|partners|members|all members"
    r"|[\w]+ (?:officer|manager|team|lead)|director of [\w &]+?|head of [\w &]+?)",
    I,
)


def is_decision(words):
    """ "Agreed that a report be brought" decides; "the group agreed that rents are too high" is a view."""
    if not DECISION.match(words):
        return False
    view = re.search(r"\bagreed that\b(.*)", words, I)
    return (
        not view
        or bool(re.search(r"\b(?:be|would|should|will|to|must|shall|do)\b", view[1], I))
        or not re.search(r"\b(?:is|are|was|were|has|have)\b", view[1], I)
    )


SOMEBODY = re.compile(rf"\W*(?:{PEOPLE}|it was|concerns?|there was)\b", I)
TOLD_THE_MEETING = re.compile(
    rf"\W*(?:(?i:{OFFICER})|[A-Z][a-z]+(?: [A-Z][\w’'-]+)?) "
    r"(?:outlined|updated|reported|presented|summari[sz]ed|set out|described|announced|reminded|informed)\b"
)
PEOPLE_EXPLAINED = re.compile(rf"\W*(?:the )?{PEOPLE} (?:explained|advised)", I)


def of_people(words):
    """Whether those who speak are members, residents and the like, and not the council."""
    return bool(re.match(rf"\W*{PEOPLE}\b", words, I))


def is_reply(words):
    if ASKED_AGAIN.match(words):
        return False
    if I_SAID.match(words):
        return True
    answering = ANSWERING.match(words)
    if REPLY.match(words):
        return not PEOPLE_EXPLAINED.match(words) or "in response" in words.lower()
    return bool(answering) and not of_people(answering["who"])


def is_task(words, known=frozenset()):
    """ "RI to chase TfGM" is; "Nowhere to do work experience" is not."""
    found = TO_DO.match(words)
    return bool(found) and (is_person(found["who"], known) or bool(DOER_BY_ROLE.fullmatch(found["who"])))
