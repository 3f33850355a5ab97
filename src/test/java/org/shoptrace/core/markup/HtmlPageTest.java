package org.shoptrace.core.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlPageTest {
    private static final String HARMFUL = "</title><script>alert('1')</script>\" onload=\"x \u0000\u001B \u202Ex";

    @Test
    void aPageIsWellFormedAndItsPolicyLetsNothingAct() throws Exception {
        HtmlPage page = new HtmlPage(HARMFUL, "p{color:red}");
        page.body().element("p", HARMFUL, "title", HARMFUL);
        String text = page.text();
        assertTrue(text.startsWith("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"), text);
        assertTrue(text.contains("default-src 'none'; style-src 'unsafe-inline'"));
        assertFalse(text.contains("<script"), "text stays text");
        assertFalse(text.chars().anyMatch(c -> c == 0 || c == 0x1B), "control characters have no place in HTML");
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.replaceFirst("<!DOCTYPE html>\n", ""))));
        assertEquals(1, document.getElementsByTagName("p").getLength());
        assertTrue(document.getElementsByTagName("title").item(0).getTextContent().endsWith("[U+202E]x"));
    }

    @Test
    void lineEndsOfEveryKindAreLineBreaksInAPage() {
        HtmlPage page = new HtmlPage("a\r\nb", "p{color:red}");
        page.body().element("p", "one\r\ntwo\rthree\u2028four", "title", "five\r\nsix");
        String text = page.text();
        assertTrue(text.contains("<p title=\"five\nsix\">one\ntwo\nthree\nfour</p>"), text);
        assertFalse(text.contains("\uFFFD"), text);
    }
}
