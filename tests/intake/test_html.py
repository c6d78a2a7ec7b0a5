"""Pages: the article's text, and what the page says of itself, with where its date comes from."""

import pytest

from onrecord.errors import EmptyInput
from onrecord.intake import Known, from_bytes, from_text

BODY = (
    "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>Ministry plans cuts</h1>"
    "<p>The ministry said on Wednesday that it would reduce its staff from 5,200 to 3,000 by the end of September.</p>"
    "<p>“We have decided to act,” the minister told reporters. The unions said that they had not been asked.</p>"
    "<p>Parliament will vote on the plan next week, and the opposition has said that it will not support the cuts.</p>"
    "</article><footer>Copyright</footer>"
)


def page(head="", body=BODY):
    return f"<!DOCTYPE html><html lang='en'><head><title>Ministry plans cuts | Daily</title>{head}</head><body>{body}</body></html>"


def ld(text):
    return f'<script type="application/ld+json">{text}</script>'


META = '<meta property="article:published_time" content="2020-09-08T07:00:00Z">'
ARTICLE = ld(
    '{"@type": "NewsArticle", "datePublished": "2020-09-09T10:30:00+02:00", "headline": "Ministry &amp; cuts"}'
)

DATES = [
    # head, address, date, where it stands
    (ARTICLE + META, None, "2020-09-09T10:30:00+02:00", "json-ld"),  # JSON-LD before meta
    (META, None, "2020-09-08T07:00:00Z", "html-meta"),
    ('<meta itemprop="datePublished" content="2020-09-09">', None, "2020-09-09", "html-meta"),
    ('<meta name="DC.date.issued" content="September 9, 2020">', None, "2020-09-09", "html-meta"),
    (ld('[{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2020-09-09"}]}]'), None, "2020-09-09", "json-ld"),
    (ld('{"@type": "Comment", "datePublished": "2021-01-01"}') + META, None, "2020-09-08T07:00:00Z", "html-meta"),
    (ld('{"@type": "NewsArticle", "datePublished": "2020-09-09T10:30:00Z",}'), None, "2020-09-09T10:30:00Z", "json-ld"),  # broken
    (ld('{"@type": "NewsArticle", "datePublished": "soon"}') + META, None, "2020-09-08T07:00:00Z", "html-meta"),
    ('<meta property="article:modified_time" content="2020-09-11">', "https://example.org/2020/09/07/cuts", "2020-09-07", "url"),
    ("", "https://example.org/2020/09/07/cuts", "2020-09-07", "url"),
    ("", None, None, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "url", "published", "where"), DATES)
def test_dates(head, url, published, where):
    report = from_text(page(head), Known(url=url))
    assert (report.published, report.published_from) == (published, where)


def test_dates_in_the_body():
    stamped = BODY.replace(
        "<p>The", "<time itemprop='datePublished' datetime='2020-09-09T08:00Z'>Today</time><p>The", 1
    )
    report = from_text(page(body=stamped))
    assert (report.published, report.published_from) == ("2020-09-09T08:00Z", "html-meta")
    sent = BODY.replace("<p>The", "<p>ROME, Sept. 9, 2020 (AP) — The", 1)
    report = from_text(page(body=sent))
    assert (report.published, report.published_from) == ("2020-09-09", "dateline")
    assert report.dateline.agency == "Associated Press"
    assert report.text[report.dateline.start : report.dateline.end] == "ROME, Sept. 9, 2020 (AP) —"


def test_what_is_given_beats_the_page():
    known = Known(published="2020-09-10", title="Mine", outlet="Ours", url="https://example.org/mine")
    report = from_text(page(ARTICLE), known)
    assert (report.published, report.published_from) == ("2020-09-10", "given")
    assert (report.title, report.outlet, report.url) == ("Mine", "Ours", "https://example.org/mine")


def test_what_the_page_says():
    head = (
        '<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://example.org/cuts">'
        + ld(
            '{"@type": "NewsArticle", "headline": "Ministry plans &amp; cuts | The Daily", '
            '"author": [{"name": "Ann Lee and Bo Chan"}, "Cy Diaz"]}'
        )
    )
    report = from_text(page(head))
    assert (report.title, report.outlet) == ("Ministry plans & cuts", "The Daily")
    assert (report.url, report.authors) == ("https://example.org/cuts", ("Ann Lee", "Bo Chan", "Cy Diaz"))
    assert (report.language, report.media_type) == ("en", "text/html")


AUTHORS = [
    # what the page says, outlet, authors
    ('["Ann Lee", "Ann-Lee"]', "The Daily", ("Ann Lee",)),  # the tail of an address beside the name
    ('"ann-lee"', "The Daily", ("Ann Lee",)),
    ('"Anne-Marie Roux"', "The Daily", ("Anne-Marie Roux",)),  # a hyphen that belongs to the name
    ('["The Daily", "Ann Lee"]', "The Daily", ("Ann Lee",)),  # the outlet is nobody's author
]  # fmt: skip


@pytest.mark.parametrize(("said", "outlet", "authors"), AUTHORS)
def test_authors(said, outlet, authors):
    head = f'<meta property="og:site_name" content="{outlet}">' + ld(f'{{"@type": "NewsArticle", "author": {said}}}')
    assert from_text(page(head)).authors == authors


def test_the_text_is_the_article_in_paragraphs():
    text = from_text(page()).text
    assert "“We have decided to act,” the minister told reporters." in text
    assert "World" not in text
    assert "September.\n\n“We" in text


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_pages(encoding):
    data = page('<meta charset="iso-8859-1">').encode(encoding)
    assert "“We have decided to act,”" in from_bytes(data).text


KINDS = [
    # bytes, media type or suffix, what they are
    (page().encode(), None, "text/html"),
    (page().encode(), ".txt", "text/html"),  # a page saved under another name
    (b"<?xml version='1.0' encoding='utf-8'?>\n<!-- a page -->\n" + page().encode(), None, "text/html"),
    (BODY.encode(), ".html", "text/html"),  # a piece of a page
    (f"<p>{BODY}".encode(), None, "text/html"),
    (b"The bank closed on Monday, officials said.", ".html", "text/plain"),  # no mark-up in it
    (b"<3 is a heart, and 5 < 6, the bank said on Monday.", None, "text/plain"),
    (b"The tag <b> makes bold letters, the bank said on Monday.", None, "text/plain"),
    (page().encode("cp1252"), "text/html; charset=windows-1252", "text/html"),
]


@pytest.mark.parametrize(("data", "media_type", "kind"), KINDS)
def test_html_or_text(data, media_type, kind):
    assert from_bytes(data, Known(media_type=media_type)).media_type == kind


UNREADABLE = ["<html></html>", "<html><body><script>x = 1</script></body></html>", "<html><body>" + "<div>" * 100_000]


@pytest.mark.parametrize("source", UNREADABLE)
def test_pages_without_an_article(source):
    with pytest.raises(EmptyInput, match="no article"):
        from_text(source)


def test_nul_in_a_page():
    assert "minis\ufffdter" in from_text(page(body=BODY.replace("minister", "minis\0ter"))).text
