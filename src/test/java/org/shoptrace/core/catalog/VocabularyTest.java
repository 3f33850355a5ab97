package org.shoptrace.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.catalog.Vocabulary.Fact;
import org.shoptrace.core.catalog.Vocabulary.ProductType;

/// The vocabulary that the program carries is of one piece.
class VocabularyTest {
    private static final Vocabulary VOCABULARY = VocabularyReader.read();
    private static final List<ProductType> TYPES = VOCABULARY.families().stream().flatMap(family -> family.types().stream()).toList();

    @Test
    void itHasTenFamiliesAndMore() {
        assertTrue(VOCABULARY.families().size() >= 10);
        assertEquals(1, VOCABULARY.families().stream().filter(Vocabulary.Family::themed).count());
    }

    @Test
    void aCategorysLeafTellsTheType() {
        assertEquals(TYPES.size(), TYPES.stream().map(ProductType::leaf).distinct().count());
        ProductType first = TYPES.getFirst();
        assertEquals(Optional.of(first), VOCABULARY.typeOf("Anything > " + first.leaf()));
        assertEquals(Optional.empty(), VOCABULARY.typeOf("Anything > Else"));
    }

    @Test
    void everyAttributeHasAPhraseAndEveryPhraseAnAttribute() {
        Set<String> keys = new HashSet<>(Set.of("brand"));
        TYPES.forEach(type -> keys.addAll(type.options().keySet()));
        TYPES.forEach(type -> keys.addAll(type.attributes().keySet()));
        assertEquals(keys, VOCABULARY.keyPhrases().keySet());
        assertTrue(keys.containsAll(VOCABULARY.keySpellings().keySet()), "a spelling of a key that no type has");
        assertTrue(VOCABULARY.keyPhrases().values().stream().allMatch(phrase -> phrase.contains("{}")));
    }

    @Test
    void everyOtherWordForAValueIsForAValueThatOccurs() {
        Set<String> values = new HashSet<>();
        TYPES.forEach(type -> Stream.concat(type.options().values().stream(), type.attributes().values().stream())
                .forEach(values::addAll));
        assertTrue(values.containsAll(VOCABULARY.valuePhrases().keySet()), () -> missing(VOCABULARY.valuePhrases().keySet(), values));
        assertTrue(values.containsAll(VOCABULARY.valueSpellings().keySet()), () -> missing(VOCABULARY.valueSpellings().keySet(), values));
    }

    @Test
    void usersSayAValueInTheShopsSpellingOrInTheirOwnWords() {
        assertEquals("in grey", VOCABULARY.say("color family", "grey"));
        assertEquals(Optional.of("extra large"), VOCABULARY.valuePhrase("x-large"));
        assertEquals(Optional.empty(), VOCABULARY.valuePhrase("grey"));
    }

    @Test
    void anAnswerIsToldByItsPagesAndNotByItsQuestion() {
        for (Fact fact : VOCABULARY.facts()) {
            assertTrue(!fact.question().contains(fact.answer()), fact.question());
            assertTrue(fact.pages().stream().allMatch(page -> page.content().contains(fact.answer())), fact.answer());
        }
    }

    private static String missing(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(word -> !there.contains(word)).toList().toString();
    }
}
