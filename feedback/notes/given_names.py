"""Given names common in England: they tell "Sarah: more benches" from "Jobs: more apprenticeships"."""

NAMES = """
    aaron abdul abdullah abigail adam ade adeel adele adrian agnieszka ahmed aisha alan albert alex
    alexander alexandra ali alice alison amanda amara amber amina amir amira amit amrit amy ana
    andrea andrei andrew andy angela angie anil anita anjali ann anna anne annie anthony antony
    aoife arthur arun ash asha ashley ayesha balwinder barbara barry baz becky ben benjamin bernard
    beth bethany betty bilal bill billy bob bren brenda brian bridget callum cameron carl carlos
    carol caroline carolyn cath catherine cathy charles charlie charlotte cheryl chidi chinedu chloe
    chris christina christine christopher claire clare clive colin connor craig daisy dale dan
    daniel danielle darren dave david dawn dean debbie deborah debra declan deepa delia dena denis
    denise derek dev diana diane dominic donna doreen dorothy dot doug douglas duncan edward eileen
    elaine eleanor elena elizabeth ella ellen ellie emily emma eoin eric erica esther evan eve
    evelyn faisal farah fatima fay faye fiona fran frances francis frank fred freya gail gareth
    garry gary gavin gemma geoff geoffrey george georgia gerald gerard gethin gill gillian gina glen
    glenn glynis gordon grace graeme graham grant greg gurpreet gwen halima hamza hannah harpreet
    harriet harry hassan hayley hazel heather helen henry hilary hina holly howard hugh ian ibrahim
    imran ioana iqbal irene isaac isabel ivan jack jackie jacob jacqueline jade jake james jamie jan
    jane janet janice jasmine jason jaspreet jay jayne jean jeff jen jennifer jenny jeremy jess
    jessica jill jim jing jo joan joanna joanne joe joel john jon jonathan jordan jose joseph josh
    joshua joyce jude judith judy julia julian julie june karen karl katarzyna kate kath katherine
    kathleen kathryn kathy katie katy kay keith kelly ken kenneth kerry kev kevin khalid kieran kim
    kiran kirsty kofi kwame kyle laura lauren lawrence layla leah leanne lee leila leo leon leonard
    lesley leslie lewis li liam lily linda lindsay lisa liz lorna lorraine louis louise lucy luis
    luke lydia lynda lynn lynne magda mahmood malcolm manjit marcus marek margaret maria mariam
    marie marilyn marion mark marta martin mary maryam matt matthew maureen max maxine meera mei mel
    melanie melissa mia michael michelle mick miguel mihai mike millie mo mohamed mohammed molly
    monica muhammad nadia nancy naomi nasreen natalie natasha nathan neha neil ngozi niall niamh
    nicholas nick nicky nicola nigel nina noah noor nora norman oliver olivia omar orla oscar owen
    pam pamela pat patricia patrick paul paula pauline pawel penny pete peter phil philip philippa
    phoebe piotr polly priya rachel raj rajesh ralph ravi ray raymond rebecca rhiannon rhys richard
    rita rob robert robin roger ron ronald rory rosa rose rosemary ross roy ruby russell ruth ryan
    sabrina saima sally salma sam samantha samir samira samuel sana sandra sanjay sara sarah scott
    sean shabana shahid sharon shazia sheila shelley sian simon simran siobhan sofia sonia sophia
    sophie stacey stan stella stephanie stephen steve steven stewart stuart sue sunil suresh susan
    suzanne sylvia tahir tanya tara tariq ted terence teresa terry thelma theresa thomas tim tina
    toby todd tom tomasz tony tracey tracy trevor tunde usman valerie vanessa vera veronica vicki
    vicky victor victoria vijay vikram vince vincent violet waqas wayne wei wendy will william
    yasmin yusuf yvonne zac zahra zainab zara zoe
"""
GIVEN = frozenset(NAMES.split())
