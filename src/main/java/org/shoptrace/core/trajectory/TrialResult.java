package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.format.Metrics;
import org.shoptrace.core.trajectory.format.OwnReading;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// The result of a trial as Harbor writes it, `result.json`, beside the trajectory of the same trial or above its folder `agent`:
/// the trajectory holds no reward, its verifier does.
final class TrialResult {
    private static final String NAME = "result.json";
    private static final String AGENT = "agent";
    /// A result is small; what is larger is another's file of that name.
    private static final long MOST_BYTES = 4L << 20;

    private TrialResult() {}

    /// What the result beside a file says of the run in it; nothing where there is none.
    static OwnRecord beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.endsWith(NAME)) {
            return OwnRecord.NONE;
        }
        Stream<Path> places = folder.endsWith(AGENT) && folder.getParent() != null
                ? Stream.of(folder.resolveSibling(NAME), folder.resolve(NAME))
                : Stream.of(folder.resolve(NAME));
        return places.flatMap(place -> read(place).stream()).findFirst().orElse(OwnRecord.NONE);
    }

    private static Optional<OwnRecord> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return JsonReader.read(Files.readAllBytes(file)) instanceof Json.Obj result && isTrial(result)
                    ? Optional.of(record(result))
                    : Optional.empty();
        } catch (IOException | JsonSyntaxException e) {
            // A file of that name that cannot be read says nothing of the run, which is read all the same.
            return Optional.empty();
        }
    }

    private static boolean isTrial(Json.Obj result) {
        return result.get("verifier_result").isPresent() && (result.get("trial_name").isPresent() || result.get("agent_info").isPresent());
    }

    private static OwnRecord record(Json.Obj result) {
        OwnReading own = new OwnReading("Harbor's verifier").verdict(result).task(result);
        result.object("verifier_result").ifPresent(verifier -> {
            own.verdict(verifier);
            verifier.object("rewards").filter(rewards -> rewards.fields().size() == 1)
                    .map(rewards -> rewards.fields().firstEntry().getValue())
                    .ifPresent(only -> {
                        if (only instanceof Json.Num reward) {
                            own.score(reward);
                        }
                    });
        });
        result.get("trial_name").ifPresent(own::trial);
        result.get("source").ifPresent(source -> own.metadata("source", source));
        result.object("agent_info").flatMap(agent -> agent.get("name")).ifPresent(name -> own.metadata(AGENT, name));
        own.took(Metrics.usage(result));
        seconds(result.object("agent_execution").orElse(result)).or(() -> seconds(result))
                .ifPresent(seconds -> own.took(Metrics.usage(Json.Obj.EMPTY.with("latency_seconds", Json.Num.of(seconds)))));
        return own.record();
    }

    private static Optional<Double> seconds(Json.Obj times) {
        return times.text("started_at").flatMap(TrialResult::time).flatMap(start -> times.text("finished_at").flatMap(TrialResult::time)
                .map(end -> Duration.between(start, end).toMillis() / 1000.0));
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? text : text + "Z"));
        } catch (DateTimeException e) {
            // No time; the trial took as long as it took.
            return Optional.empty();
        }
    }
}
