"""Given names common in England: they tell "Sarah: more benches" from "Jobs: more apprenticeships"."""

NAMES = """
    aaron abdul abigail adam adele adrian aisha alan albert alex alexander alexandra ali alice
    alison amanda amber amina amir amit amy andrea andrew andy angela angie anita ann anna anne
    annie anthony antony arthur ash asha ashley ayesha barbara barry becky ben benjamin bernard beth
    bethany betty bill billy bob brenda brian bridget callum cameron carl carol caroline carolyn
    catherine cath cathy charles charlie charlotte cheryl chloe chris christina christine
    christopher claire clare clive colin connor craig daisy dale dan daniel danielle darren dave
    david dawn dean debbie deborah debra delia denis denise derek diana diane dominic donna doreen
    dorothy doug douglas duncan edward eileen elaine eleanor elizabeth ella ellen ellie emily emma
    eric erica esther evan eve evelyn faisal farah fatima fay faye fiona fran frances francis frank
    fred freya gail gareth garry gary gavin gemma geoff geoffrey george georgia gerald gerard gill
    gillian gina glen glenn glynis gordon grace graeme graham grant greg gwen hannah harriet harry
    hassan hayley hazel heather helen henry hilary holly howard hugh ian ibrahim imran irene isaac
    isabel ivan jack jackie jacob jacqueline jade jake james jamie jan jane janet janice jasmine
    jason jay jayne jean jeff jen jennifer jenny jeremy jess jessica jill jim jo joan joanna joanne
    joe joel john jon jonathan jordan joseph josh joshua joyce jude judith judy julia julian julie
    june karen karl kate kath katherine kathleen kathryn kathy katie katy kay keith kelly ken
    kenneth kerry kevin khalid kieran kim kirsty kyle laura lauren lawrence leah leanne lee leo leon
    leonard lesley leslie lewis liam lily linda lindsay lisa liz lorna lorraine louis louise lucy
    luke lydia lynda lynn lynne mahmood malcolm marcus margaret maria marie marilyn marion mark
    martin mary matt matthew maureen max maxine mel melanie melissa mia michael michelle mick miguel
    mike millie mo mohammed mohamed molly monica muhammad nadia nancy naomi natalie natasha nathan
    neil niall nicholas nick nicky nicola nigel nina noah nora norman oliver olivia omar oscar owen
    pam pamela pat patricia patrick paul paula pauline penny pete peter phil philip philippa phoebe
    polly priya rachel raj ralph ravi ray raymond rebecca rhys richard rita rob robert robin roger
    ron ronald rory rosa rose rosemary ross roy ruby russell ruth ryan sabrina saima sally salma sam
    samantha samir samuel sana sandra sara sarah scott sean shabana shahid sharon sheila shelley
    sian simon sofia sonia sophia sophie stacey stan stella stephanie stephen steve steven stewart
    stuart sue suresh susan suzanne sylvia tahir tanya tara ted terence teresa terry thelma theresa
    thomas tim tina toby todd tom tony tracey tracy trevor usman valerie vanessa vera veronica vicki
    vicky victor victoria vikram vince vincent violet wayne wendy will william yasmin yusuf yvonne
    zac zahra zara zoe dena
"""
GIVEN = frozenset(NAMES.split())
