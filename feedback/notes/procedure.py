"""Furniture: the set phrases of minutes that nobody said, and the headings they stand under."""

import re

I = re.IGNORECASE  # noqa: E741

PROCEDURE = re.compile(
    r"^\W*(?:no )?apolog(?:y|ies)\b|apologies (?:for absence )?(?:were|was|had been|have been) "
    r"|apologies (?:for absence )?from\b|"
    r"declarations? of (?:\w+ )?interests?|\bdeclared (?:an?|no|the|his|her|their|personal|other"
    r"|disclosable|that)\b.*interest|\binterests? (?:was|were) declared"
    r"|interests? which they (?:had|have)|^\W*no (?:interests|declarations)|"
    r"(?:minutes|notes|record).*\b(?:approved|agreed|confirmed|signed|accepted)\b.*"
    r"|\bcorrect record\b|accurate record|^\W*(?:the )?(?:minutes|notes) of the (?:last"
    r"|previous)\b|"
    r"\bsubmitted a (?:\w+ )?report\b|copies of which (?:had|have) been|\bpresented (?:a|the|his"
    r"|her|their|this) (?:\w+ ){0,3}(?:report|paper|update|item|presentation|slides|plan|strategy"
    r"|vision|draft)|"
    r"\b(?:gave|provided|delivered|received|made|given|shown|had) (?:an?|the"
    r"|with an?) (?:\w+ ){0,3}(?:presentation|update|overview|introduction|report|briefing"
    r"|summary)\b|"
    r"^\W*(?:[\w .,&’'()-]{0,90}) (?:introduced (?:the|this|a|an|himself|herself|themselves)"
    r"|attended (?:the meeting )?to (?:present|give|answer|respond|hear|update|discuss|outline"
    r"|talk|introduce|speak)"
    r"|talked through|ran through|took (?:members|the|everyone|us|attendees) through"
    r"|opened the (?:meeting|session|discussion|event)|invited (?:comments|questions|members|views"
    r"|feedback|the|attendees|everyone|people))|"
    r"^\W*the (?:report|paper|presentation|slides|item) (?:provides|provided|sets|set|outlines"
    r"|outlined|summarises|summarised|seeks|sought|updates|updated|details|detailed|describes"
    r"|described|gave|gives|explains|explained|covered|covers|advised|invited|is|was)\b|"
    r"\b(?:is|are|were|was) (?:recommended|asked|invited|requested) to (?:note|consider|approve"
    r"|comment|agree|receive|endorse|declare|submit|put|introduce|share|give|work|write|discuss"
    r"|raise)\b|"
    r"^\W*to (?:consider|receive|approve|note|confirm|sign|report|agree|elect|appoint|declare)\b|"
    r"\bmeeting (?:was |then )?(?:closed|ended|opened|started|commenced|finished|concluded|began"
    r"|adjourned|reconvened)\b|there being no (?:further|other)|closed the meeting"
    r"|^\W*(?:meeting )?(?:closed|finished|ended)(?: at)? \d|"
    r"^\W*(?:the )?(?:date|time|dates)(?:,? (?:and|time|of|venue|for|place)\b.*)?(?:next|future"
    r"|meeting)|^\W*(?:the )?next meeting|^\W*future meetings|"
    r"\bwelcomed (?:everyone|everybody|all|colleagues|attendees|those|guests|the group"
    r"|participants)\b|\bwelcomed [^.]{0,60} to (?:the|their|his|her"
    r"|today['’]s) (?:\w+ )?(?:meeting|session|forum|event|workshop|board|committee|first)"
    r"|introductions were|round of introductions|introduced themselves|"
    r"\b(?:was|were) (?:thanked|welcomed) (?:for|to) (?:attending|coming|their|his|her"
    r"|the (?:meeting|session))|\bthanked .{0,80}\bfor (?:attending|coming|(?:their|his|her"
    r"|the) (?:attendance|time|presentation|update|invitation|contributions?|report|input|interest"
    r"|hard work|service)|joining|presenting|hosting)|thanks (?:for|to (?:all|everyone) (?:for"
    r"|who)) (?:attending|coming|came|attended)|"
    r"(?:copy|copies) of the (?:slides|presentation|notes|report|paper)|\bslides (?:are |were "
    r"|have been |will be )?(?:attached|circulated)|summari[sz]ed below|(?:are|is|were) (?:listed"
    r"|recorded|captured|set out|noted|attached|shown) (?:below|overleaf|here|in the appendix)|"
    r"\bpdf \d+ ?[km]b\b|pdf icon|^\W*(?:additional|supporting|background) (?:documents|papers)"
    r"|^\W*(?:no\.?|items?|no\.? item)\s*$|view directions|^\W*contact\b.{0,40}\d|"
    r"exclusion of the public|\bquor(?:um|ate)\b|fire (?:alarm|drill|exit|evacuation|procedures)"
    r"|housekeeping|webcast|\btook the chair\b|in the chair\b|(?:appointed"
    r"|elected) (?:as )?(?:vice[- ])?chair|code of practice|members of the public (?:were"
    r"|are) invited|no (?:public )?(?:questions|announcements|petitions|urgent decisions"
    r"|urgent items|matters arising|other business)|were (?:split|divided"
    r"|put) into (?:\w+ )?(?:groups|tables|teams)|"
    r"left the (?:meeting|room)|joined the (?:meeting|room)|arrived at|(?:ground rules"
    r"|ice ?breaker)|chatham house|^\W*(?:notes|minutes) (?:taken|prepared|written|by|of)\b|"
    r"^\W*(?:this|the) (?:note|document|summary|session|workshop|meeting|discussion|event) (?:was"
    r"|is|sets|summarises|records|captures|took|aimed|brought|began|started)\b|\bmet (?:with|to|on"
    r"|at|for)\b.*\b(?:discuss|talk|consider|hear|meet|look)\b|"
    r"^\W*(?:hi|hello|dear|good (?:morning|afternoon|evening)|(?:kind |best |warm )?regards"
    r"|best wishes|best|cheers|yours (?:sincerely|faithfully))\b[\w ,'’-]{0,30}\W*$"
    r"|^\W*(?:many thanks|thanks|thank you)(?: all| again| both| everyone"
    r"| in advance)?\W*(?:[A-Z]\w+)?\W*$|"
    r"^\W*(?:\w+ )?introductions\b|\bnoted the (?:report|presentation|update|contents?|position|paper)\W*$|"
    r"^\W*there (?:were|was) no [\w ]{3,60} (?:to consider|received|submitted|raised|reported|made)\W*$|"
    r"\b(?:views were expressed|discussion (?:took place|ensued|followed))\W*$|"
    r"\b(?:considered|received|discussed) (?:a|the) (?:\w+ )?(?:report|paper|presentation|update)\b|"
    r"^\W*extract (?:from|of)\b|^\W*(?:minutes|notes?|record) of (?:the|a|an|our)\b[^.]*\b(?:held"
    r"|on|at|with)\b|"
    r"\bwelcomed [^.]{0,60}, who (?:presented|gave|attended|introduced|updated|outlined|was|were)\b|"
    r"\b(?:took part|were present|were in attendance)\W*$|"
    r"\b(?:was|were|is|are) asked to (?:say|discuss|think|write|choose|rank|share|describe|imagine|talk)\b|"
    r"^\W*(?:quick |my |brief |rough )?(?:notes|write[- ]?up|summary) (?:from|of|on)\b|"
    r"[©]|^\W*(?:https?://|www\.)\S+\s*$|\ball rights reserved|^\W*(?:draft|confidential|official"
    r"|unconfirmed|official[- ]sensitive|end of (?:notes|document|meeting|minutes))\W*$|"
    r"^\W*(?:none|n/?a|nil|noted|as above|tbc|no comments?|no update|nothing to (?:report|add)"
    r"|all complete|complete|completed|done|closed|ongoing|no actions?|none (?:raised|received"
    r"|recorded|reported|declared|given)|not applicable|received from.*|see above|ditto"
    r"|there (?:were|was) (?:none|nothing)(?: (?:raised|reported))?)\W*$|"
    r"\b(?:following|these) (?:comments?|points?|issues?|questions?|matters|interests?|actions?"
    r"|observations|suggestions|themes|feedback|areas|views|topics) (?:were|was|and|are|which|made"
    r"|raised|or|had)\b.*[:\-–]\s*$",
    I,
)
META = re.compile(
    r"^\W*(?:next meeting|who|who came|attended(?: by)?|notes(?=: ?[A-Z]{2,3}$)|those present|in the room"
    r"|present|attendees?"
    r"|attendance|in attendance|attending|also (?:present|attending"
    r"|in attendance)|apologies(?: for absence| received(?: from)?)?|venue|at|location"
    r"|(?:date|time)(?:\s*(?:/|and|&)\s*(?:time|date|venue|place))?"
    r"|chair(?:ed by|person|man)?|contact|note ?taker|facilitators?|"
    r"minutes(?: taken by| by)?|minute taker|circulation|distribution|cc|to|from|subject|sent"
    r"|meeting|where|when|held at|event|title|author|"
    r"observers?|board members|members present|officers(?: present)?|guests?|absent|scribe"
    r"|notes by|ref(?:erence)?|version|status|item|agenda item|our ref|tel|email|clerk|start"
    r"|finish|duration|number attending|format|audience|organised by|prepared by|written by"
    r"|quorum)\s*(?:\(\w+\))?\s*[:\-–](?!\w)",
    I,
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
DATE_LINE = re.compile(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)[a-z]*,?\s*)?(?:the )?"
    r"\d{1,2}(?:st|nd|rd|th|h)?(?:\s*(?:-|–|to|and|&)\s*\d{1,2}(?:st|nd|rd|th)?)?(?:\s+of)?"
    rf"[\s./-]+(?:{MONTH}|\d{{1,2}}[./-])[\s./,-]*(?:\d{{2,4}})?"
    r"(?:\s*(?:,|at|from|[-–—@|])?\s*[\d.:apm\s–-]{0,20}(?:to\s*)?[\d.:apm\s]{0,10})?"
    r"(?:[,\s–—|-]+[A-Z][\w’',. -]{2,60})?\s*$",
    I,
)
PAGE = re.compile(
    r"^\W*(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|\d{1,4}|-\s*\d+\s*-|\d+\s*(?:of|/)\s*\d+|\d+\s*"
    r"\|\s*page|p\.?\s*\d+)\W*$",
    I,
)

