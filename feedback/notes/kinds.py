"""Support, concern, suggestion or question: from the reporting verb, then from weaker signs."""

import re

from feedback.notes.pieces import KINDS


def _words(*alternatives):
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")", re.IGNORECASE)


# What somebody reported others as doing. The first one in the sentence decides.
REPORTED = {
    "concern": _words(
        r"(?:did|do|could|would|was|were|not)(?: not|n['’]t) (?:support|welcome|agree|like"
        r"|convinced|in favour|satisfied)",
        r"not (?:supportive|convinced|in favour|happy|clear)",
        r"(?:raised|expressed|voiced|shared|had|noted|reiterated"
        r"|outlined)(?: \w+){0,4} (?:concerns?|worr(?:y|ies)|"
        r"disappointment|frustration|dismay|unease|anxiet(?:y|ies)|anger|fears?|reservations?"
        r"|disquiet|objections?)",
        r"(?:concerns?|worry|worries|disappointment|frustration|dismay|unease|anxiety|anger|fears?"
        r"|reservations?|disquiet|"
        r"objections?|confusion|scepticism|opposition|criticism)(?: \w+){0,3} (?:was|were|is|are"
        r"|about|over|that|regarding|"
        r"around|at|among|from|as to)\b",
        r"(?:there|it) (?:was|is|were|are)(?: \w+){0,2} (?:concern|confusion|frustration"
        r"|disappointment|worry|anger|unease)",
        r"(?:was|were|is|are|am|felt|feel|remained|remain|very|really|also|still)(?: \w+)? "
        r"(?:concerned|worried|disappointed|frustrated|unhappy|anxious|angry|dismayed|alarmed"
        r"|nervous|upset|sceptical|"
        r"troubled|uneasy|dissatisfied|fearful|opposed|confused|cautious)\b",
        r"(?:concerned|worried|disappointed|frustrated|unhappy|anxious|scared|afraid|unconvinced"
        r"|unsure|doubtful|put off)\b",
        r"worr(?:y|ies)\b",
        r"(?:objected|opposed|criticised|lamented|regretted|complained|feared|cautioned|warned"
        r"|challenged|doubted|"
        r"bemoaned|disagreed|disliked|rejected|deplored|despaired)\b",
        r"concerns? (?:about|over|that|around|regarding|re)\b",
    ),
    "question": _words(
        r"(?:quer(?:y|ied|ies)|question(?:ed|s were|s was|s about|s over)|enquired|inquired"
        r"|wondered|wondering|enquir(?:y|ies))\b",
        r"(?:sought|requested|asked for|seeking|wanted|needed|required)(?: \w+){0,2} "
        r"(?:clarification|clarity|assurances?|reassurances?|confirmation|an explanation"
        r"|more information|further information)\b",
        r"(?:clarification|clarity|assurances?|reassurances?|confirmation)(?: \w+){0,2} (?:was"
        r"|were|is) (?:sought|requested|asked)",
        r"(?:a|further|several|some|the|these|various|following|many|number of) questions? (?:was"
        r"|were|had been|about|on|from|asked|raised)",
        r"(?:raised|had|posed|asked)(?: \w+){0,2} (?:question|query|queries|questions)\b",
        r"ask(?:ed|s|ing)?(?: (?:the|an?|if|officers?|council|chair|for))?(?: \w+)? ?(?:,)? ?"
        r"(?:whether|if|how|why|what|when|where|who|which|about)\b",
        r"(?:wanted|want|wished|keen|would like|sought|asked) to (?:know|understand|clarify|be clear)\b",
    ),
    "suggestion": _words(
        r"(?:suggest|propos|recommend|advocat|encourag|request)(?:ed|s|ing|e)?\b",
        r"(?:called|calls|call|pressed|lobbied|argued|pushed) for\b",
        r"(?:urged|pleaded|implored)\b",
        r"asked (?:that|for|to|the|officers|if we could|council)\b",
        r"(?:would|['’]d|also)? ?(?:like|liked|love|want|wanted|wish|wished|hope|hoped|keen|prefer"
        r"|preferred) to "
        r"(?:see|have|hear|explore|be)\b",
        r"(?:suggestions?|requests?|proposals?|recommendations?|appeals?) (?:was|were|included|for"
        r"|that|to|is|made)\b",
        r"(?:ideas?|calls?) (?:was|were|included|made|put)\b",
    ),
    "support": _words(
        r"(?:welcom|support|prais|commend|applaud|endors|appreciat|congratulat|celebrat|complement"
        r"|compliment|acclaim)"
        r"(?:ed|s|ing|e|es)\b",
        r"(?:support|praise|enthusiasm|appreciation|gratitude|thanks|backing|approval|appetite|consensus) "
        r"(?:was|were|for|to|from|of|that)\b",
        r"(?:in favour of|in support of|supportive of|supportive|positive about|positively"
        r"|enthusiastic|excited|"
        r"impressed|pleased|delighted|glad|happy (?:to|with|that|about)|grateful|heartened"
        r"|encouraged by|reassured|proud|thankful)\b",
        r"(?:i|we|they|people|members|residents)(?: (?:fully|strongly|really|all|also"
        r"|do))? (?:support|welcome|like|love|agree with)\b",
        r"(?:thanked|liked|loved|valued|enjoyed|agreed with|backed|echoed support"
        r"|spoke highly|paid tribute)\b",
    ),
}
NEUTRAL = _words(
    r"(?:felt|commented|stated|noted|highlighted|said|reported|observed|remarked|mentioned|raised"
    r"|added|stressed|"
    r"emphasi[sz]ed|reiterated|recogni[sz]ed|acknowledged|thought|believed|considered|discussed"
    r"|pointed out|told|"
    r"expressed|referred|described|explained|indicated|identified|cited|spoke|shared|argued"
    r"|underlined|reflected|"
    r"drew attention|viewed|maintained|suggested|agreed|outlined|flagged|heard|advised|asked"
    r"|could see|contended|"
    r"commentated|drew|opined|insisted|reminded|echoed|voiced|saw|signalled|views? (?:was|were)|accepted)\b",
)
# What the words themselves say, where nobody is reported.
SAID = {
    "question": _words(
        r"^(?:whether|why|how|what|when|where|who|which|whose|is there|are there|will|does"
        r"|do)\b(?! about| to\b| not\b)"
    ),
    "concern": _words(
        r"too (?!and\b)[a-z]{3,}|so (?:expensive|slow|few|many|long|little|high|busy|fast|far|much|late|hard"
        r"|difficult|dear|noisy|dark|often)\b",
        r"(?:lack of|lacks?|lacking|not enough|nowhere|unsafe|dangerous|frightening|frightened"
        r"|unreliable|isolated|"
        r"forgotten|ignored|poor|terrible|awful|dreadful|disgrace(?:ful)?|unfair|shortage"
        r"|shortages|struggl(?:e|es|ing)|"
        r"neglected|let down|lost faith|broken promises?|getting worse|gets worse|worse|worst"
        r"|(?:been|being|was|were) (?:cut|closed|lost|axed)|cuts to|closures?|loss of|losing"
        r"|deters?|left behind|running out|at risk|a risk|overlooked|nothing to do|in crisis"
        r"|disappearing|gone|missing|missed|always (?:shut|closed|late|full|broken)|unaffordable"
        r"|impossible|"
        r"inaccessible|overcrowded|never (?:turns?|comes?|runs?|arrives?|answers?)|fed up|sick of"
        r"|problems?|issues? with|"
        r"can['’]?t (?:get|afford|find|see|walk|use|access|recruit|cope|park)|cannot (?:get|afford|find|see|walk|use"
        r"|access)|detriment(?:al)?|"
        r"don['’]?t feel safe|not safe|feel unsafe|hard to|difficult to|barrier|failing|shocking"
        r"|rubbish|a joke|lonely|loneliness)\b",
    ),
    "suggestion": _words(
        r"(?:should|must|ought to|needs?|needed|need to|has to|could (?:we|the|there|you|it|be)"
        r"|can (?:we|the|you) have|"
        r"how about|why not|let['’]s|it would be (?:good|helpful|useful|great|nice|better)"
        r"|would (?:help|benefit|be (?:good|better|helpful|useful|great|nice))|"
        r"please|(?<!n['’]t )(?<!not )want(?:s|ed)?|bring back|would like|we['’]d like|wish"
        r"|calls? for|important to|importance of|greater emphasis|more emphasis|stronger focus|"
        r"more focus|be more explicit)\b",
        r"^(?:more|better|cheaper|safer|free|faster|fewer|less|invest|build|open|provide|make"
        r"|create|improve|stop|"
        r"introduce|extend|fund|give|plant|reduce|increase|fix|repair|install|pedestrianise|use"
        r"|put|get|keep|teach|"
        r"include|ensure|protect|add|run|set up|consider|develop|offer|clean|ban|start|work with"
        r"|promote|pay|tackle|allow)\b",
    ),
    "support": _words(
        r"(?:great|good|excellent|agrees?|delighted|brilliant|fantastic|wonderful|marvellous"
        r"|lovely|love|loves|like (?:the|that|this|how)|likes|"
        r"amazing|superb|well done|thank you|thanks|pleased|best thing|right direction|works? well"
        r"|well written|well run|well used|easy to (?:follow|read|use)|really helpful|helpful|glad"
        r"|happy|friendly|a lifeline|life so much easier|transformed|made a (?:real |big "
        r"|huge )?difference|proud)\b",
    ),
}


