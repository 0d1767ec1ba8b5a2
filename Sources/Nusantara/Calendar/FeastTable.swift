/// The movable feasts from 2019 to 2027, one feast a line; a period is written with its first and last day, `?` marks what is not settled.
///
/// Islamic feasts begin when the Minister of Religious Affairs says so after the moon was looked for; arithmetic calendars miss the day in every
/// third year, so the days are facts and never computed. The others follow the joint ministerial decrees on public holidays. The dates of 2027 that
/// still depend on the moon or a decree are estimates, and so are the weeks of the school year and those Harbolnas whose days were not announced
/// in a source at hand.
let feastTable = """
    ramadan 2019-05-06 2020-04-24 2021-04-13 2022-04-03 2023-03-23 2024-03-12 2025-03-01 2026-02-19 2027-02-08?
    idulFitri 2019-06-05 2020-05-24 2021-05-13 2022-05-02 2023-04-22 2024-04-10 2025-03-31 2026-03-21 2027-03-10?
    idulAdha 2019-08-11 2020-07-31 2021-07-20 2022-07-10 2023-06-29 2024-06-17 2025-06-06 2026-05-27 2027-05-17?
    islamicNewYear 2019-09-01 2020-08-20 2021-08-10 2022-07-30 2023-07-19 2024-07-07 2025-06-27 2026-06-16 2027-06-06?
    maulid 2019-11-09 2020-10-29 2021-10-19 2022-10-08 2023-09-28 2024-09-16 2025-09-05 2026-08-25 2027-08-15?
    israMikraj 2019-04-03 2020-03-22 2021-03-11 2022-02-28 2023-02-18 2024-02-08 2025-01-27 2026-01-16 2027-01-05? 2027-12-26?
    imlek 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06
    nyepi 2019-03-07 2020-03-25 2021-03-14 2022-03-03 2023-03-22 2024-03-11 2025-03-29 2026-03-19 2027-03-08
    waisak 2019-05-19 2020-05-07 2021-05-26 2022-05-16 2023-06-04 2024-05-23 2025-05-12 2026-05-31 2027-05-20?
    schoolYear 2019-07-15? 2020-07-13? 2021-07-12? 2022-07-18? 2023-07-17? 2024-07-15? 2025-07-14? 2026-07-13? 2027-07-12?
    harbolnas 2019-12-11..2019-12-12? 2020-12-11..2020-12-12 2021-12-11..2021-12-12? 2022-12-10..2022-12-12 2023-12-10..2023-12-12?
    harbolnas 2024-12-10..2024-12-16 2025-12-10..2025-12-16? 2026-12-10..2026-12-16? 2027-12-12?
    """

/// The days of joint leave (*cuti bersama*) by feast, as they were in the end: the leave of Lebaran 2020 was put off to 31 December.
let jointLeaveTable = """
    idulFitri 2019-06-03 2019-06-04 2019-06-07
    christmas 2019-12-24
    islamicNewYear 2020-08-21
    maulid 2020-10-28 2020-10-30
    christmas 2020-12-24
    idulFitri 2020-12-31
    idulFitri 2021-05-12
    idulFitri 2022-04-29 2022-05-04 2022-05-05 2022-05-06
    imlek 2023-01-23
    nyepi 2023-03-23
    idulFitri 2023-04-19 2023-04-20 2023-04-21 2023-04-24 2023-04-25
    waisak 2023-06-02
    idulAdha 2023-06-28 2023-06-30
    christmas 2023-12-26
    imlek 2024-02-09
    nyepi 2024-03-12
    idulFitri 2024-04-08 2024-04-09 2024-04-12 2024-04-15
    ascension 2024-05-10
    waisak 2024-05-24
    idulAdha 2024-06-18
    christmas 2024-12-26
    imlek 2025-01-28
    nyepi 2025-03-28
    idulFitri 2025-04-02 2025-04-03 2025-04-04 2025-04-07
    waisak 2025-05-13
    ascension 2025-05-30
    idulAdha 2025-06-09
    independenceDay 2025-08-18
    christmas 2025-12-26
    imlek 2026-02-16
    nyepi 2026-03-18
    idulFitri 2026-03-20 2026-03-23 2026-03-24
    ascension 2026-05-15
    idulAdha 2026-05-28
    christmas 2026-12-24
    imlek 2027-02-05?
    idulFitri 2027-03-09? 2027-03-12? 2027-03-15?
    goodFriday 2027-03-25?
    idulAdha 2027-05-18?
    waisak 2027-05-19?
    christmas 2027-12-24?
    """

/// Public holidays held on another day than the feast, against long weekends in the pandemic: feast, day off.
let movedHolidayTable = """
    2021-08-10 2021-08-11
    2021-10-19 2021-10-20
    """
