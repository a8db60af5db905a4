"""The six headings a new portal starts with: what belongs under each, and the words people use for it.

Keywords are lower case, in the base form ("bus", not "buses"): the suggester matches endings for itself.
"""


def _listed(words: str) -> list[str]:
    return [part.strip() for part in words.replace("\n", " ").split(",") if part.strip()]


OVERALL_VISION = _listed("""
    vision, strategy, strategic, direction of travel, mission, long term plan, this plan, the plan,
    action plan, council plan, borough plan, 2040, one future, one stockport, big things, five
    priorities, priority, shared ambition, ambitious, objectives, in the document, headline, wording,
    language used, jargon, plain english, easy read, one page summary, diagram, buzzword, slogan, words
    into action, reads well, vague, clarity, confusing, realistic, unrealistic, achievable, bold, make
    it happen, talking shop, tick box, lip service, who is responsible, who     leads, leadership,
    system leader, place leader, role of the council, partner, partnership, public     services, joined
    up, join up services, joined up working, silo, share data, interconnected, everything connects, fits
    together, golden thread, cross cutting, whole system, collaborate, collective, co-production, lived
    experience, transformation, duplication, overlap, align, fairness, fairer, fair and inclusive,
    inclusive, inclusion, inequality, root cause, underlying causes, disadvantage, deprivation, gap
    between areas, divide between rich and poor, left behind, equality, equal, equity network,
    diversity, diverse, ethnic, race, gender, lgbt, marginalised, minority, seldom heard,
    underrepresented, voices heard, delivery, deliver, delivery plan, implementation, measure success,
    measured, outcome, indicator, target, baseline, milestone, track progress, accountable,
    accountability, hold to account, governance, scrutiny, transparency, resourced, budget, funding gap,
    government grant, devolution, greater manchester, consultation, engagement exercise, tell us what
    changed, report back, you said we did, timescale, roadmap, monitor, evaluate, review, stop doing,
    long term, vcfse, common thread, poorest, all five, each of the five, links together, prevention as
    a thread, goals, direction, one thing leads to another, commitment, decision making, shape
    decisions, black and asian, nobody forgotten, look ahead, shared story, previous plan, where     the
    money comes from, involve residents, set of aspirations
""")

GOOD_JOBS_AND_HOMES = _listed("""
    job, jobcentre, employment, employer, unemployed, employee, workforce, career, apprentice,
    apprenticeship, internship, skills, qualification, training, retraining, adult education, work
    experience, get back into work, in work, job prospects, recruit local people, hire, vacancy, wage,
    salary, earn, living wage, low paid, decent pay, zero hours, shift work, redundant, redundancy, self
    employed, tradesman, small business, business support, firm, industry, start up, entrepreneur,
    enterprise, innovation, economy, economic, growth sector, inward investment, investor, office,
    workspace, factory, warehouse, manufacturing, construction, hospitality, retail, digital sector,
    tech, tourism, independent trader, business rates, procurement, tender, supplier, supply chain,
    contract, social value, spend locally, good employment charter, gep, poverty, hardship, cost of
    living, food bank, foodbank, fuel bill, heat or eat, universal credit, benefits system, debt,
    income, working families, make ends meet, housing, affordable housing, social housing, affordable
    home, new home, family home, empty home, council house, house price, build houses, flat, apartment,
    bungalow, bedroom, residential, rent, renter, landlord, tenants' rights, tenancy, hmo, shared
    ownership, leasehold, mortgage, deposit, first time buyer, afford to buy, afford to live here,
    priced out, property ladder, moved away, homeless, homelessness, rough sleeper, sofa surfing,
    temporary accommodation, housing list, evict, overcrowded, damp, mould, repair, developer, new
    build, brownfield, green belt, planning permission, regeneration, development corporation, mdc,
    mill, key worker, downsize, local businesses, town centre businesses, council rent, social rent, pay
    the rent, employ, training place, trainee, placement, in-work poverty, bills, housing register,
    arrears, rented room, stallholder, market stall, council property, housing waiting list, graduate,
    money advice, good work, cold homes, entrepreneurial
""")

