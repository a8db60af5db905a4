"""The six headings a new portal starts with: what belongs under each, and the words people use for it.

Keywords are lower case, in the base form ("bus", not "buses"): the suggester matches endings for itself.
"""


def _listed(words: str) -> list[str]:
    return [part.strip() for part in words.replace("\n", " ").split(",") if part.strip()]


OVERALL_VISION = _listed("""
    vision, strategy, strategic, long term plan, 2040, one future, one stockport, five big things, 5 big
    things, big things, the plan, action plan, priority, ambition, aspiration, joined up, joined up
    working, linked together, everything is linked, partnership, partner organisation, public sector,
    system leader, leadership, place leader, role of the council, who is leading, fair and inclusive,
    fairness, inclusive, inclusion, inequality, root cause, equality, equity, equity network, diversity,
    diverse, ethnic minority, underrepresented, seldom heard, left behind, delivery, deliver, how it
    will be delivered, measure, measure of success, what success looks like, indicator, outcome, target,
    milestone, progress report, accountable, hold to account, governance, resourcing, budget, cuts,
    jargon, plain english, wording, easy to understand, clear message, communication, consultation,
    engagement exercise, transparency, devolution, greater manchester, government funding, cross
    cutting, golden thread, transformation, collaboration, silo, duplication, values, timescale,
    roadmap, monitor, evaluate, evidence base, realistic, achievable, buzzword, document, wish list,
    words into action, next steps
""")

GOOD_JOBS_AND_HOMES = _listed("""
    job, employment, employer, unemployed, career, apprenticeship, skills, training, retraining, adult
    education, supported employment, work experience, wage, real living wage, low pay, zero hours,
    recruit, vacancy, self employed, business, small business, start up, entrepreneur, enterprise,
    economy, economic growth, growth sector, investor, office space, workspace, market trader,
    procurement, supplier, contract, social value, good employment charter, poverty, anti-poverty, cost
    of living, food bank, fuel poverty, universal credit, benefit claimant, debt, working families,
    making ends meet, housing, home, house, flat, apartment, affordable housing, affordable home, social
    housing, council house, rent, private rented, landlord, tenant, tenancy, mortgage, first time buyer,
    house price, priced out, get on the ladder, homeless, rough sleeping, temporary accommodation,
    housing list, evict, overcrowded, damp and mould, developer, new build, brownfield, empty home,
    planning permission, regeneration, town centre living, development corporation, housing association,
    bedroom, key worker, income, redundancy, factory, warehouse, hospitality, manufacturing, digital
    sector
""")

BEST_HEALTH_AND_CARE = _listed("""
    health, healthcare, health service, nhs, hospital, new hospital, stepping hill, a&e, gp, doctor,
    surgery, nurse, dentist, dental, pharmacy, appointment, waiting time, waiting list, patient, clinic,
    treatment, diagnosis, ambulance, discharge, mental health, wellbeing, anxiety, depression, suicide,
    therapy, counselling, camhs, lonely, loneliness, social isolation, prevention, preventative,
    illness, ill health, healthy, social prescribing, social care, care home, home care, domiciliary
    care, care package, care worker, carer, unpaid carer, respite, older people, elderly, ageing,
    dementia, frail, fall, independent living, living independently, supported accommodation, supported
    living, extra care, sheltered housing, end of life, hospice, disability, disabled, learning
    disability, autism, long term condition, diabetes, cancer, stroke, screening, vaccination, obesity,
    smoking, alcohol, addiction, substance misuse, diet, exercise, life expectancy, public health,
    health inequalities, integrated care, medication, prescription, maternity, midwife, blood test
""")

BEST_PLACE_TO_GROW_UP = _listed("""
    school, school estate, school place, classroom, pupil, teacher, teaching assistant, headteacher,
    education, curriculum, exam, gcse, attainment, attendance, exclusion, send, special educational
    needs, special school, ehcp, child, children, childhood, kid, baby, toddler, early years, nursery,
    childcare, family hub, children's centre, health visitor, parent, parenting, mum, dad, family
    support, foster, adoption, looked after children, children in care, care leaver, youth, youth club,
    youth centre, youth worker, youth provision, youth voice, young people, young person, young carer,
    teenager, teen, student, sixth form, college, university, safeguarding, bullying, mentor, role
    model, holiday activities, summer holidays, school meal, breakfast club, after school club, school
    uniform, something to do, nowhere to go, hang out, play, playgroup, scouts, learning, literacy,
    speech and language, growing up, grow up, generation, lesson, ofsted, governor, academy, primary,
    secondary, transition to adulthood, life skills, screen time, social media, educational
    psychologist, catchment
""")

THRIVING_NEIGHBOURHOODS = _listed("""
    neighbourhood, neighbourhood team, community, community centre, community hall, village hall,
    community hub, community group, community spirit, community led, residents association, volunteer,
    voluntary sector, vcfse, charity, faith group, church, small grants, ward funding, ward flexibility,
    library, opening hours, leisure centre, leisure facilities, swimming pool, gym, sports pitch, park,
    green space, play area, playground, allotment, museum, art, culture, event, festival, heritage,
    theatre, anti-social behaviour, asb, crime, police, pcso, burglary, vandalism, graffiti, drug
    dealing, knife, hate crime, cctv, safe at night, feel unsafe, community safety, street lighting,
    litter, fly tipping, dog fouling, bin, rubbish, high street, shop, empty shop, district centre,
    village, local area, derelict, run down, condition of buildings, public toilet, pub, cafe, post
    office, what is available locally, what is on offer, signpost, directory, map of support, local
    services, neighbour, belonging, pride, empower, cohesion, characteristics of each area, on the
    doorstep, meeting place, meet people, noise, nuisance
""")

CLEAN_GREEN_TRANSPORT = _listed("""
    transport, public transport, bus, bus route, bus stop, bus station, bus fare, timetable, bee
    network, tram, metrolink, train, rail, station, interchange, ticket, fare, connectivity, cut off,
    get about, travel, journey, commute, taxi, car, drive, traffic, congestion, road, road safety,
    speeding, 20mph, pothole, pavement, parking, car park, crossing, junction, roundabout, lorry,
    vehicle, cycle, cycling, cyclist, cycle lane, bike, walk, walking route, footpath, pedestrian,
    active travel, active transport, school street, wheelchair access, dropped kerb, ring and ride,
    electric vehicle, charging point, air quality, clean air, pollution, emission, carbon, net zero,
    climate, climate change, climate action, green, greenest, environment, sustainable, sustainability,
    tree, tree planting, woodland, hedgerow, biodiversity, nature, wildlife, rewilding, flood, river,
    solar panel, heat pump, renewable, energy, insulation, recycling, plastic, waste
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
