package org.shoptrace.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.labelled.LabelledClaims.Judged;

/// How far the rules agree with the labels of some sentences. A sentence is flagged when a claim in it is said to be wrong.
///
/// @param recall      of the wrong sentences, those that are flagged
/// @param falseAlarms of the sentences that are not wrong, those that are flagged
/// @param precision   of the flagged sentences, those that are wrong
/// @param recallOf    recall by kind, and `think` or `response`
/// @param alarmsOf    false alarms by the same
public record ClaimAgreement(
        Rate recall, Rate falseAlarms, Rate precision, Map<String, Rate> recallOf, Map<String, Rate> alarmsOf) {
    public ClaimAgreement {
        recallOf = Map.copyOf(recallOf);
        alarmsOf = Map.copyOf(alarmsOf);
    }

    static ClaimAgreement of(List<Judged> sentences) {
        Map<String, List<Judged>> groups = new TreeMap<>();
        for (Judged sentence : sentences) {
            groups.computeIfAbsent(sentence.label().kind(), _ -> new ArrayList<>()).add(sentence);
            groups.computeIfAbsent(sentence.item().where().wireName(), _ -> new ArrayList<>()).add(sentence);
        }
        Map<String, Rate> recallOf = new TreeMap<>();
        Map<String, Rate> alarmsOf = new TreeMap<>();
        groups.forEach((name, group) -> {
            recallOf.put(name, recall(group));
            alarmsOf.put(name, falseAlarms(group));
        });
        List<Judged> flagged = sentences.stream().filter(Judged::isFlagged).toList();
        return new ClaimAgreement(
                recall(sentences), falseAlarms(sentences),
                new Rate((int) flagged.stream().filter(each -> each.label().isWrong()).count(), flagged.size()),
                recallOf, alarmsOf);
    }

    private static Rate recall(List<Judged> sentences) {
        return flagged(sentences.stream().filter(each -> each.label().isWrong()).toList());
    }

    private static Rate falseAlarms(List<Judged> sentences) {
        return flagged(sentences.stream().filter(each -> !each.label().isWrong()).toList());
    }

    private static Rate flagged(List<Judged> sentences) {
        return new Rate((int) sentences.stream().filter(Judged::isFlagged).count(), sentences.size());
    }

    /// A table for people: in all, then by kind.
    public String table() {
        List<String> lines = new ArrayList<>();
        lines.add("wrong ones flagged  " + shown(recall));
        lines.add("true ones flagged   " + shown(falseAlarms));
        lines.add("flagged and wrong   " + shown(precision));
        Map<String, Rate> alarms = alarmsOf;
        new TreeMap<>(recallOf).forEach((kind, rate) -> lines.add(String.format(
                Locale.ROOT, "  %-11s wrong %-28s true %s", kind, shown(rate), shown(alarms.getOrDefault(kind, new Rate(0, 0))))));
        return String.join("\n", lines);
    }

    private static String shown(Rate rate) {
        return rate.of() == 0
                ? "none"
                : String.format(
                        Locale.ROOT, "%d of %d, %.3f [%.3f, %.3f]", rate.hits(), rate.of(), rate.value(), rate.low(), rate.high());
    }
}
