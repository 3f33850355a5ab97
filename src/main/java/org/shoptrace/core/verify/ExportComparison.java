package org.shoptrace.core.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.chart.PictureDifference;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.table.CsvRows;
import org.shoptrace.model.json.Json;

/// Holds a file that was exported against the same file made again: tables and JSON byte by byte, pages and drawings by all their elements,
/// attributes and texts, pictures by what they show and what they say of themselves.
final class ExportComparison {
    private static final int LONGEST = 120;

    /// So much of what is the same stands before a difference in a long text.
    private static final int BEFORE = 9;

    private final Allowance allowance;

    /// @param allowance what may be another
    ExportComparison(Allowance allowance) {
        this.allowance = allowance;
    }

    /// The first difference, a sentence without a full stop; empty when they are the same.
    ///
    /// @param name of the file, whose ending says what it is
    Optional<String> of(String name, byte[] exported, byte[] again) {
        if (Arrays.equals(exported, again)) {
            return Optional.empty();
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> table(exported, again);
            case "json" -> json(exported, again);
            case "html" -> new DocumentDifference(allowance).of(exported, again);
            case "svg" -> numbers(name, exported, again).or(() -> new DocumentDifference(allowance).of(exported, again));
            case "png" -> carried(name, exported).or(() -> numbers(name, exported, again))
                    .or(() -> PictureDifference.of(exported, again));
            case "txt" -> text(exported, again);
            default -> lines(exported, again);
        };
    }

    /// What differs in the numbers of a chart, which say more than where its bars end.
    private static Optional<String> numbers(String name, byte[] exported, byte[] again) {
        Optional<CarriedChart> made = CarriedChart.in(name, again);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Optional<CarriedChart> chart = CarriedChart.in(name, exported).filter(one -> one.chart().equals(made.get().chart()));
        if (chart.isEmpty()) {
            return Optional.of("it does not say any more that it is the chart " + made.get().chart());
        }
        if (chart.get().values().size() != made.get().values().size()) {
            return Optional.of(
                    "it shows " + chart.get().values().size() + " numbers, made again " + made.get().values().size());
        }
        return new ChartComparison(made.get().values()).of(chart.get()).why();
    }

    private static Optional<String> table(byte[] exported, byte[] again) {
        List<List<String>> one = CsvRows.of(new String(exported, StandardCharsets.UTF_8));
        List<List<String>> other = CsvRows.of(new String(again, StandardCharsets.UTF_8));
        List<String> heading = one.isEmpty() ? List.of() : one.getFirst();
        for (int row = 0; row < Math.min(one.size(), other.size()); row++) {
            for (int cell = 0; cell < Math.min(one.get(row).size(), other.get(row).size()); cell++) {
                if (!one.get(row).get(cell).equals(other.get(row).get(cell))) {
                    return Optional.of("row " + (row + 1) + ", column " + (cell < heading.size() ? heading.get(cell) : cell + 1) + ": "
                            + quoted(one.get(row).get(cell)) + ", made again " + quoted(other.get(row).get(cell)));
                }
            }
            if (one.get(row).size() != other.get(row).size()) {
                return Optional.of("row " + (row + 1) + " has " + one.get(row).size() + " cells, made again " + other.get(row).size());
            }
        }
        return Optional.of(one.size() == other.size()
                ? "the same cells in other bytes"
                : "it has " + one.size() + " rows, made again " + other.size());
    }

    private Optional<String> json(byte[] exported, byte[] again) {
        try {
            Json one = JsonReader.read(exported);
            Json other = alike(JsonReader.read(again));
            // An object of our own is written with its lines apart, and is the same again when it is written anew.
            if (Arrays.equals(exported, (JsonWriter.indented(other) + "\n").getBytes(StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
            Optional<String> difference = JsonDifference.of(one, other);
            return difference.isPresent() ? difference : Optional.of("the same values in other bytes");
        } catch (JsonSyntaxException e) {
            return Optional.of("it is no JSON any more, " + e.getMessage());
        }
    }

    /// What was made again as the program and the date of the export would have it.
    private Json alike(Json json) {
        return switch (json) {
            case Json.Arr list -> Json.array(list.items().stream().map(this::alike).toList());
            case Json.Obj object -> {
                Json.Obj alike = object;
                Optional<Provenance> own = object.get(ProvenanceJson.FIELD).flatMap(ProvenanceJson::decode);
                if (own.isPresent()) {
                    alike = ProvenanceJson.last(alike, allowance.of(own.get()));
                }
                Optional<Json.Obj> extra = object.object("extra");
                if (extra.flatMap(one -> one.object("shoptrace")).flatMap(one -> one.get(ProvenanceJson.FIELD)).isPresent()) {
                    alike = alike.with("extra", extra.get().with("shoptrace", alike(extra.get().object("shoptrace").orElseThrow())));
                }
                yield alike;
            }
            default -> json;
        };
    }

    /// What differs in what a picture says of itself.
    private Optional<String> carried(String name, byte[] exported) {
        return CarriedProvenance.text(name, exported).map(allowance::difference)
                .orElseGet(() -> Optional.of("it does not say any more where it comes from"));
    }

    private Optional<String> text(byte[] exported, byte[] again) {
        String one = allowance.withoutWarning(new String(exported, StandardCharsets.UTF_8));
        String other = allowance.withoutWarning(new String(again, StandardCharsets.UTF_8));
        return one.equals(allowance.of(other))
                ? Optional.empty()
                : Optional.of(says(one, other));
    }

    private static Optional<String> lines(byte[] exported, byte[] again) {
        List<String> one = new String(exported, StandardCharsets.UTF_8).lines().toList();
        List<String> other = new String(again, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Optional.of("line " + (i + 1) + ": " + quoted(one.get(i)) + ", made again " + quoted(other.get(i)));
            }
        }
        return Optional.of("it has " + one.size() + " lines, made again " + other.size());
    }

    /// What two texts say, from a little before the place where they differ first.
    static String says(String one, String other) {
        int same = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        int from = Math.min(one.length(), other.length()) < LONGEST ? 0 : Math.max(0, same - BEFORE);
        String dots = from > 0 ? "…" : "";
        return "it says " + quoted(dots + one.substring(from)) + ", made again " + quoted(dots + other.substring(from));
    }

    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return "“" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "”";
    }
}
