"""The set phrases of minutes: what is procedure, what the council answered, what was decided or promised."""

import re

I = re.IGNORECASE  # noqa: E741

# Whose words are the council's own.
OFFICER = (
    r"(?:(?:the|an?|our|lead|senior|council|planning|highways|strategy|housing|policy)\s+)*"
    r"(?:(?:[A-Z][\w’'-]+\s+){0,3}"
    r"(?:officers?|representatives? (?:of|from) the (?:[A-Z][\w’'-]+ )*(?:chief executive|director|council|authority|head|assistant|deputy|strategic|democratic|corporate)[\w &,’'-]*?|the representative|representative|"
    r"(?:(?:strategic|assistant|deputy|corporate|executive|service|interim|managing)\s+)*(?:director|chief executive)(?: (?:of|for) [\w &,’'-]{3,60}?)?|"
    r"head of [\w &,’'-]{3,50}?|"
    r"(?:cabinet member|portfolio holder|executive member)(?: (?:for|of) [\w &,’'-]{3,60}?)?|(?:deputy )?leader of the council|the leader|"
    r"service manager|[\w]+ manager|[\w]+ lead|presenters?|consultants?|the council|the team|[\w]+ team|the chair|monitoring officer|solicitor|clerk)"
    r"(?: \([^)]*\))?)"
)
PEOPLE = (
    r"(?:(?:the|some|several|many|most|all|other|a number of|a few|one|two|three|both|local|young|a|an|another|elected|those|ward|board|committee|panel|forum|group|scrutiny|individual|older|few|parent|partner)\s+)*"
    r"(?:members?|people|residents?|attendees|participants|delegates|businesses|councillors|partners|stakeholders|"
    r"pupils|students|tenants|volunteers|groups?|parents?|carers?|families|committee|board|forum|panel|alliance|network|"
    r"headteachers|heads|governors|staff|colleagues|representatives|they|traders|retailers|chairs?|communit(?:y|ies)|"
    r"trustees|practitioners|landlords|providers|employers|everyone|others|someone|somebody|person|man|woman|speaker|table|we)"
)
ANSWERED = r"(?:(?:then|also|further|subsequently|clearly|has|have|had)\s+)?(?:responded|replied|answered|clarified|confirmed|explained|advised|assured|reassured|informed)"
TOLD = rf"(?:{ANSWERED}|(?:then |also |further )?(?:stated|said|reported|outlined|noted|acknowledged|undertook|apologised|commented|agreed|added|accepted|committed|set out|pointed out|described|indicated|updated|offered|recognised|emphasised|highlighted|thanked (?:\w+ ){{1,3}}for (?:their|the) (?:comments?|questions?|feedback|suggestions?|views)))"

REPLY = re.compile(
    r"^\W*(?:"
    r"in (?:response|reply|answer)\b(?! to (?:the )?(?:survey|consultation)\b)|by way of (?:response|reply|explanation)|responding(?: to)?\b|in answering|"
    r"following (?:a )?(?:questions?|quer(?:y|ies))[^,]*, (?:it was|the|officers)|"
    rf"(?:it was|it has been) (?:\w+ )?(?:confirmed|explained|clarified|advised)\b|"
    rf"(?:members|residents|the (?:committee|board|panel|forum|group|meeting|area committee|scrutiny committee)|attendees|they|those present|the room) (?:were|was) (?:\w+ )?(?:advised|informed|assured|reassured|told)\b|"
    rf"(?-i:(?i:{OFFICER})) {TOLD}\b|"
    r"(?:officer|council|our|smbc|official)(?:['’]s)? (?:response|reply|comment|answer)s?\b|(?:response|reply|answer)\s*[:\-–])",
    I,
)  # fmt: skip
# "In response" may also introduce what members then asked.
ASKED_AGAIN = re.compile(rf"^\W*(?:in response|in reply|responding)[^,]*, {PEOPLE} (?!.*\b(?:advised|informed|assured)\b)\w+", I)
ANSWERING = re.compile(rf"^\W*(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]+){{0,3}}(?: \([^)]*\))?) {ANSWERED}\b")
# What ends the council's answer inside one paragraph.
SPEAKS_AGAIN = re.compile(
    rf"^\W*(?:(?:however|but|then|finally|further|a further), )?(?:{PEOPLE}\b|it was (?:also |further |then )?(?:asked|queried|suggested|felt|questioned|requested|commented|highlighted|raised|welcomed|proposed)|(?:concerns?|support|disappointment|a question|questions)\b)", I
)
AFTER_QUESTION = re.compile(r"^\W*it was (?:\w+ )?(?:stated|reported|noted|acknowledged|agreed|said|added|outlined|recognised|accepted)\b", I)

