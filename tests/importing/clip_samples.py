"""Clipboards as the programs write them: the shapes of their markup, with words of our own.

Each is the HTML form (and the plain one where it matters) of the same two rows, unless its name says more.
"""

from __future__ import annotations

SITE = "https://zr.dp.court.gov.ua/sud0000/pres-centr/1/"
PAPER = "https://visnyk.example.ua/n/1"

#: № · title · goal · date · site · media · audience · responsible · participants
FIRST = (
    "1",
    "Розміщення інформації\nпро роботу суду",
    "Інформування  громадян",
    "13.08.2021",
    SITE,
    "1\n«Вісник»",
    "Громадяни",
    "Суддя-спікер\u00a0Іваненко І. І.",
    "-",
)
SECOND = (
    "2",
    "День відкритих дверей",
    "Обізнаність",
    "20.08.2021",
    "-",
    "-",
    "Школярі",
    "Керівник апарату",
    "15",
)

_EXCEL_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<link id=Main-File rel=Main-File href="file:///C:/Users/I/AppData/Local/Temp/msohtmlclip1/01/clip.htm">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";
	mso-displayed-thousand-separator:" ";}
tr
	{mso-height-source:auto;}
td
	{padding-top:1px;
	mso-number-format:General;
	white-space:nowrap;}
.xl65
	{mso-number-format:"\\@";
	white-space:normal;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=576 style='border-collapse:
 collapse;width:432pt'>
<!--StartFragment-->
"""
_EXCEL_TAIL = """
<!--EndFragment-->
</table>
</body>
</html>
"""

EXCEL = (
    _EXCEL_HEAD
    + f"""
 <col width=64 span=9 style='width:48pt'>
 <tr height=80 style='mso-height-source:userset;height:60.0pt'>
  <td height=80 class=xl65 align=right width=64 style='height:60.0pt;width:48pt'>1</td>
  <td class=xl65 width=64 style='width:48pt'>Розміщення інформації<br>
    про роботу суду</td>
  <td class=xl65 width=64 style='width:48pt'>Інформування<span
  style='mso-spacerun:yes'>&nbsp; </span>громадян</td>
  <td class=xl66 align=right width=64 style='width:48pt'>13.08.2021</td>
  <td class=xl67 width=64 style='width:48pt'><a href="{SITE}" target="_parent"><span
  style='font-size:10.0pt'>{SITE}</span></a></td>
  <td class=xl65 width=64 style='width:48pt'>1<br>
    <a href="{PAPER}">«Вісник»</a></td>
  <td class=xl65 width=64 style='width:48pt'>Громадяни</td>
  <td class=xl65 width=64 style='width:48pt'>Суддя-спікер&nbsp;Іваненко
  І. І.</td>
  <td class=xl65 width=64 style='width:48pt'>-</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 align=right style='height:15.0pt'>2</td>
  <td>День відкритих дверей</td>
  <td>Обізнаність</td>
  <td class=xl66 align=right>20.08.2021</td>
  <td>-</td>
  <td>-</td>
  <td>Школярі</td>
  <td>Керівник апарату</td>
  <td align=right>15</td>
 </tr>
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=64 style='width:48pt'></td>
  <td width=64 style='width:48pt'></td>
 </tr>
 <![endif]>"""
    + _EXCEL_TAIL
)

EXCEL_TEXT = (
    '1\t"Розміщення інформації\nпро роботу суду"\tІнформування  громадян\t13.08.2021\t'
    f'{SITE}\t"1\n«Вісник»"\tГромадяни\tСуддя-спікер\u00a0Іваненко І. І.\t-\r\n'
    "2\tДень відкритих дверей\tОбізнаність\t20.08.2021\t-\t-\tШколярі\tКерівник апарату\t15\r\n"
)

#: Excel: a title over all columns, a heading with merged cells, one column hidden, a row filtered away.
EXCEL_REPORT = (
    _EXCEL_HEAD
    + """
 <col width=64 style='width:48pt'><col width=0 style='display:none;mso-width-source:userset'>
 <col width=64 span=3 style='width:48pt'>
 <tr><td colspan=5 class=xl70>Звіт за ІІІ квартал 2021 року</td></tr>
 <tr>
  <td rowspan=2>№ з/п</td><td rowspan=2>Назва (вид) заходу</td><td rowspan=2>Дата проведення</td>
  <td colspan=2>Публікації у ЗМІ</td>
 </tr>
 <tr><td>кількість</td><td>посилання</td></tr>
 <tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr>
 <tr><td colspan=5>Постійні заходи</td></tr>
 <tr><td>1</td><td>Брифінг</td><td>13.08.2021</td><td>1</td><td>https://visnyk.example.ua/n/1</td></tr>
 <tr height=0 style='display:none'><td>2</td><td>Лекція</td><td>########</td><td>-</td><td></td></tr>"""
    + _EXCEL_TAIL
)

_WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View></w:WordDocument>
</xml><![endif]-->
<style><!--
 p.MsoNormal {margin:0cm; font-size:12.0pt;}
