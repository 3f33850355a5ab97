package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.WordForms.Word;

/// Finds the products that a sentence names by words of their titles.
final class Titles {
    private static final int WORDS_THAT_ARE_A_TITLE = 4;
    private static final int RARE = 4;
    private static final Pattern DEFINITE = Pattern.compile("(?i)\\b(?:the|this|that|these|those|your|my)\\s+(?:[\\w'’-]+\\s+){0,3}?$");

    private static final Pattern CONNECTOR = Pattern.compile("[:=|]");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_/&-]++");
    private static final int WORDS_OF_A_KEY = 4;

    /// As far as the words that point at something stand before it.
    private static final int BACK = 100;

    private static final Pattern BEHIND_A_NAME = Pattern.compile("\\s[-–—]\\s|\\(|\\||[:,]\\s|:$");

    /// What is said of every product, and names none.
    private static final Set<String> SHOPPING = Set.of(
            "sold", "sale", "sell", "selling", "seller", "price", "cost", "peso", "php", "shop", "store", "stock", "order", "shipping",
            "delivery", "voucher", "discount", "budget", "total", "buy", "cheap", "official", "service", "rating", "review", "cash");

    private final Shelf shelf;
    private final Map<String, Set<String>> byWord = new HashMap<>();
    private int read;

    Titles(Shelf shelf) {
        this.shelf = shelf;
    }

    private record Named(Set<Integer> places, double weight) {}

    /// The product that the sentence names best; none when its words fit none well, or several alike of which none is likelier.
    ///
    /// @param focus what the text speaks of so far, meant where the words fit it as well
    /// @param known those that it has named and those that are recommended: of another than these a single word is no name
    /// @param clause where in the sentence
    Optional<Mention> find(Sentence sentence, List<String> focus, Collection<String> known, Clauses.Clause clause)
            throws ShoptraceException {
        update();
        List<Word> words = sentence.words().plain();
        Map<String, Set<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at++) {
            String form = words.get(at).form();
            if (form.length() < 3 || Forms.IDLE.contains(form) || SHOPPING.contains(form) || Family.isWord(form) || words.get(at).isNumber()
                    || !clause.holds(words.get(at).start())) {
                continue;
            }
            for (String id : byWord.getOrDefault(form, Set.of())) {
                places.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(at);
            }
        }
        Map<String, Named> named = new LinkedHashMap<>();
        double best = 0;
        for (Map.Entry<String, Set<Integer>> each : places.entrySet()) {
            double weight = weight(words, each.getValue());
            named.put(each.getKey(), new Named(each.getValue(), weight));
            best = Math.max(best, weight);
        }
        double most = best;
        Set<String> fitting = new LinkedHashSet<>();
        named.forEach((id, each) -> {
            if (each.weight() > most - 1e-9) {
                fitting.add(id);
            }
        });
        Optional<String> meant = focus.size() == 1 && fitting.contains(focus.getFirst())
                ? Optional.of(focus.getFirst())
                : shelf.likeliest(fitting);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Named how = named.get(meant.get());
        if (how != null && how.places().size() == 1 && !focus.isEmpty() && !focus.contains(meant.get()) && !known.contains(meant.get())) {
            return Optional.empty();
        }
        return how != null && isName(sentence, words, how, fitting.size())
                ? Optional.of(new Mention(
                        List.of(meant.get()), words.get(how.places().stream().min(Integer::compare).orElse(0)).start(),
                        words.get(how.places().stream().max(Integer::compare).orElse(0)).end(), Mention.How.TITLE))
                : Optional.empty();
    }

    private double weight(List<Word> words, Set<Integer> places) {
        double weight = 0;
        Set<String> counted = new HashSet<>();
        for (int at : places) {
            if (counted.add(words.get(at).form())) {
                weight += 1.0 / Math.sqrt(byWord.getOrDefault(words.get(at).form(), Set.of()).size());
            }
        }
        return weight;
    }

    /// Words are a name when they are many and stand together, or when the sentence points at something by a word that few titles have.
    private boolean isName(Sentence sentence, List<Word> words, Named named, int fitting) {
        List<Integer> places = new ArrayList<>(named.places());
        places.sort(Integer::compare);
        int run = 1;
        int longest = 1;
        for (int at = 1; at < places.size(); at++) {
            run = places.get(at) - places.get(at - 1) <= 2 ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        if (isHeadline(sentence, words, named)) {
            return true;
        }
        if (longest >= WORDS_THAT_ARE_A_TITLE || isKeyed(sentence.text())) {
            return longest >= WORDS_THAT_ARE_A_TITLE;
        }
        for (int place : places) {
            Word word = words.get(place);
            String text = sentence.text();
            boolean name = Character.isUpperCase(text.charAt(word.start())) && word.start() > 0;
            boolean definite = DEFINITE.matcher(text.substring(Math.max(0, word.start() - BACK), word.start())).find();
            int titles = byWord.getOrDefault(word.form(), Set.of()).size();
            if ((titles <= RARE && (definite || (name && longest > 1))) || (definite && fitting <= RARE)) {
                return true;
            }
        }
        return false;
    }

    /// What stands behind a key is its value, and no name.
    private static boolean isKeyed(String text) {
        Matcher connector = CONNECTOR.matcher(text);
        while (connector.find()) {
            long words = WORDS.matcher(text.substring(0, connector.start())).results().limit(WORDS_OF_A_KEY + 1L)
                    .filter(each -> each.group().codePoints().anyMatch(Character::isLetterOrDigit)).count();
            if (words > 0) {
                return words <= WORDS_OF_A_KEY && !text.substring(connector.end()).isBlank();
            }
        }
        return false;
    }

    /// Whether a bold or numbered line is made of words of the title: `2. Maria challis blouse - 261 PHP`.
    private static boolean isHeadline(Sentence sentence, List<Word> words, Named named) {
        boolean bold = sentence.span().quote().contains("**") || sentence.span().quote().startsWith("#");
        if (!(bold || sentence.number() > 0) || isKeyed(sentence.text())) {
            return false;
        }
        Matcher behind = BEHIND_A_NAME.matcher(sentence.text());
        int end = behind.find() ? behind.start() : sentence.text().length();
        int all = 0;
        int held = 0;
        for (int at = 0; at < words.size() && words.get(at).start() < end; at++) {
            boolean counts = words.get(at).form().length() > 2 && !Forms.IDLE.contains(words.get(at).form());
            all += counts ? 1 : 0;
            held += counts && named.places().contains(at) ? 1 : 0;
        }
        return held == all && held >= (sentence.number() > 0 ? 2 : 3);
    }

    private void update() throws ShoptraceException {
        if (read == shelf.shownIds().size()) {
            return;
        }
        List<String> ids = new ArrayList<>(shelf.shownIds());
        for (String id : ids.subList(read, ids.size())) {
            for (String word : shelf.titleWords(id)) {
                byWord.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(id);
            }
        }
        read = ids.size();
    }
}
