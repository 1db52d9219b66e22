"""Dates and times as Excel shows them in Ukraine."""

from shape import changed, excel
from xlsx_files import number_cell, report, usual_row


def dated(value, code, **options):
    """A report whose date is a number with a format."""
    return report(usual_row(replaced={3: number_cell(value, "@", 1)}), formats=("0", code), **options)


def shown(text):
    return (changed(3, text),)


@excel("date in the system's short form")
def _short():
    return dated("44421", "14")


@excel("date and time in the system's short form", rows=shown("13.08.2021 14:30"))
def _moment():
    return dated("44421.604166666664", "22")


@excel("date of a format that is built in and depends on the language", rows=shown("13.08.2021"))
def _local():
    return dated("44421", "31")


@excel("Ukrainian date in words", rows=shown("13 серпня 2021 р."))
def _ukrainian():
    return dated("44421", '[$-422]d mmmm yyyy" р.";@')


@excel("system's long date", rows=shown("13 серпня 2021 р."))
def _long():
    return dated("44421", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy")


@excel("month and year", rows=shown("серпень 2021"))
def _month():
    return dated("44421", "mmmm yyyy")


@excel(
    "date in Russian and in English", rows=(changed(6, "13 August 2021", changed(3, "13 августа 2021 г.")),)
)
def _foreign():
    cells = {3: number_cell("44421", "@", 1), 6: number_cell("44421", "@", 2)}
    return report(usual_row(replaced=cells), formats=("0", "[$-FC19]dd mmmm yyyy г.;@", "[$-409]d mmmm yyyy"))


@excel("day of the week", rows=shown("Пт, 13.08"))
def _weekday():
    return dated("44421", "ddd, dd.mm")


@excel(
    "time of day, by the half day, with tenths of a second",
    rows=(changed(8, "31:13,0", changed(6, "2:30 PM", changed(3, "14:30"))),),
)
def _time():
    cells = {3: number_cell("0.60416666666666663", "@", 1), 6: number_cell("0.60416666666666663", "@", 2)}
    cells[8] = number_cell("0.52167824", "@", 3)
    return report(usual_row(replaced=cells), formats=("0", "20", "18", "47"))


@excel("elapsed hours and minutes", rows=(changed(8, "90:00", changed(3, "36:00")),))
def _elapsed():
    cells = {3: number_cell("1.5", "@", 1), 8: number_cell("0.0625", "@", 2)}
    return report(usual_row(replaced=cells), formats=("0", "[h]:mm", "[mm]:ss"))


@excel("days counted from 1904")
def _from_1904():
    return dated("42959", "14", date1904=True)


@excel(
    "the day that never was, and its neighbours",
    rows=(changed(8, "01.03.1900", changed(6, "28.02.1900", changed(3, "29.02.1900"))),),
)
def _leap():
    cells = {3: number_cell("60", "@", 1), 6: number_cell("59", "@", 1), 8: number_cell("61", "@", 1)}
    return report(usual_row(replaced=cells), formats=("0", "14"))


@excel("date kept as text of the standard", rows=shown("13.08.2021"))
def _iso():
    return report(usual_row(replaced={3: '<c r="@" t="d"><v>2021-08-13T00:00:00</v></c>'}))


@excel(
    "American date, month first, is turned and told",
    rows=shown("12.4.2024 14:30"),
    told=("дату у файлі показано місяцем уперед, записано днем уперед",),
)
def _american():
    return dated("45394.604166666664", "m/d/yyyy h:mm")


@excel("date of the standard, year first", rows=shown("2024-04-12"))
def _year_first():
    return dated("45394", "yyyy-mm-dd")


@excel("number that is no day of the calendar", rows=shown("-5"))
def _negative():
    return dated("-5", "14")
