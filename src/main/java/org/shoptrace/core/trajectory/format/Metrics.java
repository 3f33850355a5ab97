package org.shoptrace.core.trajectory.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Usage;

/// What a model's turn took and why it ended, in whichever words its recorder has for it. Which key means what stands here alone.
public final class Metrics {
    /// Where the numbers of a turn stand, in the turn or one below.
    private static final List<String> COUNTS = List.of(
            "usage", "usage_metadata", "usageMetadata", "token_usage", "tokenUsage", "totalUsage", "metrics", "usageDetails",
            "last_token_usage", "model_stats", "final_metrics", "accumulated_token_usage", "agent_result");
    /// What a turn or its numbers may be wrapped in.
    private static final List<String> AROUND = List.of(
            "message", "data", "kwargs", "response", "response_metadata", "metadata", "extra", "model_response",
            "tool_call_metadata", "info", "metrics");

    private static final List<String> PROMPT = List.of(
            "prompt_tokens", "promptTokens", "promptTokenCount", "prompt_token_count", "input_tokens", "inputTokens", "request_tokens",
            "total_prompt_tokens", "total_input_tokens", "tokens_sent", "n_input_tokens");
    private static final List<String> CACHED = List.of(
            "cached_tokens", "cached_input_tokens", "cachedInputTokens", "cachedContentTokenCount", "cached_content_token_count",
            "cache_read_tokens", "prompt_cache_hit_tokens", "total_cached_tokens", "n_cache_tokens");
    private static final List<String> COMPLETION = List.of(
            "completion_tokens", "completionTokens", "output_tokens", "outputTokens", "response_tokens", "total_completion_tokens",
            "total_output_tokens", "tokens_received", "n_output_tokens");
    private static final List<String> REASONING = List.of(
            "reasoning_tokens", "reasoningTokens", "reasoning_output_tokens");
    private static final List<String> TOTAL = List.of("total_tokens", "totalTokens", "totalTokenCount", "total_token_count");
    /// Where details of the tokens read, and of those written, stand below the numbers.
    private static final List<String> PROMPT_DETAILS = List.of("prompt_tokens_details", "input_tokens_details", "input_token_details");
    private static final List<String> COMPLETION_DETAILS = List.of(
            "completion_tokens_details", "output_tokens_details", "output_token_details", "details");
    /// Cached tokens that are counted apart from those read, and not among them.
    private static final List<String> CACHE_READ = List.of(
            "cache_read_input_tokens", "input_tokens_cache_read", "cacheReadInputTokens");
    private static final List<String> CACHE_WRITTEN = List.of(
            "cache_creation_input_tokens", "input_tokens_cache_write", "cacheWriteInputTokens");
    /// The tokens of Gemini's answer, which are counted apart from those of its thoughts.
    private static final List<String> ANSWER = List.of("candidatesTokenCount", "candidates_token_count");
    private static final List<String> THOUGHTS = List.of("thoughtsTokenCount", "thoughts_token_count");

    private static final List<String> COST = List.of(
            "cost_usd", "costUSD", "total_cost_usd", "response_cost", "cost", "total_cost", "agent_cost", "instance_cost",
            "accumulated_cost");
    private static final List<String> SECONDS = List.of(
            "latency", "latency_seconds", "response_time", "generation_time_seconds", "duration_seconds");
    private static final List<String> MILLISECONDS = List.of("latency_ms", "duration_ms", "durationMs", "generation_ms", "_response_ms");
    private static final List<String> FINISH = List.of("finish_reason", "finishReason", "stop_reason", "stopReason");
    private static final List<String> MODEL = List.of("model", "model_name", "modelVersion", "model_version", "model_id");

    private static final String CHOICES = "choices";
    private static final String CANDIDATES = "candidates";
    private static final String INCOMPLETE = "incomplete_details";
    private static final String START = "startTime";
    private static final String END = "endTime";

