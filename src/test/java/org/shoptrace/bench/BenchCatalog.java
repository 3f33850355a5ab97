package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// A large catalogue of invented words whose frequencies follow Zipf's law, so that common queries match a large part of it.
/// Deterministic: product `i` is the same in every run.
final class BenchCatalog {
    private static final int VOCABULARY = 60_000;
    private static final int SHOPS = 12;
    private static final String[] SYLLABLES = {
            "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "xe", "zi", "cor", "del", "fin",
            "gam", "lin", "mer"
    };

    private final List<String> words = new ArrayList<>(VOCABULARY);
    private final double[] cumulative = new double[VOCABULARY];
    private final int size;

    BenchCatalog(int size) {
        this.size = size;
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            words.add(word(i));
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
    }

    int size() {
        return size;
    }

    /// The catalogue's file, written when it is not there yet.
    Path file() throws Exception {
        Path file = Path.of("target", "bench", "documents-" + size + ".jsonl");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            try (DocumentWriter writer = new DocumentWriter(partial)) {
                for (int i = 0; i < size; i++) {
                    writer.write(Document.of(product(i)));
                }
            }
            Files.move(partial, file);
        }
        return file;
    }

    /// Product `i`, in JSON some two kilobytes with its searchable text.
    Product product(int i) {
        SplittableRandom random = new SplittableRandom(31L * i + 7);
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        for (int a = 0; a < 4; a++) {
            attributes.put(sentence(random, 1) + a, List.of(sentence(random, 2)));
        }
        List<Variant> variants = new ArrayList<>();
        for (int v = 1; v <= 3; v++) {
            SequencedMap<String, String> options = new LinkedHashMap<>();
            options.put("color_family", sentence(random, 1));
            options.put("size", sentence(random, 1));
            variants.add(new Variant(Integer.toString(v), options));
        }
        List<String> services = Arrays.stream(Service.values()).filter(_ -> random.nextBoolean()).map(Service::wireName).toList();
        return new Product(
                Long.toString(100_000_000L + Math.floorMod(i * 2_654_435_761L, 4_000_000_000L)),
                Integer.toString(7000 + random.nextInt(SHOPS)),
                sentence(random, 1),
                sentence(random, 2),
                sentence(random, 10 + random.nextInt(10)),
                sentence(random, 25),
                sentence(random, 120),
                sentence(random, 20),
                new Json.Num(String.format(Locale.ROOT, "%.2f", 10 * Math.exp(4 * random.nextDouble() + 1))),
                Json.Num.of(random.nextInt(5_000)),
                variants,
                attributes,
                services,
                "https://example.org/" + i + ".jpg",
                "https://example.org/" + i);
    }

    private String sentence(SplittableRandom random, int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble(cumulative[VOCABULARY - 1]));
            sentence.append(i == 0 ? "" : " ").append(words.get(at < 0 ? -at - 1 : at));
        }
        return sentence.toString();
    }

    /// Word `i`: its number in base 24, a syllable a digit, at least two of them.
    private static String word(int i) {
        StringBuilder word = new StringBuilder();
        for (int rest = i + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
