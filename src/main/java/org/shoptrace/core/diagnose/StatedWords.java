package org.shoptrace.core.diagnose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// The words by which a query says what a product is to be: those of its words that the target has in title, variants or attributes. What
/// the query paraphrases, which no product has literally, is none of them, and neither is how it asks, nor what it says of money.
final class StatedWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}.]+|\\.(?!\\p{N})|(?<!\\p{N})\\.");
    private static final Pattern TERMS = Pattern.compile("(?i)\\n\\s*\\n\\s*my budget\\b");
    private static final Set<String> FILLING = stems(Stream.of("""
            a an and any are as at available be below between both buy by can cash cod color colour could delivery do each either find \
            first for fourth free from get good has have high i im in is it item items its last lazflash lazmall less like looking made \
            me more must my need needed new of off offers official on one only option options or other over peso pesos php please price \
            priced product products quality sale second sell seller sells set shipping shop shops should show size so some store style \
            suitable than that the their them there these they third this to too two type under up use want was we what where which \
            will with within would you your above"""));

    /// As the query writes them, by their stems.
    private final SequencedMap<String, String> words;

    private StatedWords(SequencedMap<String, String> words) {
        this.words = words;
    }

    /// @param target the reward's product; empty when the catalogue lacks it, and only what the reward states is known of it
    static StatedWords of(Task task, Reward reward, Optional<Product> target) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        words(TERMS.split(task.query(), 2)[0]).filter(word -> !FILLING.contains(stem(word)))
                .forEach(word -> words.putIfAbsent(stem(word), word));
        Stream<String> known = Stream.concat(
                RewardChecks.stated(task, reward).titles().stream(), target.stream().flatMap(StatedWords::names));
        words.keySet().retainAll(stems(known));
        return new StatedWords(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The words that a product has nowhere, its description included.
    List<String> lackedBy(Product product) {
        Set<String> has = stems(texts(product));
        return words.entrySet().stream().filter(word -> !has.contains(word.getKey())).map(Map.Entry::getValue).toList();
    }

    /// What says what it is.
    private static Stream<String> names(Product product) {
        return Stream.concat(Stream.of(product.title()), product.attributes().values().stream().flatMap(List::stream));
    }

    private static Stream<String> texts(Product product) {
        return Stream.of(
                names(product),
                product.variants().stream().flatMap(variant -> variant.options().values().stream()),
                Stream.of(product.brand(), product.category(), product.description(), product.shortDescription(), product.specification()))
                .flatMap(texts -> texts);
    }

    private static Set<String> stems(Stream<String> texts) {
        return texts.flatMap(StatedWords::words).map(StatedWords::stem).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT))).filter(word -> word.length() > 1);
    }

    /// A plural as its singular.
    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
