package org.shoptrace.core.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.grounding.WordForms.Word;
import org.shoptrace.model.finding.Claim;

/// The words of a sentence in prose, and which of them are taken for a value by now: a word is part of one claim.
final class ProseWords {
    private final Found found;
    private final KeyedClaims keyed;
    private final List<Word> words;
    private final List<String> forms;
    private final Set<Integer> taken = new HashSet<>();

    /// @param keyed what values with a key and a colon have, which is theirs
    ProseWords(Found found, KeyedClaims keyed) {
        this.found = found;
        this.keyed = keyed;
        this.words = found.sentence().words().plain();
        this.forms = found.sentence().words().forms();
    }

    Found found() {
        return found;
    }

    List<Word> words() {
        return words;
    }

    /// The plain forms of [#words], in their order.
    List<String> forms() {
        return forms;
    }

    /// Whether a word is no part of a claim yet.
    boolean isFree(int at) {
        return !taken.contains(at) && !keyed.covers(words.get(at).start());
    }

    /// Takes the words of a range of the text, from its first character to behind its last.
    void take(int[] range) {
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).start() >= range[0] && words.get(at).end() <= range[1]) {
                taken.add(at);
            }
        }
    }

    /// The word so many before; empty text where there is none.
    String before(int at, int back) {
        return at - back >= 0 ? forms.get(at - back) : "";
    }

    /// The word so many behind; empty text where there is none.
    String behind(int end, int on) {
        return end + on < forms.size() ? forms.get(end + on) : "";
    }

    /// Whether a line of a list begins there: `- red phone case`.
    boolean isFirstOfItem(int at) {
        return at == 0 && found.sentence().isItem() && found.sentence().number() == 0;
    }

    /// States a value of the words from `at` on, and takes them.
    void state(Key key, Family family, int at, List<String> value) {
        Key said = key.family().equals(Optional.of(family)) ? key : new Key(key.words(), key.meaning(), Optional.of(family));
        state(said, at, at + value.size(), value);
    }

    void state(Key said, int at, int end, List<String> value) {
        int start = words.get(at).start();
        int stop = words.get(end - 1).end();
        if (!found.states(start)) {
            return;
        }
        for (int each = at; each < end; each++) {
            taken.add(each);
        }
        Assertion assertion = KeyedClaims.statement(
                said, found.productsAt(start, stop), found.text().substring(start, stop), value, Negation.denies(found.text(), start));
        found.add(assertion.kind() == Claim.Kind.BRAND ? assertion.of(item -> KeyedClaims.has(item, said, value)) : assertion);
    }
}
