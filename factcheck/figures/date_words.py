"""The words of dates as data."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
DOUBTFUL_WEEKDAYS = frozenset({"mon", "wed", "sat", "sun", "thu", "tue", "fri"})

# First month and length in months of the seasons (of the northern hemisphere, as meteorologists count).
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "fall": (9, 3), "winter": (12, 3)}

DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990, "noughties": 2000,
}  # fmt: skip

# Units that dates are counted in.
SPANS = {
    "day": "day", "days": "day", "night": "day", "nights": "day", "week": "week", "weeks": "week", "wk": "week",
    "fortnight": "fortnight",
    "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter", "qtr": "quarter",
    "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century", "weekend": "weekend",
    "workweek": "workweek",
}  # fmt: skip
BACKWARD = frozenset({"last", "past", "previous", "preceding", "prior"})
FORWARD = frozenset({"next", "coming", "following", "upcoming"})

RELATIVE_WORDS = frozenset(
    "today yesterday tomorrow tonight tomorrows ago earlier later last next this previous past coming following current"
    " summer winter spring autumn weekend hence upcoming preceding prior final quarter century".split()
)
NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tomorrows": 1}

# Words before a year that make a bare four-digit number one.
BEFORE_YEAR = frozenset(
    "in since by until till before after from to of during between fiscal year early late mid through for and"
    " around about circa financial calendar summer winter spring autumn fall c. than ending or, pre post".split()
)
STRONG_BEFORE_YEAR = frozenset(
    "in since by until till before after during fiscal year early late mid summer winter spring autumn circa".split()
)

# What makes a date without a year, or a weekday, lie ahead.
FUTURE_CUES = frozenset(
    "will next upcoming due scheduled expected planned plans plan shall deadline begins starts tomorrow going won't"
    " won’t coming hopes hope 'll to-be".split()
)
BEHIND_SET = frozenset("to for down".split())  # "set for 9 May" lies ahead, "set off on 9 May" does not