LEAD_IN = re.compile(
    r"\b(?:following|these|below)\b.{0,40}\b(?:comments?|points?|issues?|questions?|observations"
    r"|suggestions|themes?|feedback|views|matters|topics|areas|responses|actions?|items"
    r"|concerns)\b|"
    r"^\W*in (?:the )?(?:discussion|debate)\b[^.]{0,40}$|"
    r"^\W*(?:comments?|points?|issues?|feedback|discussion|key points|main points|summary"
    r"|notes)(?: (?:made|raised|included|discussed|from the (?:floor|session|discussion)"
    r"|received))*(?:/issues raised)?\s*(?:were|was|included)?\W*$|"
    r"\b(?:comments|points|issues|feedback) (?:made|raised|included)\b",
    I,
)
TOPIC = re.compile(
    r"^\W*(?:theme|table|item|group|session|topic|part|section|workshop|agenda item|big thing"
    r"|priority|station|breakout|room|exercise|activity)\s*(?:\d+[a-z]?|[a-z])\b",
    I,
)

SECTIONS = {
    "attendance": r"(?:members |officers |those |people )?(?:present|attendees|attendance|in attendance"
    r"|also (?:present|in attendance)|attended by|attending|who came|list of attendees"
    r"|observers|invitees|membership|apologies (?:for absence|received).*|apologies(?:\s*(?:/"
    r"|,|and|&).*)?|distribution|circulation)",
    "furniture": r"(?:welcome|introductions?|apologies|declarations?|disclosures?|interests|minutes"
    r"|(?:notes|minutes|record) (?:of|from) (?:the |our )?(?:last|previous|meeting).*|minutes$"
    r"|previous minutes|matters arising.*|(?:review of )?(?:previous )?actions? (?:from"
    r"|arising|log|outstanding|brought|of the last).*|urgent (?:decisions|items|business)"
    r"|chair['’]?s? announcements|announcements|date (?:and|of|,).*|next meeting.*|(?:date"
    r"|dates|time) .*next.*|future (?:meetings|dates).*|meeting close|close|agenda|exclusion.*"
    r"|appointment of.*|election of.*|substitut.*|housekeeping.*|quorum|ground rules.*"
    r"|icebreaker.*|purpose of.*|distribution.*|appendi(?:x|ces)\b.*|annex\b.*"
    r"|introduction and background|background.*|supporting documents|additional documents"
    r"|thanks and close|membership.*)(?:\s*(?:and|&|,|/|of|for|from)\s.*)?",
    "action": r"(?:agreed |summary of |key )?(?:actions?|action points?|action plan|action list"
    r"|next steps|what(?:['’]s| is| happens)? next|to do|tasks|follow[- ]up)(?: (?:agreed|points?"
    r"|arising from (?:this"
    r"|the) (?:meeting|discussion)|required|summary|table))?",
    "decision": r"(?:decisions?|resolutions?|resolved|recommendations? agreed|agreed|outcomes agreed"
    r"|conclusions? and decisions)(?: (?:made|taken|that|agreed))?",
    "reply": r"(?:(?:the )?(?:officers?|council)['’]?s? (?:responses?|repl(?:y|ies)|answers?|notes?)"
    r"|responses?(?: from (?:the )?(?:officers|council))?|answers?|reply)",
}
SECTION = {
    name: re.compile(r"^\W*(?:(?:agenda )?item \d+\W*|\d+/\d+\W+|\d+\s+)?(?:" + pattern + r")\W*$", I)
    for name, pattern in SECTIONS.items()
}


def section_of(heading):
    """What stands under a heading: attendance, furniture, action, decision, reply or "" (read the words)."""
    return next((name for name, pattern in SECTION.items() if pattern.match(heading)), "")


def is_page_number(words):
    return bool(PAGE.match(words.strip())) and len(words.strip()) < 30


def without_download(heading):
    """ModernGov writes what can be fetched behind the title of an item: "Borough plan PDF 98 KB"."""
    return re.sub(r"\s+(?:pdf icon )?PDF \d+ ?[KM]B$", "", heading, flags=I)