--></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Звичайна таблиця";}</style><![endif]-->
</head><body lang=UK link="#0563C1" style='tab-interval:35.4pt'><!--StartFragment-->
"""
_WORD_TAIL = "<!--EndFragment--></body></html>"

WORD = (
    _WORD_HEAD
    + f"""
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=30 valign=top style='width:22.5pt;border:solid windowtext 1.0pt'>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
  style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
  </span></span><![endif]><o:p>&nbsp;</o:p></p>
  </td>
  <td width=80 valign=top>
  <p class=MsoNormal><span lang=UK>Розміщення
  інформації<o:p></o:p></span></p>
  <p class=MsoNormal><a name="_Hlk1"></a><span lang=UK>про роботу суду<o:p></o:p></span></p>
  </td>
  <td width=80 valign=top>
  <p class=MsoNormal>Інформування<span style='mso-spacerun:yes'>&nbsp; </span>громадян<o:p></o:p></p>
  </td>
  <td width=80 valign=top><p class=MsoNormal>13.08.2021<o:p></o:p></p></td>
  <td width=80 valign=top>
  <p class=MsoNormal><a href="{SITE}">https://zr.dp.court.gov.ua/sud0000/pres-<br>
  centr/1/</a><o:p></o:p></p>
  </td>
  <td width=80 valign=top>
  <p class=MsoNormal>1<o:p></o:p></p>
  <p class=MsoNormal><!--[if supportFields]><span style='mso-element:field-begin'></span>
  HYPERLINK "x"<span style='mso-element:field-separator'></span><![endif]--><a
  href="{PAPER}">«Вісник»</a><o:p></o:p></p>
  <p class=MsoNormal><o:p>&nbsp;</o:p></p>
  </td>
  <td width=80 valign=top><p class=MsoNormal>Громадяни<o:p></o:p></p></td>
  <td width=80 valign=top><p class=MsoNormal>Суддя-спікер&nbsp;Іваненко
  І. І.<span style='display:none;mso-hide:all'> чернетка</span><o:p></o:p></p></td>
  <td width=80 valign=top><p class=MsoNormal align=center>-<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=30><p class=MsoNormal>2<o:p></o:p></p></td>
  <td><p class=MsoNormal>День <del cite="mailto:x" datetime="2021-08-01T10:00">закритих </del><ins
  cite="mailto:x">відкритих </ins>дверей<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
  title=""><span class=MsoFootnoteReference>[1]</span></a><o:p></o:p></p></td>
  <td><p class=MsoNormal>Обізнаність<o:p></o:p></p></td>
  <td><p class=MsoNormal>20.08.2021<o:p></o:p></p></td>
  <td><p class=MsoNormal>-<o:p></o:p></p></td>
  <td><p class=MsoNormal>-<o:p></o:p></p></td>
  <td><p class=MsoNormal>Школярі<o:p></o:p></p></td>
  <td><p class=MsoNormal>Керівник апарату<o:p></o:p></p></td>
  <td><p class=MsoNormal>15<o:p></o:p></p></td>
 </tr>
</table>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText>[1] Примітка внизу</p></div></div>"""
    + _WORD_TAIL
)

#: Word: three paragraphs of a list, no table; its plain text has tabs behind the numbers.
WORD_LIST = (
    _WORD_HEAD
    + """
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>
Суддя<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>
Секретар<o:p></o:p></p>"""
    + _WORD_TAIL
)
WORD_LIST_TEXT = "1)\tСуддя\r\n2)\tСекретар\r\n"

CALC = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p {{ font-family:"Liberation Sans"; font-size:x-small }}
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="9" width="85"></colgroup>
	<tr>
		<td height="17" align="right" sdval="1" sdnum="1058;">1</td>
		<td align="left">Розміщення інформації<br>про роботу суду</td>
		<td align="left">Інформування  громадян</td>
		<td align="right" sdval="44421" sdnum="1058;1058;DD.MM.YYYY">13.08.2021</td>
		<td align="left"><a href="{SITE}">{SITE}</a></td>
		<td align="left">1<br><a href="{PAPER}">«Вісник»</a></td>
		<td align="left">Громадяни</td>
		<td align="left">Суддя-спікер&nbsp;Іваненко І. І.</td>
		<td align="left">-</td>
	</tr>
	<tr>
		<td height="17" align="right">2</td><td>День відкритих дверей</td><td>Обізнаність</td>
		<td>20.08.2021</td><td>-</td><td>-</td><td>Школярі</td><td>Керівник апарату</td><td>15</td>
	</tr>
</table>
</body>
</html>"""

