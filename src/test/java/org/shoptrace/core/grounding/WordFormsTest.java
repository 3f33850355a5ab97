package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is the same in other spellings.
class WordFormsTest {
    @ParameterizedTest
    @CsvSource({
            "Cotton-Blend, cotton blend", "eu:40, EU 40", "12GB, 12 gb", "10 to 10.9 inches, 10-10.9 inch", "XXL, 2XL", "extra-large, xl",
            "colours, color", "21.30, 21.3", "crème, creme", "gray, grey", "50 ML, 50ml", "women's, woman", "two pins, 2 pin",
            "6 pcs, 6pc", "long-sleeved, long sleeves", "１２ cm, 12 cm", "٣, 3",
            "５ＧＢ, 5 gb", "ｂｌｕｅ, blue", "10㎝, 10 cm", "𝟏𝟐, 12"})
    void twoSpellingsAreOne(String one, String other) {
        assertEquals(WordForms.forms(other), WordForms.forms(one));
    }

    @ParameterizedTest
    @CsvSource({"eu:40, eu:42", "red, reddish", "12 gb, 128 gb", "glass, glasses", "leather, non-leather"})
    void twoWordsAreNot(String one, String other) {
        assertFalse(WordForms.forms(one).equals(WordForms.forms(other)));
    }

    @Test
    void aWordKeepsItsPlace() {
        WordForms.Word word = WordForms.of("It is **White**.").plain().getLast();
        assertEquals("white", word.form());
        assertEquals("White", "It is **White**.".substring(word.start(), word.end()));
    }

    @Test
    void keysOfOneFamilyAreOne() {
        assertTrue(Key.of("color_family").isMeantBy(Key.of("Colour")));
        assertTrue(Key.of("color").isMeantBy(Key.of("bedding color")));
        assertTrue(Key.of("bedding_size_2").isMeantBy(Key.of("bedding size")));
        assertTrue(Key.of("m_top_neckline").isMeantBy(Key.of("neckline")));
        assertTrue(Key.of("material_filter").isMeantBy(Key.of("upper")));
        assertFalse(Key.of("brand_compatibility").isMeantBy(Key.of("brand")));
        assertFalse(Key.of("type_of_heels").isMeantBy(Key.of("heel height")));
        assertFalse(Key.of("movement_country").isMeantBy(Key.of("movement")));
    }
}