    /// All keys of which one at least stands where something is said: most turns say nothing, and nothing more is looked for in them.
    private static final Set<String> TELLING = Stream.of(
            COUNTS, PROMPT, CACHED, PROMPT_DETAILS, COMPLETION, COMPLETION_DETAILS, REASONING, TOTAL, CACHE_READ, CACHE_WRITTEN, ANSWER,
            THOUGHTS, COST, SECONDS, MILLISECONDS, FINISH, MODEL, List.of(CHOICES, CANDIDATES, INCOMPLETE, START))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    /// Words in the place of a reason that say that there is none yet.
    private static final List<String> NO_REASON = List.of("", "null", "none", "FINISH_REASON_UNSPECIFIED");
    private static final BigDecimal MOST_TOKENS = BigDecimal.valueOf(1_000_000_000_000L);

    private static final int MOST_DIGITS = 40;

    private Metrics() {}

    /// What is said of the turn that a record has; of several records of one turn the later knows better.
    static Generation of(List<Json> recorded) {
        return recorded.stream()
                .filter(Json.Obj.class::isInstance)
                .map(record -> of((Json.Obj) record))
                .reduce(Generation.UNSAID, (before, after) -> new Generation(
                        after.usage().or(before.usage()), after.model().or(before::model), after.finishReason().or(before::finishReason)));
    }

    /// What is said of the turn that an object is.
    public static Generation of(Json.Obj turn) {
        Optional<Json.Obj> written = turn.object("extra").flatMap(extra -> extra.object(OwnJson.SHOPTRACE));
        if (written.isPresent()) {
            return OwnJson.ofTurn(written.get());
        }
        List<Json.Obj> places = places(turn);
        if (places.isEmpty()) {
            return Generation.UNSAID;
        }
        Optional<String> finish = word(places, FINISH)
                .or(() -> places.stream().flatMap(Metrics::firstChoice).flatMap(choice -> word(List.of(choice), FINISH).stream())
                        .findFirst())
                .or(() -> incomplete(places));
        Generation read = new Generation(usage(places), word(places, MODEL), finish);
        return read.equals(Generation.UNSAID) ? Generation.UNSAID : read;
    }

    /// What an object says that something took.
    public static Usage usage(Json.Obj object) {
        List<Json.Obj> places = places(object);
        return places.isEmpty() ? Usage.NONE : usage(places);
    }

    /// The objects in which something may be said, the turn first; none where nothing is.
    private static List<Json.Obj> places(Json.Obj turn) {
        List<Json.Obj> places = new ArrayList<>();
        addPlaces(turn, 2, places);
        for (Json.Obj place : places) {
            for (String key : place.fields().keySet()) {
                if (TELLING.contains(key)) {
                    return places;
                }
            }
        }
        return List.of();
    }

    private static void addPlaces(Json.Obj object, int depth, List<Json.Obj> places) {
        places.add(object);
        if (depth == 0) {
            return;
        }
        for (String key : AROUND) {
            if (object.fields().get(key) instanceof Json.Obj inner) {
                addPlaces(inner, depth - 1, places);
            }
        }
    }

    private static Stream<Json.Obj> below(Json.Obj object, List<String> keys) {
        return keys.stream().flatMap(key -> object.object(key).stream());
    }

    private static Stream<Json.Obj> firstChoice(Json.Obj response) {
        return Stream.of(CHOICES, CANDIDATES).flatMap(key -> Fields.objects(response.items(key)).stream().limit(1));
    }

    /// The responses interface says it of the answer as a whole.
    private static Optional<String> incomplete(List<Json.Obj> places) {
        return places.stream()
                .flatMap(place -> place.object(INCOMPLETE).stream())
                .flatMap(details -> details.text("reason").stream())
                .findFirst();
    }

