package org.shoptrace.core.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Usage;

/// Which runs are listed and in which order, over four runs of two models: two of one task, one of another, one of none.
class RunListingTest {
    private static final String LAMP = "A red desk lamp";
    private static final String PAIR = "A red desk lamp and a tea kettle";
    private static final List<RunRow> ALL = List.of(
            row(1, "alpha", LAMP, 5, scored(LAMP, Intent.PRODUCT, 1)),
            row(2, "alpha", LAMP, 5, scored(LAMP, Intent.PRODUCT, 0.25)),
            row(3, "beta", PAIR, 2, scored(PAIR, Intent.VOUCHER, 0.5)),
            row(4, "beta", "", 1, new RunOutcome.Unscorable("its task is not here")));

    private static RunOutcome scored(String query, Intent intent, double rule) {
        TreeMap<Column, Double> values = new TreeMap<>(Map.of(Column.RULE, rule));
        return new RunOutcome.Scored(new TaskScore(query, intent, values, rule >= 1, false, false));
    }

    private static RunRow row(int line, String model, String query, int steps, RunOutcome outcome) {
        RunSummary summary = GivenSummary.of(
                new RunId("%064x".formatted(line)), new RunSource(Path.of("runs.jsonl"), line), model,
                Optional.of(query).filter(text -> !text.isEmpty()), steps, new LinkedHashMap<>(), true, true, Optional.empty(), false,
                Optional.empty(), 10, 0, 0, 0);
        Optional<Intent> intent = outcome instanceof RunOutcome.Scored(var score) ? Optional.of(score.intent()) : Optional.empty();
        return new RunRow(summary, intent, outcome, Optional.empty(), RunRow.Said.NOTHING);
    }