BEST_HEALTH_AND_CARE = _listed("""
    health, healthcare, nhs, hospital, stepping hill, a&e, gp, doctor, surgery, nurse, paramedic,
    dentist, dental, optician, pharmacy, pharmacist, chemist, receptionist, appointment, get seen,
    referral, waiting list, waiting time, patient, clinic, ward beds, medical, medicine, treatment,
    diagnosis, diagnosed, scan, operation, ambulance, discharge, mental health, wellbeing, anxiety,
    depression, suicide, crisis, trauma, therapy, therapist, psychologist, counselling, counsellor,
    camhs, lonely, loneliness, social isolation, befriending, nobody to talk to, bereavement,
    prevention, preventative, early intervention, illness, ill, sick, unwell, poorly, disease, chronic,
    pain, healthy, stay well, active in later life, social prescribing, prescription, medication, social
    care, social worker, care home, home care, care package, care worker, carer, caring for relatives,
    respite, direct payment, care for older people, older residents, elderly relatives, ageing, old age,
    retirement, dementia, alzheimer, frail, falls prevention, independent living, live independently,
    independence, supported accommodation, supported living, supported housing, extra care, sheltered,
    assisted living, end of life, palliative, hospice, disability, disabled, learning disability,
    autism, autistic, adhd, blind, deaf, long term condition, diabetes, cancer, stroke, screening,
    health check, vaccination, obesity, weight, smoking, vaping, alcohol, drug, rehab, addiction, diet,
    exercise, fitness, life expectancy, die younger, maternity, midwife, menopause, blood pressure,
    physio, veteran, stairlift, heart disease, looking after a relative, memory clinic, out of hours,
    minor injuries, low mood, walk in centre, gp practice, parkinson, grief, grieving, sight loss,
    hearing loss, drinking too much, stay in their own homes, eat well, memory loss, casualty, self
    harm, eating disorder, cared for, lifestyle, get help at home
""")

BEST_PLACE_TO_GROW_UP = _listed("""
    school, school estate, school place, class size, classroom, pupil, teacher, teaching assistant,
    headteacher, head teacher, education, curriculum, exam, gcse, a level, attainment, attendance,
    absence, exclusion, excluded, sen, senco, special needs, special school, ehcp, dyslexia, child,
    children, childhood, kid, baby, infant, toddler, under fives, early years, early help, best start in
    life, sure start, nursery, childcare, wraparound, family hub, family support, children's centre,
    health visitor, parent, parenting, foster, kinship, adoption, looked after children, children in
    care, care leaver, leaving care, youth, youth club, youth centre, youth worker, youth voice,
    opportunities for young people, listen to young people, youngster, young carer, teenager, teenage,
    teen, adolescent, student voice, sixth form, college, university, academy, safeguarding,
    exploitation, bullying, role model, holiday club, summer holidays, half term, play scheme, stay and
    play, playgroup, school meal, breakfast club, after school, homework, tutor, somewhere to go with
    mates, nothing to do, nowhere to go, hang around, learning, literacy, reading, speech and language,
    grow up, generation, lesson, ofsted, governor, primary, secondary, high school, alternative
    provision, catchment, admissions, transition, life chances, social media, scouts, cadets, year 11,
    school uniform, banning phones, turn eighteen, year olds, playing out, youth work, detached youth,
    places to go, send provision, send places, send pupils, social worker, reception class, heads and
    governors, school trips, under 18s, teach, young families, mums and dads, stay and play, children's
    services, xbox, football for girls
""")

THRIVING_NEIGHBOURHOODS = _listed("""
    neighbourhood, neighbourhood team, neighbour, neighbourly, next door, community life, communities,
    community centre, community hall, community hub, community group, community led, church hall,
    village hall, residents association, volunteers needed, volunteering, voluntary sector, third
    sector, vcfse, vcse, charity, faith group, church, mosque, small grants, ward funding, ward
    flexibility, library, librarian, opening hours, leisure, leisure centre, swimming pool, swimming,
    baths, gym, sports club, tennis court, football pitch, playing field, park, bowling green, skate
    park, green space, play area, playground, play equipment, allotment, community garden, bench,
    museum, art, culture, event, festival, music, heritage, theatre, historic building, anti-social
    behaviour, antisocial, asb, crime, police, policing, pcso, burglary, robbery, shoplifting, violence,
    assault, vandalism, graffiti, drug dealing, dealer, knife, gang, hate crime, cctv, unsafe,
    intimidating, after dark, street lighting, off road bikes, quad bikes, noise, rowdy, nuisance,
    litter, litter pick, fly tipping, dog fouling, dog mess, bin, rubbish, clean streets, tidy, eyesore,
    weeds, high street, shop, empty shop, shutters, precinct, district centre, village, pub, cafe,
    takeaway, post office, bank, public toilet, derelict, run down, boarded up, old building,
    facilities, what's on, what is available, signpost, directory, noticeboard, find out about groups,
    map, street party, coffee morning, meet people, brew and a chat, drop in, belonging, pride in place,
    proud, empower, grassroots, cohesion, get on together, asset based, each area is different, local
    area, refugee, feel safe, late night bars, safer streets, underpass, benches, street drinking, rooms
    to meet, hall, town centre shops, warm hub, local activities, activities nearby, shared gardens,
    lunch club, bobbies on the beat, help out, cinema, filthy streets, merseyway, look out for each
    other, know what is going on, local events, dying high street, sports facilities, friends of the
    park, toilets, cleanliness
""")

