package org.shoptrace.core.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.statistics.KrippendorffAlpha;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;

/// How far annotators agree: each question for itself, over the runs (and tasks) that at least two of them have annotated.
///
/// For a run, labels are those that an annotator gives it or anything in it; who annotated a run and did not give a label said no
/// to it. Stage, fault and the verdict on the task count only where somebody chose one.
///
/// @param annotators    in alphabetical order
/// @param subjects      how many runs and tasks at least two annotated
/// @param questions     those that anybody has an answer to; all labels together come first
/// @param disagreements in the order of their first annotations
public record Agreement(List<String> annotators, int subjects, List<Answered> questions, List<Disagreement> disagreements) {
    /// What all labels together are called.
    public static final String ALL_LABELS = "all labels";

    private static final String LABEL = "label ";

    /// One question, such as whether a label fits.
    ///
    /// @param question      `all labels`, `label NAME`, `stage`, `fault` or `task`
    /// @param subjects      how many have answers of two annotators at least
    /// @param agreed        on how many of them all answers are equal
    /// @param alpha         Krippendorff's, nominal, over all annotators; empty when it is not defined
    /// @param alphaInterval over subjects, by bootstrap
    /// @param pairs         every two annotators who both answered something
    public record Answered(
            String question,
            int subjects,
            int agreed,
            OptionalDouble alpha,
            Optional<ConfidenceInterval> alphaInterval,
            List<Pair> pairs) {
        public Answered {
            pairs = List.copyOf(pairs);
        }
    }

    /// Two annotators.
    ///
    /// @param subjects how many both answered
    /// @param agreed   on how many of them they gave the same answer
    /// @param kappa    Cohen's; empty when it is not defined, as when both always gave one and the same answer
    public record Pair(String first, String second, int subjects, int agreed, Optional<CohenKappa> kappa) {}

    /// A run or task that annotators see differently.
    ///
    /// @param questions on which they differ
    /// @param said      what each says, in words, by annotator
    public record Disagreement(Subject subject, List<String> questions, SequencedMap<String, String> said) {
        public Disagreement {
            questions = List.copyOf(questions);
        }
    }

    public Agreement {
        annotators = List.copyOf(annotators);
        questions = List.copyOf(questions);
        disagreements = List.copyOf(disagreements);
    }

    /// The agreement by what stands.
    public static Agreement of(Annotations annotations, Bootstrap bootstrap) {
        SequencedMap<Subject, SortedMap<String, Statement>> ballots = ballots(annotations);
        ballots.values().removeIf(ballot -> ballot.size() < 2);
        SequencedMap<String, SequencedMap<Subject, SortedMap<String, String>>> answers = answers(ballots);
        List<String> annotators = List.copyOf(annotations.authors());
        List<Answered> questions = new ArrayList<>();
        answers.forEach((question, bySubject) -> questions.add(answered(question, bySubject, annotators, bootstrap)));
        return new Agreement(annotators, ballots.size(), questions, disagreements(ballots, answers));
    }

    /// What each annotator says of each run, taken together with what they say inside it, and of each task.
    private static SequencedMap<Subject, SortedMap<String, Statement>> ballots(Annotations annotations) {
        SequencedMap<Subject, SortedMap<String, Statement>> ballots = new LinkedHashMap<>();
        for (Annotation each : annotations.standing()) {
            Subject unit = each.subject().run().<Subject>map(Subject.OfRun::new).orElse(each.subject());
            ballots.computeIfAbsent(unit, _ -> new TreeMap<>()).merge(each.author(), each.statement(), Agreement::together);
        }
        return ballots;
    }

    private static Statement together(Statement a, Statement b) {
        SequencedSet<String> labels = new LinkedHashSet<>(a.labels());
        labels.addAll(b.labels());
        return new Statement(
                labels, a.note(), a.verdict().or(b::verdict), a.overrule().isNothing() ? b.overrule() : a.overrule(), a.spans());
    }

