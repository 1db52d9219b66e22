"""Texts and numbers as Excel keeps and shows them."""

from docx_files import ROW
from shape import changed, excel
from xlsx_files import number_cell, report, row, text_cell, usual_row


def people(value, code, attributes="", **options):
    """A report whose number of participants has a format."""
    return report(usual_row(replaced={8: number_cell(value, "@", 1)}), formats=("0", code), **options)


def shown(text):
    return (changed(8, text),)


@excel("inline strings")
def _inline():
    return report(usual_row())


@excel(
    "shared strings, plain and in several fonts, with readings",
    rows=(changed(2, "Перша половина", changed(1, "День суду")),),
)
def _shared():
    rich = (
        "<si><r><t xml:space='preserve'>Перша </t></r><r><rPr><b/></rPr><t>половина</t>"
        "</r><rPh sb='0' eb='1'><t>ЧИТАННЯ</t></rPh><phoneticPr fontId='1'/></si>"
    )
    cells = {1: '<c r="@" t="s"><v>0</v></c>', 2: '<c r="@" t="s"><v>1</v></c>'}
    return report(usual_row(replaced=cells), strings=f"<si><t>День суду</t></si>{rich}")


@excel("escapes of Excel", rows=(changed(1, "а\nб _x000D_ П"),))
def _escapes():
    return report(usual_row(replaced={1: text_cell("а_x000D_\nб _x005F_x000D_ _x041F_", "@")}))


@excel("lines and blanks inside a cell", rows=(changed(1, "перша\n\n  третя  кінець"),))
def _lines():
    return report(usual_row(replaced={1: text_cell("перша\n\n  третя  кінець", "@")}))


@excel("whole number and number with a fraction", rows=(changed(8, "2,5", changed(0, "1")),))
def _plain():
    return report(usual_row(replaced={0: number_cell("1", "@"), 8: number_cell("2.5", "@")}))


@excel("thousands and two places", rows=shown("1\u00a0234\u00a0567,89"))
def _thousands():
    return people("1234567.891", "4")


@excel("percents", rows=shown("25,7%"))
def _percents():
    return people("0.2565", "0.0%")


@excel("words in the format of a number", rows=shown("близько 25 осіб"))
def _words():
    return people("25", '"близько "0" осіб"')


@excel("format with conditions", rows=shown("багато"))
def _conditions():
    return people("150", '[<10]"мало";[>=100]"багато";0')


@excel("negative, zero and text parts of a format", rows=shown("немає"))
def _zero():
    return people("0", '0;-0;"немає";@')


@excel("words in the format of a text", rows=(changed(7, "посада: секретар"),))
def _text_format():
    cell = text_cell("секретар", "@").replace("<c ", '<c s="1" ')
    return report(usual_row(replaced={7: cell}), formats=("0", '"посада: "@'))


@excel("number kept as text with an apostrophe", rows=shown("007"))
def _quoted():
    return report(
        usual_row(replaced={8: text_cell("007", "@").replace("<c ", '<c s="1" quotePrefix="1" ')}),
        formats=("0", "@"),
    )


@excel("fraction and power of ten", rows=(changed(8, "1 1/2", changed(6, "1,5E+06")),))
def _odd():
    cells = {8: number_cell("1.5", "@", 1), 6: number_cell("1500000", "@", 2)}
    return report(usual_row(replaced=cells), formats=("0", "12", "0.0E+00"))


@excel(
    "very large, very small and long numbers without a format",
    rows=(changed(8, "0,333333333", changed(7, "1,5E-10", changed(6, "1E+21"))),),
)
def _general():
    cells = {
        8: number_cell("0.33333333333333331", "@"),
        7: number_cell("1.5E-10", "@"),
        6: number_cell("1E+21", "@"),
    }
    return report(usual_row(replaced=cells))


@excel(
    "telephone number that Excel would show shortened keeps its digits",
    rows=shown("380971234567"),
    told=("Excel показує це довге число скорочено, узято всі його цифри",),
)
def _long():
    return report(usual_row(replaced={8: number_cell("380971234567", "@")}))


@excel("logical values", rows=(changed(8, "ХИБНІСТЬ", changed(7, "ІСТИНА")),))
def _logical():
    return report(usual_row(replaced={7: '<c r="@" t="b"><v>1</v></c>', 8: '<c r="@" t="b"><v>0</v></c>'}))


@excel("error of a formula is told", rows=shown("#REF!"), told=("формула показує помилку",))
def _error():
    return report(usual_row(replaced={8: '<c r="@" t="e"><f>A1</f><v>#REF!</v></c>'}))


@excel(
    "formulas, also shared and of arrays, show their kept values",
    rows=(changed(8, "42", changed(7, "43", changed(6, "Усі"))),),
)
def _formulas():
    return report(
        usual_row(
            replaced={
                6: '<c r="@" t="str"><f t="array" ref="G7">A1&amp;B1</f><v>Усі</v></c>',
                7: '<c r="@"><f t="shared" ref="H7:H9" si="0">SUM(A1)</f><v>43</v></c>',
                8: '<c r="@"><f t="shared" si="0"/><v>42</v></c>',
            }
        )
    )


@excel(
    "formula without a kept value is told",
    rows=shown(""),
    told=("формула без збереженого значення: відкрийте файл в Excel, збережіть і імпортуйте знову",),
)
def _no_value():
    return report(usual_row(replaced={8: '<c r="@"><f>SUM(A1:A9)</f></c>'}))


@excel(
    "control characters are taken out and counted",
    rows=(changed(1, "абв"),),
    told=("вилучено недрукованих знаків: 2",),
)
def _control():
    return report(usual_row(replaced={1: text_cell("а_x0001_б_x0002_в", "@")}))


@excel("empty styled cells and rows around the data", rows=(ROW, changed(0, "2")))
def _styled():
    empty = '<row r="9"><c r="A9" s="0"/><c r="I9" s="0"/></row>'
    return report(usual_row(), row(8, *changed(0, "2")), empty)
