package org.shoptrace.core.report;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceWords;

/// The lines of a report's front page, in their order. Which files were judged and how the report was made is said alike, whoever judged.
final class FrontPage {
    private final ReportInput input;
    private final SequencedMap<String, String> lines = new LinkedHashMap<>();

    FrontPage(ReportInput input) {
        this.input = input;
    }

    FrontPage line(String name, String text) {
        lines.put(name, text);
        return this;
    }

    /// The files of each model, and what was counted of it.
    FrontPage models(Function<Evaluation, String> counted) {
        for (Series series : input.series()) {
            line(
                    "Model " + series.label(),
                    Stream.concat(
                            input.origin().names().all(series.files()).stream(),
                            input.origin().names().all(series.copies()).stream().map(copy -> copy + " (a copy, not counted)"))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        input.series().forEach(series -> line("Counted, " + series.label(), counted.apply(series.evaluation())));
        return this;
    }

    /// By what, and from what.
    FrontPage making() {
        Provenance origin = input.origin().provenance();
        line("Bootstrap", input.bootstrap().resamples() + " resamples of tasks, seed " + input.bootstrap().seed());
        line("Made by", origin.program().text());
        line("Command", origin.command());
        origin.data().ifPresent(date -> line("Data of", ProvenanceWords.of(date)));
        return this;
    }

    SequencedMap<String, String> lines() {
        return lines;
    }
}
