package org.shoptrace.core.grounding;

import java.util.List;
import java.util.Optional;

/// A key of an attribute or of a variant, or what an agent calls one.
///
/// @param words   all of it, in the form of [WordForms]
/// @param meaning the words of it that mean something
/// @param family  what it is one name of
record Key(List<String> words, List<String> meaning, Optional<Family> family) {
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
        if (words.equals(said.words) || meaning.equals(said.meaning)) {
            return true;
        }
        if (family.isPresent() && family.equals(said.family)) {
            return true;
        }
        return !said.meaning.isEmpty() && meaning.size() > said.meaning.size()
                && meaning.getLast().equals(said.meaning.getLast())
                && meaning.containsAll(said.meaning);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
