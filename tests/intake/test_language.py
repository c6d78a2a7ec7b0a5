"""Which language: English is never taken for another, and reports in others are told apart from it."""

import time

import pytest

from onrecord.intake.language import language_of

ENGLISH = [
    "The bank closed on Monday.",  # short
    "POLICE SAID ON MONDAY THAT THREE MEN WERE ARRESTED AFTER A SHOOTING NEAR THE AIRPORT IN THE NORTH OF THE CITY.",
    "police said on monday that three men were arrested after a shooting near the airport in the north of the city.",
    # names, hardly a verb
    "Squad: Hugo Lloris, Raphaël Varane, Lucas Hernández, Paul Pogba, N'Golo Kanté, Antoine Griezmann, Kylian Mbappé, "
    "Olivier Giroud, Ousmane Dembélé, Thomas Lemar, Corentin Tolisso, Steven Nzonzi, Blaise Matuidi, Adil Rami",
    "Kabul, Kandahar, Herat, Mazar-i-Sharif, Jalalabad, Kunduz, Ghazni, Lashkar Gah, Taloqan, Puli Khumri, Sheberghan",
    # foreign words in English
    "Der Spiegel and Le Monde reported that the Bundeswehr and the Armée de l'air would leave Mali by the end of the year.",
    # terse: no article, no verb form
    "Dow falls 340 points amid unemployment, retail sales rates news; S&P 500, Nasdaq lower, crude futures rise 2 pct",
    "Apple unveils iPod nano",
    "Visit http://www.example.de/nachrichten/politik-und-wirtschaft or write to redaktion@beispiel.de for the full text.",
    "12 34 56",
    "",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_raises_no_alarm(text):
    assert language_of(text) in ("en", None)


FOREIGN = {
    "de": "Die Bundesregierung will die Zahl ihrer Soldaten im Irak verringern. Das teilte ein Sprecher am Mittwoch in "
    "Berlin mit. Bis Ende September sollen 200 von ihnen zurückkehren.",
    "fr": "Le gouvernement a annoncé mercredi une réduction du nombre de soldats déployés au Sahel. Selon le ministre, "
    "près de 2 000 hommes rentreront avant la fin de l'année. L'opposition a salué cette décision.",
    "es": "El Gobierno anunció el miércoles que retirará a sus soldados del país antes de fin de año. Según el ministro, "
    "unos 300 militares volverán en septiembre. La oposición celebró la medida.",
    "ar": "قال وزير الدفاع يوم الأربعاء إن القوات ستغادر البلاد قبل نهاية العام. وأضاف أن عدد الجنود سينخفض إلى ثلاثة "
    "آلاف. ورحبت الأمم المتحدة بالقرار.",
    "ru": "Министр обороны заявил в среду, что войска покинут страну до конца года. По его словам, останутся три тысячи "
    "военных. Оппозиция поддержала это решение.",
    "zh": "国防部长星期三表示，军队将在年底前离开该国。他说，将有三千名士兵留下。联合国对这一决定表示欢迎。",
    "tr": "Savunma bakanı çarşamba günü birliklerin yıl sonuna kadar ülkeden ayrılacağını açıkladı. Bakana göre üç bin "
    "asker görevde kalacak. Muhalefet kararı olumlu karşıladı.",
    "nl": "De regering wil het aantal militairen in Irak dit jaar verminderen. Dat zei de minister woensdag in Den Haag. "
    "Tot eind september keren er ongeveer tweehonderd terug naar huis.",
    "id": "Menteri pertahanan mengatakan pada hari Rabu bahwa pasukan akan meninggalkan negara itu sebelum akhir tahun. "
    "Sekitar tiga ribu tentara akan tetap bertugas. Oposisi menyambut baik keputusan tersebut.",
    "it": "Il governo ha annunciato mercoledì il ritiro dei militari dal paese entro la fine dell'anno. Secondo il "
    "ministro resteranno circa tremila soldati. L'opposizione ha accolto con favore la decisione.",
    "pt": "O governo anunciou na quarta-feira que vai retirar os seus militares do país até ao fim do ano. Segundo o "
    "ministro, cerca de três mil soldados vão ficar. A oposição saudou a decisão.",
    "pl": "Rząd ogłosił w środę, że do końca roku wycofa swoich żołnierzy z kraju. Według ministra zostanie około trzech "
    "tysięcy wojskowych. Opozycja z zadowoleniem przyjęła tę decyzję.",
    "sv": "Regeringen meddelade på onsdagen att soldaterna ska lämna landet före årets slut. Enligt ministern blir "
    "omkring tre tusen kvar. Oppositionen välkomnade beslutet.",
    "ja": "防衛大臣は水曜日、年末までに部隊が国を離れると述べた。三千人の兵士が残るという。野党はこの決定を歓迎した。",
    "uk": "Міністр оборони заявив у середу, що війська залишать країну до кінця року. За його словами, залишаться три "
    "тисячі військових. Опозиція підтримала це рішення.",
    "he": "שר הביטחון אמר ביום רביעי כי הכוחות יעזבו את המדינה עד סוף השנה. לדבריו יישארו שלושת אלפים חיילים.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_foreign_reports_are_told(language):
    assert language_of(FOREIGN[language]) == language
    assert language_of(FOREIGN[language].upper()) not in ("en", None)
    assert language_of(FOREIGN[language] * 100) == language


def test_only_a_sample_is_judged():
    long = "The minister said that they would leave by the end of the year. " * 100_000
    started = time.perf_counter()
    assert language_of(long) == "en"
    assert time.perf_counter() - started < 0.1