# The person who took the notes answered for the council.
I_SAID = re.compile(r"^\W*(?:i|we) (?:said|explained|told|confirmed|advised|responded|replied|answered|clarified|assured)\b", I)

DECISION = re.compile(
    r"^\W*(?:resolved|agreed|decision|decided|recommended|recommendation|outcome|carried|ordered)\b\s*(?:[:\-–—(]|\d|that\b|unanimously|$|to\b|by\b)|"
    r"^\W*it was\s+(?:then |therefore |also |unanimously |further |subsequently |formally )*(?:resolved|agreed|decided|recommended)\b(?! (?:by all )?(?:with|how))|"
    r"^\W*(?:the )?[\w ]{0,40}?\b(?:board|committee|panel|cabinet|forum|partnership|members|group|meeting|council|alliance)\s+"
    r"(?:unanimously |formally |also |then |therefore )*(?:resolved|agreed|decided|approved|recommended|ratified|adopted|(?-i:NOTED|ENDORSED|SUPPORTED|RECEIVED|AGREED|RESOLVED))\b(?!\s+with\b)|"
    r"^\W*(?:a )?vote was (?:taken|held)|^\W*(?:the )?motion (?:was|is) (?:carried|lost|approved|put)|^\W*proposed by\b.*seconded|^\W*upon being put to the vote",
    I,
)  # fmt: skip
ACTION = re.compile(
    r"^\W*(?:actions?(?: points?| items?| required| agreed| for| by| on)?|ap)\s*(?:\d+[a-z]?(?:\.\d+)?)?\s*(?:[:\-–—>(]|for\b|by\b|on\b|(?-i:(?=[A-Z]{2,4}\b|[A-Z][a-z]+ (?:[A-Z][a-z]+ )?to\b)))",
    I,
)
TASK = (
    r"(?:circulate|share|send|chase|contact|email|e-mail|arrange|invite|speak|check|find out|provide|follow|report|"
    r"feed|bring|confirm|look|raise|liaise|draft|review|set up|organise|attend|forward|write|prepare|investigate|"
    r"produce|publish|upload|book|explore|pick up|take|add|amend|update|discuss|meet|ask|complete|submit|get|"
    r"schedule|consider|collate|distribute|issue|call|ring|talk|link|establish|identify|obtain|request|research|"
    r"present|pass|put|return|respond|include|make|give|work|seek|convene|map|compile|design|develop|monitor|ensure|"
    r"action|nominate|escalate|remind|post|print|record|clarify|come back|do|help|visit|come|lead|coordinate|co-ordinate|support|tell|let|create|move|read|supply|advise|inform|explain|progress|keep|go|plan|host|run|start|finalise|ensure)"
)
WOULD = r"contact|circulate|send|share|chase|email|arrange|write|draft|report back|speak to|raise|follow|look into|check|find out|provide|take|feed back|invite|set up|bring|liaise|investigate"
DOER = (
    r"(?:(?-i:[A-Z]{2,4}|(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Sgt|Inspector|PC|Rev)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z][a-z]+(?: [A-Z][\w’'-]+)?)|"
    r"(?:the )?(?:officers?|chair|secretary|clerk|all|everyone|partners|members|all members|[\w]+ (?:officer|manager|team|lead)|director of [\w &]+?|head of [\w &]+?))"
)
TO_DO = re.compile(rf"^\W*(?P<who>{DOER})(?:(?:\s*(?:,|/|&)\s*|\s+and\s+){DOER})*\s+(?:(?:to|will|agreed to|undertook to|offered to|is to|are to)\s+{TASK}|would (?:{WOULD}))\b", I)
DOER_BY_ROLE = re.compile(
    r"(?:the )?(?:officers?|chair|secretary|clerk|all|everyone|partners|members|all members|[\w]+ (?:officer|manager|team|lead)|director of [\w &]+?|head of [\w &]+?)",
    I,
)

