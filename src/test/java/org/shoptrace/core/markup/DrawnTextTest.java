package org.shoptrace.core.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts as they are drawn, and where their places are by then.
class DrawnTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain last", "two\nlines", "žluťoučký שלום 😀", "👩🏽‍🚀 กระเป๋า e\u0301", "a\u00A0b\u200Bc\u00ADd"})
    void whatCanBeDrawnStaysTheSameText(String text) {
        assertSame(text, DrawnText.of(text));
    }

    @Test
    void tabsReachTheNextStop() {
        assertEquals("a   b", DrawnText.of("a\tb"));
        assertEquals("def f:\n    if x:\n        return", DrawnText.of("def f:\n\tif x:\n\t\treturn"));
        assertEquals("abcd    e", DrawnText.of("abcd\te"));
        assertEquals("😀   e", DrawnText.of("😀\te"));
    }

    @Test
    void everyLineEndIsOneLineBreak() {
        assertEquals("a\nb\nc\n\nd\ne\nf\ng\nh", DrawnText.of("a\r\nb\rc\r\rd\u2028e\u2029f\fg\u0085h"));
    }

    @Test
    void whatNobodyCanDrawIsTheReplacementCharacter() {
        assertEquals("� this", DrawnText.of("\uD83D this"));
        assertEquals("this �", DrawnText.of("this \uDE00"));
        assertEquals("end �", DrawnText.of("end \uD83D"));
        assertEquals("��[31mred��", DrawnText.of("\u0000\u001B[31mred\u007F\u0090"));
        assertEquals("���", DrawnText.of("\uFFFE\uFDD0\uD83F\uDFFE"));
    }

    @Test
    void whatTurnsTextAroundIsShownAsWhatItIs() {
        assertEquals("a[U+2066]b[U+2069][U+061C][U+202E]", DrawnText.of("a\u2066b\u2069\u061C\u202E"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 4", "3, 5", "4, 5", "5, 6", "6, 7", "7, 15", "8, 16"})
    void placesAreTranslatedIntoEachOther(int source, int drawn) {
        DrawnText text = DrawnText.mapped("a\tb\r\ncd\u202Ee".replace("cd", "c"));
        assertEquals("a   b\nc[U+202E]e", text.text());
        assertEquals(drawn, text.drawnAt(source), "to the drawn text");
        // Of CR LF, which are one break, the second is meant.
        assertEquals(source == 3 ? 4 : source, text.sourceAt(drawn), "and back");
    }

    @Test
    void aPlaceInsideWhatBecameLongerIsThatOfItsCharacter() {
        DrawnText text = DrawnText.mapped("a\tb");
        assertEquals(1, text.sourceAt(2));
        assertEquals(1, text.sourceAt(3));
        assertEquals(2, text.sourceAt(4));
        assertEquals(3, text.sourceAt(5));
    }

    @Test
    void aFieldOfOneLineHasSpaces() {
        assertEquals("a b c d", DrawnText.line("a\nb\tc\r\nd").text());
        assertEquals("a b c d", DrawnText.unbroken("a\nb\tc\r\nd"));
        assertEquals("half \uD83D", DrawnText.unbroken("half \uD83D"), "the other half may be typed next");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "blue canvas tote | blue\\ncanvas\\ttote", "blue canvas tote red | blue\\ncanvas\\ttote red",
                    "blues canvas tote | blues\\ncanvas\\ttote", "blue canva tote | blue\\ncanva\\ttote",
                    "bluecanvas tote | bluecanvas\\ttote",
                    "blue  canvas tote | blue\\n canvas\\ttote", "blue | blue", "tote | tote", "other | other"})
    void whatAnEditDidNotTouchStaysAsItWasRecorded(String now, String kept) {
        assertEquals(kept.translateEscapes(), DrawnText.line("blue\ncanvas\ttote").edited(now));
    }

    @Test
    void aLineEndOfTwoCharactersIsEditedWhole() {
        DrawnText recorded = DrawnText.line("a\r\nb\u202Ec");
        assertEquals("a b[U+202E]c", recorded.text());
        assertEquals("ab\u202Ec", recorded.edited("ab[U+202E]c"));
        assertEquals("ax\r\nb\u202Ec", recorded.edited("ax b[U+202E]c"));
        assertEquals("a\r\nb[U+02E]c", recorded.edited("a b[U+02E]c"));
    }

    @Test
    void whatIsDrawnIsDrawnTheSameAgain() {
        String once = DrawnText.of("a\t\uD83D\r\n\u202E\u0007");
        assertSame(once, DrawnText.of(once));
        assertTrue(once.length() > 6);
    }
}