CLEAN_GREEN_TRANSPORT = _listed("""
    transport, bus, timetable, bee network, tram, metrolink, train, rail, railway, station, platform,
    interchange, ticket, fare, route, connectivity, better connections, cut off, stranded, isolated, get
    about, get across town, travel, journey, commute, taxi, car, driver, driving, traffic, traffic
    lights, congestion, queue, rat run, road, road safety, roadworks, a6, motorway, bypass, highway,
    speeding, speed limit, 20mph, pothole, pavement, dropped kerb, parking, double yellow lines, blue
    badge, car park, park and ride, crossing, junction, roundabout, lorry, hgv, vehicle, scooter, cycle,
    cycling, cyclist, cycle path, cycleway, bike, walk, walking, walking route, footpath, towpath,
    pedestrian, pushchair, active travel, school street, school run, wheelchair, ring and ride, electric
    vehicle, ev, charging point, idling engine, diesel, petrol, air quality, clean air, pollution,
    emission, fumes, carbon, net zero, climate, global warming, green, greener, greenest, greenery,
    environment, environmental, eco, sustainable, sustainability, planet, tree, tree planting, orchard,
    woodland, hedgerow, biodiversity, nature, wildlife, rewild, verge, bees, flood, drain, river,
    sewage, solar, heat pump, retrofit, renewable, energy, insulation, insulate, recycling, recycle,
    plastic, single use, waste, step free, get there without a car, evening services, direct bus, change
    buses, night bus, electric, street trees, planting, free pass, transport links, get there on time,
    hedge, meadow, gas boiler, never turns up, running late, overcrowded trains, 192, 358, motorist,
    footway, low traffic, speed, pounds each way, bus pass, bus stops, single ticket, lane, climate
    action, climate change, climate emergency, clean green transport
""")

THEMES = [
    {
        "name": "Overall vision",
        "slug": "overall-vision",
        "aliases": [],
        "definition": (
            "What people say about the plan as a whole: its direction, its fairness and the root causes "
            "of inequality, who leads, how partners join up, and how it will be delivered and measured. A "
            "point about one service or one subject belongs under that Big Thing instead."
        ),
        "keywords": OVERALL_VISION,
    },
    {
        "name": "Good jobs and homes",
        "slug": "good-jobs-and-homes",
        "aliases": ["Good jobs and home"],
        "definition": (
            "Work, pay, skills for work, local businesses, social value, poverty, and the homes people "
            "can afford. Supported accommodation for older people is under health and care; schooling is "
            "under growing up."
        ),
        "keywords": GOOD_JOBS_AND_HOMES,
    },
    {
        "name": "Best health and care",
        "slug": "best-health-and-care",
        "aliases": [],
        "definition": (
            "Staying well and being looked after: the hospital, GPs and dentists, mental health, "
            "prevention, social care, carers, and older or disabled people living as they wish. Getting "
            "to an appointment by bus or car is under transport."
        ),
        "keywords": BEST_HEALTH_AND_CARE,
    },
    {
        "name": "Best place to grow up",
        "slug": "best-place-to-grow-up",
        "aliases": [],
        "definition": (
            "Children, young people and their families: early years, schools and their buildings, special "
            "educational needs, children in care, and things for young people to do. Jobs and "
            "apprenticeships for young people are under jobs and homes."
        ),
        "keywords": BEST_PLACE_TO_GROW_UP,
    },
    {
        "name": "Thriving neighbourhoods",
        "slug": "thriving-neighbourhoods",
        "aliases": [],
        "definition": (
            "Life in each place: libraries, leisure centres, parks and local shops, community groups, "
            "safety and anti-social behaviour, and knowing what is on offer nearby. How people get from "
            "one place to another is under transport."
        ),
        "keywords": THRIVING_NEIGHBOURHOODS,
    },
    {
        "name": "Clean, green transport",
        "slug": "clean-green-transport",
        "aliases": ["Clean green transport"],
        "definition": (
            "Buses, trams, trains, roads, parking, cycling and walking; and with them climate action, "
            "clean air, trees and being one of the greenest boroughs. Parks as places to meet and play "
            "are under neighbourhoods."
        ),
        "keywords": CLEAN_GREEN_TRANSPORT,
    },
]
