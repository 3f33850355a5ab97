package org.shoptrace.core.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.trajectory.Run;

/// Two runs of one task, step by step beside each other.
///
/// @param rows        in the order of both runs
/// @param information the first row at which the two did not know the same; empty when they did all along
/// @param decision    the first row at which they knew the same and still did something else; empty when there is none
/// @param endsAlike   whether they knew the same when both had ended
public record RunComparison(
        Run a, Run b, List<Row> rows, Optional<InformationDifference> information, Optional<DecisionDifference> decision,
        boolean endsAlike) {
    public RunComparison {
        rows = List.copyOf(rows);
    }

    /// One step of each run, or a step of one that has no counterpart.
    ///
    /// @param stepA    from 1; empty when the first run made no such step
    /// @param known    whether the step was decided on the same facts as the other's (for a step alone: as some step of the other run, or
    ///                 its end)
    /// @param decided  whether both make the same calls; false for a step alone
    /// @param onlyA    how many facts the first run knew before and the second did not
    /// @param common   how many both knew before
    public record Row(OptionalInt stepA, OptionalInt stepB, boolean known, boolean decided, int onlyA, int onlyB, int common) {
        public boolean paired() {
            return stepA.isPresent() && stepB.isPresent();
        }
    }

    /// Where what they know parts.
    ///
    /// @param row         its place among the rows, from 0
    /// @param onlyA       what the first run knew there and the second did not
    /// @param sameCalls   whether all calls before were the same, so that the answers themselves differ: another catalogue, or the web
    public record InformationDifference(int row, List<Fact> onlyA, List<Fact> onlyB, boolean sameCalls) {
        public InformationDifference {
            onlyA = List.copyOf(onlyA);
            onlyB = List.copyOf(onlyB);
        }
    }

    /// Where they know the same and decide differently.
    ///
    /// @param row     its place among the rows, from 0
    /// @param a       what the first run did; empty when it did nothing there that the other has no counterpart for
    public record DecisionDifference(int row, Optional<Decision> a, Optional<Decision> b) {}

    /// Compares two runs.
    ///
    /// @throws ShoptraceException when they are not of one task, or one and the same
    public static RunComparison of(Run a, Run b) throws ShoptraceException {
        String where = a.source() + " and " + b.source();
        if (a.id().equals(b.id()) && a.source().equals(b.source())) {
            throw new ShoptraceException("a run was to be compared with itself", where, "Choose another run of the same task");
        }
        if (a.query().isEmpty() || !a.query().equals(b.query())) {
            throw new ShoptraceException(
                    "the runs are not of one task: "
                            + (a.query().isEmpty() || b.query().isEmpty() ? "one has no query" : "their queries differ"),
                    where,
                    "Choose two runs with the same query");
        }
        return of(a, Journey.of(a), b, Journey.of(b));
    }

    private static RunComparison of(Run a, Journey first, Run b, Journey second) {
        List<Alignment.Line> lines = new Alignment(first, second).lines();
        Set<State> sharedStates = shared(first, second);
        List<Row> rows = new ArrayList<>();
        Optional<InformationDifference> information = Optional.empty();
        Optional<DecisionDifference> decision = Optional.empty();
        boolean sameCalls = true;
        for (Alignment.Line line : lines) {
            Row row = row(line, first, second, sharedStates);
            if (!row.known() && information.isEmpty()) {
                information = Optional.of(new InformationDifference(
                        rows.size(),
                        first.beyond(line.doneA(), second, line.doneB()),
                        second.beyond(line.doneB(), first, line.doneA()),
                        sameCalls));
            }
            if (row.known() && !row.decided() && decision.isEmpty()) {
                decision = Optional.of(new DecisionDifference(rows.size(), at(first, line.stepA()), at(second, line.stepB())));
            }
            sameCalls &= row.decided();
            rows.add(row);
        }
        boolean endsAlike = first.learned().keySet().equals(second.learned().keySet());
        return new RunComparison(a, b, rows, information, decision, endsAlike);
    }

    private static Row row(Alignment.Line line, Journey a, Journey b, Set<State> shared) {
        int onlyA = a.known()[line.doneA()] - line.common();
        int onlyB = b.known()[line.doneB()] - line.common();
        boolean paired = line.stepA().isPresent() && line.stepB().isPresent();
        boolean known = paired
                ? onlyA == 0 && onlyB == 0
                : shared.contains(line.stepA().isPresent() ? new State(true, line.doneA()) : new State(false, line.doneB()));
        boolean decided = paired && a.decisions().get(line.doneA()).equals(b.decisions().get(line.doneB()));
        return new Row(line.stepA(), line.stepB(), known, decided, onlyA, onlyB, line.common());
    }

    private static Optional<Decision> at(Journey journey, OptionalInt step) {
        return step.isPresent() ? Optional.of(journey.decisions().get(step.getAsInt() - 1)) : Optional.empty();
    }

    /// A run after so many steps.
    private record State(boolean ofA, int steps) {}

    /// The states of both that the other run was in too, at some time. Knowledge only grows, so one walk along both finds them.
    private static Set<State> shared(Journey a, Journey b) {
        Set<State> shared = new HashSet<>();
        for (int i = 0; i <= a.steps(); i++) {
            for (int j = 0; j <= b.steps(); j++) {
                if (a.known()[i] == b.known()[j] && same(a, i, b, j)) {
                    shared.add(new State(true, i));
                    shared.add(new State(false, j));
                }
            }
        }
        return shared;
    }

    private static boolean same(Journey a, int i, Journey b, int j) {
        return a.learned().sequencedEntrySet().stream()
                .takeWhile(fact -> fact.getValue() <= i)
                .allMatch(fact -> b.knew(fact.getKey(), j));
    }
}
