package org.shoptrace.core.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.model.task.Intent;

/// Table 1 of the benchmark's paper: ASR and CAR of 19 models by intent. Published, and not re-run here.
///
/// @param rows in the order of the paper
public record PublishedResults(List<Row> rows) {
    /// Where the figures stand.
    public static final String SOURCE = "ShoppingBench, AAAI 2026, Table 1";

    public PublishedResults {
        rows = List.copyOf(rows);
    }

    /// A model's figures on one intent.
    ///
    /// @param asrPercent with one decimal, as printed
    /// @param carPercent with one decimal, as printed
    public record Row(String model, Intent intent, int tasks, double asrPercent, double carPercent) {
        /// The rate with the number of successes that it must have been made from.
        public Rate asr() {
            return new Rate((int) Math.round(asrPercent * tasks / 100), tasks);
        }
    }

    /// The figures that are shipped.
    public static PublishedResults shipped() {
        InputStream resource = Objects.requireNonNull(PublishedResults.class.getResourceAsStream("published_results.csv"),
                "shipped with the program");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new PublishedResults(lines.lines().skip(1).map(PublishedResults::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The models, in the order of the paper.
    public List<String> models() {
        return rows.stream().map(Row::model).distinct().toList();
    }

    /// The figures on one intent.
    public List<Row> of(Intent intent) {
        return rows.stream().filter(row -> row.intent() == intent).toList();
    }

    /// A model's rate over all intents, weighted by tasks.
    public Rate overall(String model) {
        List<Rate> rates = rows.stream().filter(row -> row.model().equals(model)).map(Row::asr).toList();
        return new Rate(rates.stream().mapToInt(Rate::hits).sum(), rates.stream().mapToInt(Rate::of).sum());
    }

    /// No cell before the last, the source, has a comma in it.
    private static Row row(String line) {
        String[] cells = line.split(",", 6);
        return new Row(
                cells[0], Intent.valueOf(cells[1].toUpperCase(Locale.ROOT)), Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    }
}