WRITER = f"""<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head>
<body lang="uk-UA" link="#000080" vlink="#800000" dir="ltr">
<table width="100%" cellpadding="4" cellspacing="0">
	<col width="28*"/>
	<tr valign="top">
		<td width="11%" style="border: 1px solid #000000; padding: 0.1cm"><p class="western">1</p></td>
		<td><p class="western">Розміщення інформації</p>
			<p class="western">про роботу суду</p></td>
		<td><p class="western">Інформування&nbsp; громадян</p></td>
		<td><p class="western">13.08.2021</p></td>
		<td><p class="western"><a href="{SITE}">{SITE}</a></p></td>
		<td><p class="western">1</p><p class="western"><a href="{PAPER}">«Вісник»</a></p>
			<p class="western"><br/>

			</p></td>
		<td><p class="western">Громадяни</p></td>
		<td><p class="western">Суддя-спікер&nbsp;Іваненко І. І.</p></td>
		<td><p class="western">-</p></td>
	</tr>
	<tr valign="top">
		<td>2</td><td>День відкритих дверей</td><td>Обізнаність</td><td>20.08.2021</td><td>-</td><td>-</td>
		<td>Школярі</td><td>Керівник апарату</td><td>15</td>
	</tr>
</table>
</body></html>"""

GOOGLE_DOCS = f"""<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
id="docs-internal-guid-1b2c"><div dir="ltr" style="margin-left:0pt;" align="left"><table
style="border:none;border-collapse:collapse;"><colgroup><col width="40" /><col width="60" /></colgroup><tbody>
<tr style="height:0pt"><td style="border-left:solid #000000 1pt;"><p dir="ltr"
style="line-height:1.2;"><span style="font-size:11pt;white-space:pre;white-space:pre-wrap;">1</span></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">Розміщення інформації</span></p><p dir="ltr"><span
style="white-space:pre-wrap;">про роботу суду</span></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">Інформування  громадян</span></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">13.08.2021</span></p></td>
<td><p dir="ltr"><a href="{SITE}" style="text-decoration:none;"><span
style="white-space:pre-wrap;">{SITE}</span></a></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">1</span></p><p dir="ltr"><a href="{PAPER}"><span
style="white-space:pre-wrap;">«Вісник»</span></a></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">Громадяни</span></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">Суддя-спікер\u00a0Іваненко І. І.</span></p></td>
<td><p dir="ltr"><span style="white-space:pre-wrap;">-</span></p></td></tr>
<tr style="height:0pt"><td>2</td><td>День відкритих дверей</td><td>Обізнаність</td><td>20.08.2021</td>
<td>-</td><td>-</td><td>Школярі</td><td>Керівник апарату</td><td>15</td></tr>
</tbody></table></div></b><br class="Apple-interchange-newline">"""

GOOGLE_SHEETS = f"""<meta http-equiv="content-type"
content="text/html; charset=utf-8"><google-sheets-html-origin>
<style type="text/css"><!--td {{border: 1px solid #cccccc;}}br {{mso-data-placement:same-cell;}}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1"
data-sheets-root="1" style="table-layout:fixed;width:0px;border-collapse:collapse"><colgroup><col
width="100"/></colgroup><tbody><tr style="height:21px;"><td
style="overflow:hidden;" data-sheets-value="{{&quot;1&quot;:3,&quot;3&quot;:1}}">1</td><td
style="white-space:normal;">Розміщення інформації<br/>про роботу суду</td><td>Інформування&nbsp; громадян</td>
<td>13.08.2021</td><td><a class="in-cell-link" target="_blank" href="{SITE}">{SITE}</a></td>
<td>1<br/><a class="in-cell-link" href="{PAPER}">«Вісник»</a></td><td>Громадяни</td>
<td>Суддя-спікер&nbsp;Іваненко І. І.</td><td>-</td></tr>
<tr><td>2</td><td>День відкритих дверей</td><td>Обізнаність</td><td>20.08.2021</td><td>-</td><td>-</td>
<td>Школярі</td><td>Керівник апарату</td><td>15</td></tr></tbody></table></google-sheets-html-origin>"""

#: Chrome: part of a court's page, with layout, a script and relative links.
BROWSER = """Version:0.9
StartHTML:0000000185
EndHTML:0000001200
StartFragment:0000000221
EndFragment:0000001164
SourceURL:https://zr.dp.court.gov.ua/sud0000/news/
<html>
<body>
<!--StartFragment--><div class="page"><h2 style="display:block">Заходи суду</h2><script>var a="<td>";</script>
<table class="table"><thead><tr><th>Дата</th><th>Захід</th><th>Посилання</th></tr></thead><tbody>
<tr><td>13.08.2021</td><td><p>Брифінг&nbsp;</p><p>для ЗМІ <img alt="📌" src="https://x.example/p.png"></p></td>
<td><a href="../pres-centr/1/">докладніше</a></td></tr>
<tr><td rowspan="2">20.08.2021</td><td>Лекція</td><td><a href="mailto:inbox@zr.example">лист</a></td></tr>
<tr><td>Екскурсія <span style="display:none">приховано</span></td><td>&nbsp;</td></tr>
</tbody></table></div><!--EndFragment-->
</body>
</html>"""

#: Chrome: one linked headline.
LINK = f"""<html><body><!--StartFragment--><a href="{SITE}" style="font-size: 16px;">Суд провів брифінг</a>
<!--EndFragment--></body></html>"""
