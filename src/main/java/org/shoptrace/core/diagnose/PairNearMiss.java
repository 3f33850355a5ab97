package org.shoptrace.core.diagnose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.finding.NearMiss;

/// How nearly a product misses a stated (key, value) pair.
///
/// @param actual what it has instead, as `key: value`
record PairNearMiss(NearMiss.Kind kind, String actual) {
    private static final int LETTERS_PER_SLIP = 4;

    /// Empty when the product has nothing like the pair. Of several the nearest: the pair in another variant, the value spelt otherwise,
    /// the value under another key or the key spelt otherwise.
    static Optional<PairNearMiss> of(String key, String value, Product product) {
        SequencedMap<String, Set<String>> values = new LinkedHashMap<>();
        for (Variant variant : product.variants()) {
            if (value.equals(variant.options().get(key))) {
                String actual = "variant " + variant.number() + " has " + key + ": " + value;
                return Optional.of(new PairNearMiss(NearMiss.Kind.OTHER_VARIANT, actual));
            }
            variant.options().forEach((k, v) -> values.computeIfAbsent(k, _ -> new LinkedHashSet<>()).add(v));
        }
        product.attributes().forEach((k, v) -> values.computeIfAbsent(k, _ -> new LinkedHashSet<>()).addAll(v));
        for (String spelt : values.getOrDefault(key, Set.of())) {
            if (isSpelling(value, spelt)) {
                return Optional.of(new PairNearMiss(NearMiss.Kind.SPELLING, key + ": " + spelt));
            }
        }
        for (Map.Entry<String, Set<String>> other : values.entrySet()) {
            for (String same : other.getKey().equals(key) ? Set.<String>of() : other.getValue()) {
                if (!plain(value).isEmpty() && plain(same).equals(plain(value))) {
                    // A key that differs by a slip is no other key.
                    NearMiss.Kind kind = isSpelling(key, other.getKey()) ? NearMiss.Kind.SPELLING : NearMiss.Kind.ALIAS;
                    return Optional.of(new PairNearMiss(kind, other.getKey() + ": " + same));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether two different values differ by case, space, punctuation or a slip of a letter. Digits are no slips: 12 is not 13.
    static boolean isSpelling(String expected, String actual) {
        String a = plain(expected);
        String b = plain(actual);
        if (a.equals(b)) {
            return !a.isEmpty() && !expected.equals(actual);
        }
        boolean sameDigits = a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
        int slips = Math.min(2, Math.min(a.length(), b.length()) / LETTERS_PER_SLIP);
        return sameDigits && slips > 0 && Math.abs(a.length() - b.length()) <= slips && distance(a, b) <= slips;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// The edit distance in which two neighbouring letters that changed places are one slip, as `sliver` is of `silver`.
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
