"""Furniture: the set phrases of minutes that nobody said, and the headings they stand under."""

import re

I = re.IGNORECASE  # noqa: E741

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


def is_page_number(words):
    return bool(PAGE.match(words.strip())) and len(words.strip()) < 30