    private static SequencedMap<String, SequencedMap<Subject, SortedMap<String, String>>> answers(
            Map<Subject, SortedMap<String, Statement>> ballots) {
        SortedSet<String> labels = new TreeSet<>();
        ballots.values().forEach(ballot -> ballot.values().forEach(statement -> labels.addAll(statement.labels())));
        SequencedMap<String, SequencedMap<Subject, SortedMap<String, String>>> answers = new LinkedHashMap<>();
        answers.put(ALL_LABELS, new LinkedHashMap<>());
        labels.forEach(label -> answers.put(LABEL + label, new LinkedHashMap<>()));
        List.of("stage", "fault", "task").forEach(question -> answers.put(question, new LinkedHashMap<>()));
        ballots.forEach((subject,
                ballot) -> ballot.forEach((author, statement) -> answers(subject, statement, labels)
                        .forEach((question, answer) -> answers.computeIfAbsent(question, _ -> new LinkedHashMap<>())
                                .computeIfAbsent(subject, _ -> new TreeMap<>()).put(author, answer))));
        answers.values().forEach(bySubject -> bySubject.values().removeIf(given -> given.size() < 2));
        answers.values().removeIf(Map::isEmpty);
        return answers;
    }

    private static Map<String, String> answers(Subject subject, Statement statement, Set<String> labels) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (subject instanceof Subject.OfRun) {
            answers.put(ALL_LABELS, String.join(", ", new TreeSet<>(statement.labels())));
            labels.forEach(label -> answers.put(LABEL + label, statement.labels().contains(label) ? "yes" : "no"));
        }
        statement.overrule().stage().ifPresent(stage -> answers.put("stage", stage.wireName()));
        statement.overrule().fault().ifPresent(fault -> answers.put("fault", fault.wireName()));
        statement.verdict().ifPresent(verdict -> answers.put("task", verdict.wireName()));
        return answers;
    }

    private static Answered answered(
            String question, SequencedMap<Subject, SortedMap<String, String>> bySubject, List<String> annotators, Bootstrap bootstrap) {
        KrippendorffAlpha alpha = new KrippendorffAlpha(bySubject.values().stream().map(given -> List.copyOf(given.values())).toList());
        int agreed = (int) bySubject.values().stream().filter(given -> Set.copyOf(given.values()).size() == 1).count();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < annotators.size(); i++) {
            for (int j = i + 1; j < annotators.size(); j++) {
                pair(annotators.get(i), annotators.get(j), bySubject).ifPresent(pairs::add);
            }
        }
        return new Answered(question, bySubject.size(), agreed, alpha.value(), alpha.interval(bootstrap), pairs);
    }

    private static Optional<Pair> pair(String first, String second, Map<Subject, SortedMap<String, String>> bySubject) {
        List<List<String>> both = bySubject.values().stream()
                .filter(given -> given.containsKey(first) && given.containsKey(second))
                .map(given -> List.of(given.get(first), given.get(second)))
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        List<String> categories = both.stream().flatMap(List::stream).distinct().sorted().toList();
        int[][] counts = new int[categories.size()][categories.size()];
        int agreed = 0;
        for (List<String> pair : both) {
            counts[categories.indexOf(pair.getFirst())][categories.indexOf(pair.getLast())]++;
            agreed += pair.getFirst().equals(pair.getLast()) ? 1 : 0;
        }
        return Optional.of(new Pair(first, second, both.size(), agreed, CohenKappa.of(counts)));
    }

    private static List<Disagreement> disagreements(
            SequencedMap<Subject, SortedMap<String, Statement>> ballots,
            SequencedMap<String, SequencedMap<Subject, SortedMap<String, String>>> answers) {
        List<Disagreement> found = new ArrayList<>();
        ballots.forEach((subject, ballot) -> {
            List<String> questions = new ArrayList<>();
            answers.forEach((question, bySubject) -> {
                SortedMap<String, String> given = bySubject.getOrDefault(subject, new TreeMap<>());
                if (!question.equals(ALL_LABELS) && Set.copyOf(given.values()).size() > 1) {
                    questions.add(question);
                }
            });
            if (!questions.isEmpty()) {
                SequencedMap<String, String> said = new LinkedHashMap<>();
                ballot.forEach((author, statement) -> said.put(author, words(statement)));
                found.add(new Disagreement(subject, questions, said));
            }
        });
        return found;
    }

    private static String words(Statement statement) {
        List<String> parts = new ArrayList<>(new TreeSet<>(statement.labels()));
        statement.overrule().stage().ifPresent(stage -> parts.add("stage " + stage.wireName()));
        statement.overrule().fault().ifPresent(fault -> parts.add("fault " + fault.wireName()));
        statement.verdict().ifPresent(verdict -> parts.add("task " + verdict.wireName()));
        return parts.isEmpty() ? "no label" : String.join(", ", parts);
    }

}