PROCEDURE = re.compile(
    r"^\W*(?:no )?apolog(?:y|ies)\b|apologies (?:for absence )?(?:were|was|had been|have been) |apologies (?:for absence )?from\b|"
    r"declarations? of (?:\w+ )?interests?|\bdeclared (?:an?|no|the|his|her|their|personal|other|disclosable|that)\b.*interest|\binterests? (?:was|were) declared|interests? which they (?:had|have)|^\W*no (?:interests|declarations)|"
    r"(?:minutes|notes|record).*\b(?:approved|agreed|confirmed|signed|accepted)\b.*|\bcorrect record\b|accurate record|^\W*(?:the )?(?:minutes|notes) of the (?:last|previous)\b|"
    r"\bsubmitted a (?:\w+ )?report\b|copies of which (?:had|have) been|\bpresented (?:a|the|his|her|their|this) (?:\w+ ){0,3}(?:report|paper|update|item|presentation|slides|plan|strategy|vision|draft)|"
    r"\b(?:gave|provided|delivered|received|made|given|shown|had) (?:an?|the|with an?) (?:\w+ ){0,3}(?:presentation|update|overview|introduction|report|briefing|summary)\b|"
    r"^\W*(?:[\w .’'()-]{0,60}) (?:introduced (?:the|this|a|an|himself|herself|themselves)|attended (?:the meeting )?to (?:present|give|answer|update|discuss|outline|talk|introduce)|talked through|ran through|took (?:members|the|everyone|us|attendees) through|opened the (?:meeting|session|discussion|event)|invited (?:comments|questions|members|views|feedback|the|attendees|everyone|people))|"
    r"^\W*the (?:report|paper|presentation|slides|item) (?:provides|provided|sets|set|outlines|outlined|summarises|summarised|seeks|sought|updates|updated|details|detailed|describes|described|gave|gives|explains|explained|covered|covers|advised|invited|is|was)\b|"
    r"\b(?:is|are|were|was) (?:recommended|asked|invited|requested) to (?:note|consider|approve|comment|agree|receive|endorse|declare|submit|put|introduce|share|give|work|write|discuss|raise)\b|"
    r"^\W*to (?:consider|receive|approve|note|confirm|sign|report|agree|elect|appoint|declare)\b|"
    r"\bmeeting (?:was |then )?(?:closed|ended|opened|started|commenced|finished|concluded|began|adjourned|reconvened)\b|there being no (?:further|other)|closed the meeting|^\W*(?:meeting )?(?:closed|finished|ended)(?: at)? \d|"
    r"^\W*(?:the )?(?:date|time|dates)(?:,? (?:and|time|of|venue|for|place)\b.*)?(?:next|future|meeting)|^\W*(?:the )?next meeting|^\W*future meetings|"
    r"\bwelcomed (?:everyone|everybody|all|colleagues|attendees|those|guests|the group|participants)\b|\bwelcomed [^.]{0,60} to (?:the|their|his|her|today['’]s) (?:\w+ )?(?:meeting|session|forum|event|workshop|board|committee|first)|introductions were|round of introductions|introduced themselves|"
    r"\b(?:was|were) (?:thanked|welcomed) (?:for|to) (?:attending|coming|their|his|her|the (?:meeting|session))|\bthanked .{0,80}\bfor (?:attending|coming|(?:their|his|her|the) (?:attendance|time|presentation|update|invitation|contributions?|report|input|interest|hard work|service)|joining|presenting|hosting)|thanks (?:for|to (?:all|everyone) (?:for|who)) (?:attending|coming|came|attended)|"
    r"(?:copy|copies) of the (?:slides|presentation|notes|report|paper)|\bslides (?:are |were |have been |will be )?(?:attached|circulated)|summari[sz]ed below|(?:are|is|were) (?:listed|recorded|captured|set out|noted|attached|shown) (?:below|overleaf|here|in the appendix)|"
    r"\bpdf \d+ ?[km]b\b|pdf icon|^\W*(?:additional|supporting|background) (?:documents|papers)|^\W*(?:no\.?|items?|no\.? item)\s*$|view directions|^\W*contact\b.{0,40}\d|"
    r"exclusion of the public|\bquor(?:um|ate)\b|fire (?:alarm|drill|exit|evacuation|procedures)|housekeeping|webcast|\btook the chair\b|in the chair\b|(?:appointed|elected) (?:as )?(?:vice[- ])?chair|code of practice|members of the public (?:were|are) invited|no (?:public )?(?:questions|announcements|petitions|urgent decisions|urgent items|matters arising|other business)|were (?:split|divided|put) into (?:\w+ )?(?:groups|tables|teams)|"
    r"left the (?:meeting|room)|joined the (?:meeting|room)|arrived at|(?:ground rules|ice ?breaker)|chatham house|^\W*(?:notes|minutes) (?:taken|prepared|written|by|of)\b|"
    r"^\W*(?:this|the) (?:note|document|summary|session|workshop|meeting|discussion|event) (?:was|is|sets|summarises|records|captures|took|aimed|brought|began|started)\b|\bmet (?:with|to|on|at|for)\b.*\b(?:discuss|talk|consider|hear|meet|look)\b|"
    r"^\W*(?:hi|hello|dear|good (?:morning|afternoon|evening)|(?:kind |best |warm )?regards|best wishes|best|cheers|yours (?:sincerely|faithfully))\b[\w ,'’-]{0,30}\W*$|^\W*(?:many thanks|thanks|thank you)(?: all| again| both| everyone| in advance)?\W*(?:[A-Z]\w+)?\W*$|"
    r"^\W*(?:\w+ )?introductions\b|\bnoted the (?:report|presentation|update|contents?|position|paper)\W*$|"
    r"^\W*(?:quick |my |brief |rough )?(?:notes|write[- ]?up|summary) (?:from|of|on)\b|"
    r"[©]|^\W*(?:https?://|www\.)\S+\s*$|\ball rights reserved|^\W*(?:draft|confidential|official|unconfirmed|official[- ]sensitive|end of (?:notes|document|meeting|minutes))\W*$|"
    r"^\W*(?:none|n/?a|nil|noted|as above|tbc|no comments?|no update|nothing to (?:report|add)|all complete|complete|completed|done|closed|ongoing|no actions?|none (?:raised|received|recorded|reported|declared|given)|not applicable|received from.*|see above|ditto|there (?:were|was) (?:none|nothing)(?: (?:raised|reported))?)\W*$|"
    r"\b(?:following|these) (?:comments?|points?|issues?|questions?|matters|interests?|actions?|observations|suggestions|themes|feedback|areas|views|topics) (?:were|was|and|are|which|made|raised|or|had)\b.*[:\-–]\s*$",
    I,
)  # fmt: skip
META = re.compile(
    r"^\W*(?:present|attendees?|attendance|in attendance|attending|also (?:present|attending|in attendance)|apologies(?: for absence| received(?: from)?)?|venue|date|time|at|location|chair(?:ed by|person|man)?|contact|note ?taker|facilitators?|"
    r"minutes(?: taken by| by)?|minute taker|circulation|distribution|cc|to|from|subject|sent|meeting|where|when|held at|event|title|author|"
    r"observers?|board members|members present|officers(?: present)?|guests?|absent|scribe|notes by|ref(?:erence)?|version|status|item|agenda item|our ref|tel|email|clerk|start|finish|duration|number attending|format|audience|organised by|prepared by|written by|quorum)\s*(?:\(\w+\))?\s*[:\-–](?!\w)",
    I,
)  # fmt: skip
DATE_LINE = re.compile(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)[a-z]*,?\s*)?(?:the )?\d{1,2}(?:st|nd|rd|th|h)?(?:\s*(?:-|–|to|and|&)\s*\d{1,2}(?:st|nd|rd|th)?)?(?:\s+of)?[\s./-]+(?:[a-z]{3,9}|\d{1,2})[\s./,-]*(?:\d{2,4})?(?:\s*(?:,|at|from|[-–—@|])?\s*[\d.:apm\s–-]{0,20}(?:to\s*)?[\d.:apm\s]{0,10})?(?:[,\s–—|-]+[A-Z][\w’',. -]{2,60})?\s*$",
    I,
)  # fmt: skip
PAGE = re.compile(r"^\W*(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|\d{1,4}|-\s*\d+\s*-|\d+\s*(?:of|/)\s*\d+|\d+\s*\|\s*page|p\.?\s*\d+)\W*$", I)

LEAD_IN = re.compile(
    r"\b(?:following|these|below)\b.{0,40}\b(?:comments?|points?|issues?|questions?|observations|suggestions|themes?|feedback|views|matters|topics|areas|responses|actions?|items|concerns)\b|"
    r"^\W*(?:comments?|points?|issues?|feedback|discussion|key points|main points|summary|notes)(?: (?:made|raised|included|discussed|from the (?:floor|session|discussion)|received))*(?:/issues raised)?\s*(?:were|was|included)?\W*$|"
    r"\b(?:comments|points|issues|feedback) (?:made|raised|included)\b",
    I,
)  # fmt: skip

TOPIC = re.compile(
    r"^\W*(?:theme|table|item|group|session|topic|part|section|workshop|agenda item|big thing|priority|station|breakout|room|exercise|activity)\s*(?:\d+[a-z]?|[a-z])\b", I
)

SECTIONS = {
    "attendance": r"(?:members |officers |those |people )?(?:present|attendees|attendance|in attendance|also (?:present|in attendance)|attended by|attending|who came|list of attendees|observers|invitees|membership|apologies (?:for absence|received).*|apologies(?:\s*(?:/|,|and|&).*)?|distribution|circulation)",
    "furniture": r"(?:welcome|introductions?|apologies|declarations?|disclosures?|interests|minutes|(?:notes|minutes|record) (?:of|from) (?:the |our )?(?:last|previous|meeting).*|minutes$|previous minutes|matters arising.*|(?:review of )?(?:previous )?actions? (?:from|arising|log|outstanding|brought|of the last).*|urgent (?:decisions|items|business)|chair['’]?s? announcements|announcements|date (?:and|of|,).*|next meeting.*|(?:date|dates|time) .*next.*|future (?:meetings|dates).*|meeting close|close|agenda|exclusion.*|appointment of.*|election of.*|substitut.*|housekeeping.*|quorum|ground rules.*|icebreaker.*|purpose of.*|distribution.*|appendi(?:x|ces)\b.*|annex\b.*|introduction and background|background.*|supporting documents|additional documents|thanks and close|membership.*)(?:\s*(?:and|&|,|/|of|for|from)\s.*)?",
    "action": r"(?:agreed |summary of |key )?(?:actions?|action points?|action plan|action list|next steps|to do|tasks|follow[- ]up)(?: (?:agreed|points?|arising from (?:this|the) (?:meeting|discussion)|required|summary|table))?",
    "decision": r"(?:decisions?|resolutions?|resolved|recommendations? agreed|agreed|outcomes agreed|conclusions? and decisions)(?: (?:made|taken|that|agreed))?",
    "reply": r"(?:(?:the )?(?:officers?|council)['’]?s? (?:responses?|repl(?:y|ies)|answers?)|responses?(?: from (?:the )?(?:officers|council))?|answers?|reply)",
}  # fmt: skip
SECTION = {name: re.compile(r"^\W*(?:item \d+\W*)?(?:" + pattern + r")\W*$", I) for name, pattern in SECTIONS.items()}


def section_of(heading):
    """What stands under a heading: attendance, furniture, action, decision, reply or "" (read the words)."""
    return next((name for name, pattern in SECTION.items() if pattern.match(heading)), "")


def is_decision(words):
    """ "Members agreed that a report be brought" decides; "the group agreed that rents are too high" is a view."""
    if not DECISION.match(words):
        return False
    view = re.search(r"\bagreed that\b(.*)", words, I)
    return not view or bool(re.search(r"\b(?:be|would|should|will|to|must|shall|do)\b", view[1], I)) or not re.search(r"\b(?:is|are|was|were|has|have)\b", view[1], I)


def is_page_number(words):
    return bool(PAGE.match(words.strip())) and len(words.strip()) < 30


def is_labelled(words):
    """Whether a line begins something of its own: an action, a decision, a line of the meeting's particulars."""
    return bool(ACTION.match(words) or META.match(words) or re.match(r"^\W*(?:RESOLVED|AGREED)\b", words) or is_page_number(words))
