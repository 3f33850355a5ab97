package org.shoptrace.core.evaluate.kept;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.OwnCriterion;

/// A kept result as a line of a list.
///
/// @param file    that keeps it
/// @param made    when; empty when it cannot be read
/// @param title   profile and title similarity, or whose verdict it is; for one that cannot be read, its file
/// @param models  the models' names
/// @param files   the names of the rollout files
/// @param runs    how many were scored
/// @param remarks why it may not hold any more, or why it cannot be read; none when it holds
public record KeptResult(Path file, Optional<Instant> made, String title, String models, List<String> files, int runs,
        List<String> remarks) {
    public KeptResult {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    public static KeptResult of(Path file, KeptEvaluation kept, List<String> stale) {
        return new KeptResult(
                file,
                Optional.of(kept.made()),
                title(kept),
                kept.evaluations().stream().map(one -> one.conditions().model()).distinct().collect(Collectors.joining(", ")),
                kept.evaluations().stream().map(one -> String.valueOf(one.conditions().rollouts().getFileName())).toList(),
                kept.evaluations().stream().mapToInt(one -> one.trials().size()).sum(),
                stale);
    }

    public static KeptResult unreadable(Path file, String cause) {
        return new KeptResult(file, Optional.empty(), String.valueOf(file.getFileName()), "", List.of(), 0, List.of(cause));
    }

    private static String title(KeptEvaluation kept) {
        if (kept.isOwn()) {
            return "The file's own verdict: " + OwnCriterion.joined(
                    kept.evaluations().stream().flatMap(one -> one.conditions().own().stream())).titled();
        }
        return kept.setup().profile() + (kept.setup().noThink() ? ", without thinking" : "") + ", titles by "
                + kept.evaluations().getFirst().conditions().similarity();
    }

    public boolean isReadable() {
        return made.isPresent();
    }

    /// Whether it holds, in a few words.
    public String state() {
        if (!isReadable()) {
            return "Cannot be read";
        }
        return remarks.isEmpty() ? "Still holds" : "Stale";
    }

    /// Models, runs and files, in a line.
    public String content() {
        return isReadable()
                ? String.format(Locale.ROOT, "%s · %,d %s · %s", models, runs, runs == 1 ? "run" : "runs", String.join(", ", files))
                : "";
    }
}
