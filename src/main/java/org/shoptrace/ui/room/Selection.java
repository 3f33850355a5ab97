package org.shoptrace.ui.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;

/// What to select in a screen before it is pictured: `run=3,step=2`, `task=5`, `product=4938874422` or `page=compare`, as the features
/// say. Then the commands of the screen that are given, in order, by their ids: `run=3,step=2,do=what-if`.
///
/// @param values by their keys
/// @param does   ids of commands
public record Selection(Map<String, String> values, List<String> does) {
    public static final Selection NOTHING = new Selection(Map.of(), List.of());

    private static final String COMMAND = "do";
    private static final String NUMBER = "N";

    public Selection {
        values = Map.copyOf(values);
        does = List.copyOf(does);
    }

    /// Whether nothing is selected and nothing done.
    public boolean isNothing() {
        return values.isEmpty() && does.isEmpty();
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// A number from 1; empty when it was not given.
    public OptionalInt number(String key) {
        return values.containsKey(key) ? OptionalInt.of(Integer.parseInt(values.get(key))) : OptionalInt.empty();
    }

    /// Reads a selection.
    ///
    /// @param features whose forms count
    /// @throws ShoptraceException when `text` is in none of the forms
    public static Selection parse(String text, List<Feature> features) throws ShoptraceException {
        Map<String, String> kinds = features.stream()
                .flatMap(feature -> kinds(feature).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
        Map<String, String> values = new LinkedHashMap<>();
        List<String> does = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] pair = part.split("=", 2);
            String key = pair[0].strip();
            String value = pair.length == 2 ? pair[1].strip() : "";
            String kind = kinds.get(key);
            if (key.equals(COMMAND)) {
                does.add(value);
            } else if (kind == null || kind.equals(NUMBER) && !isNumber(value)) {
                throw unreadable(part, features);
            } else {
                values.put(key, value);
            }
        }
        return new Selection(values, does);
    }

    /// Whether a feature can select all of this.
    public boolean fits(Feature feature) {
        return kinds(feature).keySet().containsAll(values.keySet());
    }

    /// The forms of all features, for people: `product=ID or task=N`.
    public static String forms(List<Feature> features) {
        return features.stream().map(Feature::selects).filter(form -> !form.isEmpty()).collect(Collectors.joining(" or "));
    }

    /// What the values of a feature are, by their keys: [#NUMBER] or anything else.
    private static Map<String, String> kinds(Feature feature) {
        return Arrays.stream(feature.selects().split(","))
                .filter(each -> each.contains("="))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static boolean isNumber(String value) {
        try {
            return Integer.parseInt(value) >= 1;
        } catch (NumberFormatException e) {
            // The one message for all that is no number from 1 says what is expected.
            return false;
        }
    }

    private static ShoptraceException unreadable(String part, List<Feature> features) {
        return new ShoptraceException(
                "the selection cannot be read", part, "Write " + forms(features) + ", with numbers from 1, and do=COMMAND");
    }
}