def kind_of(text, parent=""):
    """The kind of a comment; `parent` is the line or heading it stands under, which may give the sense."""
    if text.rstrip("\"'”’) ").endswith("?"):
        return "question"
    reported = _earliest(REPORTED, text) or _from_parent(parent, bool(NEUTRAL.search(text)))
    return reported or _earliest(SAID, text) or _earliest(SAID, parent) or "other"


def is_reported(text):
    """Whether the sentence says that somebody said something."""
    return bool(NEUTRAL.search(text) or _earliest(REPORTED, text))


def reported_from(text):
    """Where the sentence's reporting verb stands, or -1."""
    found = [found.start() for found in (p.search(text) for p in (*REPORTED.values(), NEUTRAL)) if found]
    return min(found, default=-1)


def _earliest(patterns, text):
    found = [(match.start(), kind) for kind, pattern in patterns.items() if (match := pattern.search(text))]
    return min(found, key=lambda pair: pair[0])[1] if found else ""


# What a heading says of the lines under it; tried in this order.
UNDER = {
    "concern": _words(
        r"(?:concerns?|challenges?|worries|worried|worr(?:y|ies) you|barriers|problems|dislikes?"
        r"|weaknesses|threats?|issues|"
        r"negatives?|not (?:so |very |as )?(?:working|good|well)|what(?: is|['’]s)? (?:bad|wrong"
        r"|missing)|don['’]t (?:you )?like)\b",
    ),
    "suggestion": _words(
        r"(?:suggestions?|ideas?|recommendations?|requests?|improvements?|asks|wish ?list|we need"
        r"|what (?:could|should|would)|"
        r"could be (?:better|improved)|would (?:you |we )?change|to change)\b",
    ),
    "support": _words(
        r"(?:support|strengths?|positives?|what (?:works|(?:is|was|are|went)? ?(?:good|great"
        r"|working|going|well))|"
        r"what['’]s (?:good|great|working|going)|likes?|love|praise|compliments|welcomed|proud)\b",
    ),
    "question": _words(r"(?:questions?|queries)\b"),
}


def _from_parent(parent, is_said):
    """What somebody is reported to have said is no question because it stands under "Questions"."""
    said = _earliest(REPORTED, parent)
    if said:
        return said
    return next(
        (kind for kind, pattern in UNDER.items() if pattern.search(parent) and not (is_said and kind == "question")),
        "",
    )


# What a spreadsheet's own column may call the kinds.
KINDS_BY_NAME = {
    **{name: name for name in KINDS},
    "positive": "support",
    "compliment": "support",
    "praise": "support",
    "negative": "concern",
    "complaint": "concern",
    "issue": "concern",
    "objection": "concern",
    "idea": "suggestion",
    "request": "suggestion",
    "query": "question",
}