    private static Usage usage(List<Json.Obj> places) {
        List<Json.Obj> counts = new ArrayList<>(places.stream().flatMap(place -> below(place, COUNTS)).toList());
        counts.addAll(places);
        Usage tokens = counts.stream().map(Metrics::tokens).filter(found -> !found.equals(Usage.NONE)).findFirst().orElse(Usage.NONE);
        Optional<BigDecimal> cost = Stream.concat(places.stream(), counts.stream()).flatMap(place -> exact(place, COST).stream())
                .findFirst();
        return tokens.or(new Usage(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), cost,
                latency(Stream.concat(places.stream(), counts.stream()).toList())));
    }

    private static Optional<Double> latency(List<Json.Obj> places) {
        Optional<Double> seconds = places.stream().flatMap(place -> exact(place, SECONDS).stream()).map(BigDecimal::doubleValue)
                .findFirst();
        return seconds
                .or(() -> places.stream().flatMap(place -> exact(place, MILLISECONDS).stream())
                        .map(millis -> millis.movePointLeft(3).doubleValue()).findFirst())
                .or(() -> places.stream().flatMap(place -> between(place).stream()).findFirst());
    }

    /// A proxy's log has the times of the request and of the answer, in seconds since 1970.
    private static Optional<Double> between(Json.Obj place) {
        return exact(place, List.of(START))
                .flatMap(start -> exact(place, List.of(END)).map(end -> end.subtract(start).doubleValue()))
                .filter(seconds -> seconds >= 0);
    }

    private static Usage tokens(Json.Obj counts) {
        Optional<Long> total = count(counts, TOTAL);
        Optional<Long> prompt = count(counts, PROMPT);
        Optional<Long> cached = count(counts, CACHED)
                .or(() -> below(counts, PROMPT_DETAILS)
                        .flatMap(details -> Stream.of("cached_tokens", "cache_read").flatMap(key -> count(details, List.of(key)).stream()))
                        .findFirst());
        Optional<Long> answer = count(counts, ANSWER);
        Optional<Long> thoughts = count(counts, THOUGHTS);
        Optional<Long> completion = answer.isPresent() || thoughts.isPresent()
                ? Optional.of(answer.orElse(0L) + thoughts.orElse(0L))
                : count(counts, COMPLETION);
        Optional<Long> reasoning = thoughts.or(() -> count(counts, REASONING))
                .or(() -> below(counts, COMPLETION_DETAILS)
                        .flatMap(
                                details -> Stream.of("reasoning_tokens", "reasoning").flatMap(key -> count(details, List.of(key)).stream()))
                        .findFirst());
        Optional<Long> read = count(counts, CACHE_READ);
        Optional<Long> written = count(counts, CACHE_WRITTEN);
        if (prompt.isPresent() && isApart(counts, prompt.get(), completion.orElse(0L), total)) {
            prompt = Optional.of(prompt.get() + read.orElse(0L) + written.orElse(0L));
        }
        return new Usage(prompt, cached.or(() -> read), completion, reasoning, total, Optional.empty(), Optional.empty());
    }

    /// Whether cached tokens come on top of those read. An interface that calls the latter a prompt's counts them in; else the sum says.
    private static boolean isApart(Json.Obj counts, long prompt, long completion, Optional<Long> total) {
        return PROMPT.stream().filter(key -> counts.get(key).isPresent()).findFirst().filter(key -> key.startsWith("prompt")).isEmpty()
                && total.filter(sum -> sum == prompt + completion).isEmpty();
    }

    private static Optional<Long> count(Json.Obj object, List<String> keys) {
        return exact(object, keys).filter(number -> number.compareTo(MOST_TOKENS) <= 0).map(BigDecimal::longValue);
    }

    /// A number that is not negative, and of a length that can be added up.
    private static Optional<BigDecimal> exact(Json.Obj object, List<String> keys) {
        Map<String, Json> fields = object.fields();
        return keys.stream()
                .filter(fields::containsKey)
                .flatMap(key -> object.get(key).orElse(Json.NULL) instanceof Json.Num number ? number.exact().stream() : Stream.empty())
                .filter(number -> number.signum() >= 0 && Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS)
                .findFirst();
    }

    private static Optional<String> word(List<Json.Obj> places, List<String> keys) {
        return places.stream()
                .flatMap(place -> keys.stream().flatMap(key -> place.text(key).stream()))
                .map(String::strip)
                .filter(word -> !NO_REASON.contains(word))
                .findFirst();
    }
}