    private static RunRow said(RunRow row, int annotations, String... labels) {
        SortedSet<String> names = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(labels)));
        return new RunRow(row.summary(), row.intent(), row.outcome(), row.facts(), new RunRow.Said(annotations, names));
    }

    private static RunRow faulty(RunRow row, Fault fault, Optional<Fault> second) {
        RunFacts facts = new RunFacts(
                row.summary().id(), RunFacts.Result.FAILURE, row.intent(), Optional.of(Stage.VIEWED_NOT_CHOSEN), Optional.of(fault), second,
                List.of(), List.of(), Optional.empty(), new RunFacts.Conduct(2, new LinkedHashMap<>(), 0, RunEnding.TERMINATED), List.of(),
                List.of(), Set.of(), Set.of(), ClaimFacts.NONE, 0, Milestones.NONE);
        return new RunRow(row.summary(), row.intent(), row.outcome(), Optional.of(facts), row.said());
    }

    private static List<Integer> lines(List<RunRow> rows) {
        return rows.stream().map(row -> (int) row.summary().source().line()).toList();
    }

    private static List<Integer> filtered(RunFilter filter) {
        return lines(RunListing.of(ALL, RunScope.ALL, filter, RunSort.FILE_ORDER, false).rows());
    }

    private static List<Integer> sorted(RunSort.By by, boolean descending) {
        return lines(RunListing.of(ALL, RunScope.ALL, RunFilter.ALL, new RunSort(by, descending), false).rows());
    }

    @Test
    void tellsFailedFromUnscorableAndSaysWhy() {
        assertEquals(
                List.of(OutcomeKind.SUCCEEDED, OutcomeKind.FAILED, OutcomeKind.FAILED, OutcomeKind.UNSCORABLE),
                ALL.stream().map(RunRow::kind).toList());
        assertEquals(Optional.of("its task is not here"), ALL.getLast().why());
        assertEquals("No query", ALL.getLast().query());
        assertEquals(List.of(2, 3), filtered(RunFilter.ALL.withOutcomes(Set.of(OutcomeKind.FAILED))));
    }

    @Test
    void aFaultIsFoundWhetherItIsTheFirstOrTheSecond() {
        List<RunRow> rows = List.of(
                ALL.getFirst(), faulty(ALL.get(1), Fault.OTHER_PRODUCT, Optional.of(Fault.MALFORMED)),
                faulty(ALL.get(2), Fault.MALFORMED, Optional.empty()));
        RunFilter malformed = RunFilter.ALL.withFaults(Set.of(Fault.MALFORMED));
        assertEquals(List.of(2, 3), lines(RunListing.of(rows, RunScope.ALL, malformed, RunSort.FILE_ORDER, false).rows()));
        RunFilter other = RunFilter.ALL.withFaults(Set.of(Fault.OTHER_PRODUCT));
        assertEquals(List.of(2), lines(RunListing.of(rows, RunScope.ALL, other, RunSort.FILE_ORDER, false).rows()));
    }

    @Test
    void filtersByOutcomeIntentModelStepsAndText() {
        assertEquals(List.of(1, 4), filtered(RunFilter.ALL.withOutcomes(Set.of(OutcomeKind.SUCCEEDED, OutcomeKind.UNSCORABLE))));
        assertEquals(List.of(3), filtered(RunFilter.ALL.withIntents(Set.of(Intent.VOUCHER))));
        assertEquals(List.of(3, 4), filtered(RunFilter.ALL.withModel("beta")));
        assertEquals(List.of(3), filtered(RunFilter.ALL.withSteps(OptionalInt.of(2), OptionalInt.of(4))));
        assertEquals(List.of(3), filtered(RunFilter.ALL.withText("  KETTLE ")));
        assertEquals(
                List.of(2), filtered(RunFilter.ALL.withText("lamp").withModel("alpha").withOutcomes(Set.of(OutcomeKind.FAILED))));
    }

    @Test
    void filtersAndSortsByWhatPeopleSaid() {
        List<RunRow> all = List.of(
                ALL.get(0), said(ALL.get(1), 2, "budget_missed", "wrong_variant"), ALL.get(2), said(ALL.get(3), 1));
        RunFilter labelled = RunFilter.ALL.withLabels(Set.of("budget_missed", "shop_split"));
        RunFilter silent = RunFilter.ALL.withAnnotated(Set.of(RunFilter.Annotated.NO));
        assertEquals(List.of(2), lines(all.stream().filter(labelled::accepts).toList()));
        assertEquals(List.of(1, 3), lines(all.stream().filter(silent::accepts).toList()));
        assertEquals(1, silent.detailCount());
        RunSort most = new RunSort(RunSort.By.ANNOTATIONS, false);
        assertEquals(List.of(2, 4, 1, 3), lines(RunListing.of(all, RunScope.ALL, RunFilter.ALL, most, false).rows()));
    }

    private static RunRow own(RunRow row, String task, Optional<Boolean> passed, String score, long tokens) {
        OwnVerdict verdict = new OwnVerdict("a judge", passed, Optional.of(new Json.Num(score)), List.of(), Optional.empty(),
                Optional.empty(),
                List.of());
        Usage usage = new Usage(
                Optional.of(tokens), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(score)),
                Optional.empty());
        RunSummary bare = row.summary();
        RunSummary summary = new RunSummary(
                bare.id(), bare.source(), bare.model(), bare.query(), bare.steps(), bare.calls(), true, true, Optional.empty(), false,
                Optional.empty(), 10, 0, 0, 0, 0, usage,
                new OwnRecord(Optional.of(task), Optional.empty(), Optional.of(verdict), new LinkedHashMap<>()));
        return new RunRow(summary, row.intent(), row.outcome(), row.facts(), row.said());
    }

    @Test
    void filtersSortsAndGroupsByWhatTheFilesSay() {
        List<RunRow> all = List.of(
                own(ALL.get(0), "7", Optional.empty(), "0.9", 20), own(ALL.get(1), "8", Optional.of(true), "0.2", 30), ALL.get(2),
                own(ALL.get(3), "7", Optional.empty(), "1.5", 10));
        RunFilter passed = RunFilter.ALL.withOwn(Set.of(OwnOutcome.PASSED));
        assertEquals(List.of(2, 4), lines(all.stream().filter(passed::accepts).toList()));
        assertEquals(1, passed.detailCount());
        assertEquals(List.of(3), lines(all.stream().filter(RunFilter.ALL.withOwn(Set.of(OwnOutcome.NONE))::accepts).toList()));
        for (RunSort.By by : List.of(RunSort.By.OWN_SCORE, RunSort.By.COST)) {
            assertEquals(List.of(2, 1, 4, 3), lines(RunListing.of(all, RunScope.ALL, RunFilter.ALL, new RunSort(by, false), false).rows()));
            assertEquals(List.of(4, 1, 2, 3), lines(RunListing.of(all, RunScope.ALL, RunFilter.ALL, new RunSort(by, true), false).rows()));
        }
        RunSort tokens = new RunSort(RunSort.By.TOKENS, false);
        assertEquals(List.of(4, 1, 2, 3), lines(RunListing.of(all, RunScope.ALL, RunFilter.ALL, tokens, false).rows()));
        RunSort verdict = new RunSort(RunSort.By.OWN, false);
        assertEquals(List.of(2, 4, 1, 3), lines(RunListing.of(all, RunScope.ALL, RunFilter.ALL, verdict, false).rows()));
        List<RunGroup> groups = RunListing.of(all, RunScope.ALL, RunFilter.ALL, RunSort.FILE_ORDER, true).groups();
        assertEquals(List.of(List.of(1, 4), List.of(2), List.of(3)), groups.stream().map(group -> lines(group.rows())).toList());
        assertEquals(Optional.of("7"), groups.getFirst().task());
        assertEquals(OptionalLong.of(1), groups.getFirst().passed());
        assertEquals(OptionalLong.empty(), groups.getLast().passed());
    }

    @Test
    void aScoreThatReachesTheThresholdPasses() {
        OwnRecord half = own(ALL.getFirst(), "7", Optional.empty(), "0.5", 1).summary().own();
        assertEquals(OwnOutcome.FAILED, OwnOutcome.of(half, OwnVerdict.THRESHOLD));
        assertEquals(OwnOutcome.PASSED, OwnOutcome.of(half, 0.5));
        assertEquals(OwnOutcome.NONE, OwnOutcome.of(OwnRecord.NONE, 0.5));
    }

    @Test
    void sortsByEachColumnInBothDirections() {
        assertEquals(List.of(4, 3, 1, 2), sorted(RunSort.By.STEPS, false));
        assertEquals(List.of(1, 2, 3, 4), sorted(RunSort.By.STEPS, true));
        assertEquals(List.of(3, 4, 1, 2), sorted(RunSort.By.MODEL, true));
        assertEquals(List.of(4, 2, 3, 1), sorted(RunSort.By.OUTCOME, true));
        assertEquals(List.of(4, 3, 2, 1), sorted(RunSort.By.FILE_ORDER, true));
    }

    @Test
    void sortsRunsWithoutRuleScoreLastInBothDirections() {
        assertEquals(List.of(2, 3, 1, 4), sorted(RunSort.By.RULE, false));
        assertEquals(List.of(1, 3, 2, 4), sorted(RunSort.By.RULE, true));
    }

    @Test
    void countsOutcomesWhateverTheFilterOnThem() {
        RunFilter none = RunFilter.ALL.withModel("alpha").withOutcomes(Set.of(OutcomeKind.UNSCORABLE));
        RunListing listing = RunListing.of(ALL, RunScope.ALL, none, RunSort.FILE_ORDER, false);
        assertEquals(List.of(), listing.rows());
        assertEquals(new EnumMap<>(Map.of(OutcomeKind.SUCCEEDED, 1, OutcomeKind.FAILED, 1)), listing.outcomes());
        assertEquals(4, listing.total());
    }

    @Test
    void listsTheRunsOfAScopeAlone() {
        RunScope one = RunScope.of("", List.of(ALL.get(1).summary().place()));
        RunListing listing = RunListing.of(ALL, one, RunFilter.ALL, RunSort.FILE_ORDER, false);
        assertEquals(List.of(2), lines(listing.rows()));
        assertEquals(1, listing.total());
        assertEquals("Chosen runs", one.why());
    }

    @Test
    void runsOfOneTaskStandSideBySideByModel() {
        List<RunRow> all = List.of(
                row(5, "beta", LAMP, 5, scored(LAMP, Intent.PRODUCT, 1)), ALL.get(2), ALL.get(0), ALL.get(3), ALL.get(1));
        RunListing listing = RunListing.of(all, RunScope.ALL, RunFilter.ALL, RunSort.FILE_ORDER, true);
        assertEquals(List.of(1, 2, 5, 3, 4), lines(listing.rows()));
        assertEquals(
                List.of(List.of(1, 2, 5), List.of(3), List.of(4)),
                listing.groups().stream().map(group -> lines(group.rows())).toList());
        assertEquals(2, listing.groups().getFirst().succeeded());
    }
}
