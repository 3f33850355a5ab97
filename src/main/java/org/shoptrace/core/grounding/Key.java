package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key of an attribute or of a variant, or what an agent calls one.
///
/// @param words   all of it, in the form of [WordForms]
/// @param meaning the words of it that mean something
/// @param family  what it is one name of
record Key(List<String> words, List<String> meaning, Optional<Family> family) {
    /// What a key ends with that several kinds of goods have, to say for which.
    private static final Set<String> GOODS = Set.of(
            "skin", "hair", "body", "oral", "care", "supplement", "stuffed", "toy", "baby", "clothing", "dog", "cat", "food", "sauce");

    Key {
        words = List.copyOf(words);
        meaning = List.copyOf(meaning);
    }

    static Key of(String text) {
        return of(WordForms.forms(text.replace('_', ' ')));
    }

    static Key of(List<String> words) {
        return new Key(words, Family.meaning(words), Family.of(words));
    }

    /// Whether a catalogue's key says the same thing as what an agent wrote: one family, the same words, or the words that a longer key
    /// ends with (`neckline` for `m_top_neckline`).
    boolean isMeantBy(Key said) {
        if (words.equals(said.words) || Set.copyOf(meaning).equals(Set.copyOf(said.meaning))) {
            return true;
        }
        if (family.isPresent() && family.equals(said.family)) {
            return true;
        }
        if (said.meaning.isEmpty()) {
            return false;
        }
        boolean glued = said.meaning.size() > 1 && String.join("", meaning).endsWith(String.join("", said.meaning));
        boolean ends = meaning.size() > said.meaning.size()
                && meaning.getLast().equals(said.meaning.getLast())
                && meaning.containsAll(said.meaning);
        return glued || ends || beginsAs(said);
    }

    /// Whether it is what was said of a kind of goods: `concern_hair_care`, `formulation_supplement`.
    private boolean beginsAs(Key said) {
        int size = said.meaning.size();
        return meaning.size() > size && meaning.subList(0, size).equals(said.meaning)
                && GOODS.containsAll(meaning.subList(size, meaning.size()));
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
