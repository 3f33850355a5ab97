package org.shoptrace.core.transcript;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Usage;

/// What a file says of its run and of each turn, in a person's words. The file's own words, such as the name of a part of a reward, stay.
public final class OwnWords {
    private static final int CENTS_OF_CENTS = 6;
    private static final double A_FEW_MINUTES = 120;

    private OwnWords() {}

    /// Whose verdict it is, its score, why the run ended, its task and trial: what is known of these, each by itself.
    public static List<String> facts(OwnRecord own) {
        List<String> facts = new ArrayList<>();
        own.verdict().ifPresent(verdict -> {
            facts.add(verdict.judge() + verdict.score().map(score -> ": " + number(score)).orElse(""));
            verdict.ending().ifPresent(ending -> facts.add("ended" + EndingWords.after(ending)));
        });
        own.placedTask().ifPresent(task -> facts.add("task " + task));
        own.trial().ifPresent(trial -> facts.add("trial " + trial));
        return facts;
    }

    /// What the run is to another that its file tells of, in two words at most: a sub-agent's, or one of two answers of which one was
    /// preferred. Empty for a run that stands by itself.
    public static Optional<String> role(OwnRecord own) {
        if (own.metadata().containsKey(RunCodec.SUB_AGENT_OF)) {
            return Optional.of("sub-agent");
        }
        return Optional.ofNullable(own.metadata().get("preference")).map(preference -> preference + " answer");
    }

    /// A thing that runs can be grouped by, its name and its value. Names are the file's own, but for what the program found out by itself.
    public static List<String> metadata(String name, String value) {
        return name.equals(RunCodec.SUB_AGENT_OF)
                ? List.of("sub-agent of", value.matches("[0-9]+(\\.[0-9]+)?") ? "the run of line " + value : value)
                : List.of(name, value);
    }

    /// A part of a verdict: a number, yes or no, or the file's word.
    public static String value(Json value) {
        return switch (value) {
            case Json.Num number -> number(number);
            case Json.Bool(boolean yes) -> yes ? "yes" : "no";
            case Json.Str(String text) -> text;
            default -> JsonWriter.compact(value);
        };
    }

    /// To its last digit, without zeros that say nothing.
    public static String number(Json.Num number) {
        return number.exact().map(OwnWords::plain).orElse(number.text());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// What something took: `900 tokens in (40 cached), 20 out, $0.01, 1.2 s`; empty text where nothing is known.
    public static String usage(Usage usage) {
        List<String> words = new ArrayList<>();
        usage.promptTokens().ifPresent(tokens -> words.add(
                grouped(tokens) + " tokens in" + usage.cachedTokens().filter(cached -> cached > 0)
                        .map(cached -> " (" + grouped(cached) + " cached)").orElse("")));
        usage.completionTokens().ifPresent(tokens -> words.add(
                grouped(tokens) + (usage.promptTokens().isPresent() ? " out" : " tokens out")
                        + usage.reasoningTokens().filter(reasoning -> reasoning > 0)
                                .map(reasoning -> " (" + grouped(reasoning) + " reasoning)").orElse("")));
        if (words.isEmpty()) {
            usage.totalTokens().ifPresent(tokens -> words.add(grouped(tokens) + " tokens"));
        }
        usage.cost().filter(cost -> cost.signum() > 0 || !words.isEmpty()).ifPresent(cost -> words.add("$" + plain(
                cost.scale() > CENTS_OF_CENTS ? cost.setScale(CENTS_OF_CENTS, RoundingMode.HALF_EVEN) : cost)));
        usage.latency().ifPresent(seconds -> words.add(seconds(seconds)));
        return String.join(", ", words);
    }

    private static String seconds(double seconds) {
        if (seconds >= A_FEW_MINUTES) {
            long whole = Math.round(seconds);
            return grouped(whole / 60) + " min " + whole % 60 + " s";
        }
        BigDecimal value = BigDecimal.valueOf(seconds);
        return plain(value.setScale(Math.min(value.scale(), seconds < 10 ? 2 : 1), RoundingMode.HALF_EVEN)) + " s";
    }

    /// What a turn took and why it ended, in a line; empty text where nothing is known.
    public static String generation(Generation generation) {
        List<String> words = new ArrayList<>();
        Optional.of(usage(generation.usage())).filter(usage -> !usage.isEmpty()).ifPresent(words::add);
        generation.finishReason().ifPresent(reason -> words.add(
                generation.isCutOff() ? "cut off: the model ran out of tokens" : "ended" + EndingWords.after(reason)));
        return String.join(" · ", words);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
