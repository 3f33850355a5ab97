package org.shoptrace.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.core.runs.RunGroup;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.core.runs.RunSort;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.HeldJobs;
import org.shoptrace.ui.run.RunFixture;
import org.shoptrace.ui.session.WorkspaceViewModel;

class RunListViewModelTest {
    private RunFixture fixture;
    private RunListViewModel list;

    @BeforeEach
    void openWorkspace() throws Exception {
        fixture = new RunFixture(new DirectJobRunner()).open();
        list = new RunListViewModel(fixture.workspace, fixture.said, fixture.jobs, fixture.notices);
    }

    private List<Integer> lines() {
        return list.rows().stream().map(row -> (int) row.summary().source().line()).toList();
    }

    @Test
    void listsRunsInTheOrderOfTheFilesAndOpensTheFirst() {
        assertEquals(List.of(1, 2, 3, 4), lines());
        assertEquals(0, list.selectedIndex());
    }

    @Test
    void theSelectionStaysWhenARunIsSaidToBelongToAnotherTask() {
        list.selectAt(1);
        RunId run = list.rows().get(1).summary().id();
        fixture.given.answer(Identity.NONE.withRun(run, Optional.of(RunFixture.PAIR_QUERY)));
        assertEquals(Optional.of(RunFixture.PAIR_QUERY), list.rows().get(1).summary().query());
        assertEquals(1, list.selectedIndex());
        list.selectNext();
        assertEquals(2, list.selectedIndex());
    }

    @Test
    void equalRunsInTwoFilesAreTwoRows() {
        RunSummary alpha = fixture.summaries.get(0);
        RunSummary copy = alpha.at(new RunSource(Path.of("rollout_copy.jsonl"), 1));
        fixture.given.add(List.of(copy));
        assertEquals(5, list.listed().stream().distinct().count());
        list.select(copy.place());
        assertEquals(copy, list.selectedProperty().get());
        assertEquals(4, list.selectedIndex());
        list.selectPrevious();
        assertEquals(3, list.selectedIndex());
        list.select(alpha.place());
        assertEquals(0, list.selectedIndex());
        list.showOnly("model copy · failed", List.of(copy.place()));
        assertEquals(List.of(copy), list.rows().stream().map(RunRow::summary).toList());
        assertEquals(copy, list.selectedProperty().get());
        // The other one is hidden now: it is not taken for this one.
        list.select(alpha.place());
        assertEquals(alpha, list.selectedProperty().get());
        assertEquals(5, list.rows().size());
        list.showOnly("both", List.of(alpha.place(), copy.place()));
        list.selectNext();
        assertEquals(copy, list.selectedProperty().get());
        // What was moved since, and what is known by its content alone, is found all the same.
        list.showOnly("moved", List.of(new RunPlace(alpha.id(), new RunSource(Path.of("gone.jsonl"), 7))));
        assertEquals(2, list.rows().size());
        list.showOnly("by content", List.of(RunPlace.anywhere(alpha.id())));
        assertEquals(2, list.rows().size());
    }

    @Test
    void aRunThatIsGoneStaysOpenUntilAnotherIsChosenOrTheWorkspaceIsLeft() {
        list.selectAt(2);
        RunSummary open = list.rows().get(2).summary();
        fixture.given.remove(open.source().file());
        assertEquals(List.of(1, 2), lines());
        assertEquals(open, list.selectedProperty().get());
        assertEquals(-1, list.selectedIndex());
        list.leave();
        assertNull(list.selectedProperty().get());
        assertEquals(List.of(), lines());
        list.select(open.place());
        assertNull(list.selectedProperty().get(), "it cannot be read any more");
    }

    @Test
    void filtersAndSortsAtOnceAndSaysByWhat() {
        RunFilter failed = RunFilter.ALL.withOutcomes(Set.of(OutcomeKind.FAILED));
        list.filter(failed);
        assertEquals(List.of(2, 3), lines());
        assertEquals(failed, list.filterProperty().get());
        list.sort(new RunSort(RunSort.By.STEPS, false));
        assertEquals(List.of(3, 2), lines());
        assertEquals(4, list.listingProperty().get().total());
    }

    @Test
    void filtersAndSortsByHowFarARunGotAndWhatIsWrongWithWhatItChose() throws Exception {
        assertEquals(Optional.empty(), list.rows().get(1).stage());
        fixture.publishFacts();
        assertEquals(Optional.empty(), list.rows().getFirst().stage());
        assertEquals(
                List.of(Stage.VIEWED_NOT_CHOSEN, Stage.CHOSEN),
                List.of(list.rows().get(1).stage().orElseThrow(), list.rows().get(2).stage().orElseThrow()));
        list.filter(RunFilter.ALL.withStages(Set.of(Stage.CHOSEN)));
        assertEquals(List.of(3), lines());
        assertEquals(1, list.filterProperty().get().detailCount());
        list.filter(RunFilter.ALL.withFaults(Set.of(Fault.BUDGET_MISSED, Fault.SHOP_SPLIT)));
        assertEquals(List.of(3), lines());
        list.filter(RunFilter.ALL);
        list.sort(new RunSort(RunSort.By.STAGE, false));
        assertEquals(List.of(2, 3), lines().subList(0, 2));
    }

    @Test
    void runsOfOneTaskStandSideBySide() throws Exception {
        fixture.run("beta", RunFixture.lampSteps("11"));
        fixture.given.add(List.of(fixture.summaries.getLast()));
        list.toggleGrouped();
        List<RunGroup> groups = list.listingProperty().get().groups();
        assertEquals(
                List.of(List.of("alpha", "alpha", "beta"), List.of("beta"), List.of("beta")),
                groups.stream().map(group -> group.rows().stream().map(row -> row.summary().model()).toList()).toList());
        assertEquals(List.of(1, 2, 5, 3, 4), lines());
        assertEquals(2, groups.getFirst().succeeded());
        list.toggleGrouped();
        assertEquals(List.of(), list.listingProperty().get().groups());
        assertEquals(List.of(1, 2, 3, 4, 5), lines());
    }

    @Test
    void keepsTheSelectionWhileAFilterHidesIt() {
        list.selectAt(1);
        RunSummary open = list.selectedProperty().get();
        list.filter(RunFilter.ALL.withModel("beta"));
        assertEquals(open, list.selectedProperty().get());
        assertEquals(-1, list.selectedIndex());
        list.selectNext();
        assertEquals(3, (int) list.selectedProperty().get().source().line());
    }

    @Test
    void showsExactlyTheRunsAskedForUntilCleared() {
        list.filter(RunFilter.ALL.withModel("beta"));
        list.showOnly("product · failed", List.of(fixture.summaries.get(1).place()));
        assertEquals(List.of(2), lines());
        assertEquals("product · failed", list.scopeProperty().get().why());
        assertEquals(0, list.selectedIndex());
        list.showAll();
        assertEquals(List.of(1, 2, 3, 4), lines());
    }

    @Test
    void showsNothingWhenNoRunIsAskedFor() {
        list.showOnly("shop · failed", List.of());
        assertEquals(List.of(), lines());
        assertNull(list.selectedProperty().get());
    }

    @Test
    void aRunThatLiesElsewhereByNowIsStillTheSelectedOne() {
        RunSummary open = list.rows().get(2).summary();
        list.select(open);
        Path file = open.source().file();
        List<RunSummary> moved = fixture.workspace.runs().stream()
                .filter(run -> run.source().file().equals(file))
                .map(run -> run.at(new RunSource(file, run.source().line() + 7)))
                .toList();
        fixture.given.remove(file);
        fixture.given.add(moved);
        assertEquals(2, list.selectedIndex());
        list.selectNext();
        assertEquals(moved.getLast(), list.selectedProperty().get());
    }

    @Test
    void selectsARunThatIsReadOnlyLater() throws Exception {
        RunFixture later = new RunFixture(new DirectJobRunner());
        later.run("alpha", RunFixture.lampSteps("11"));
        RunId wanted = later.run("alpha", RunFixture.lampSteps("12")).id();
        RunListViewModel waiting = new RunListViewModel(later.workspace, later.said, later.jobs, later.notices);
        waiting.select(RunPlace.anywhere(wanted));
        assertNull(waiting.selectedProperty().get());
        later.publishRuns();
        assertEquals(wanted, waiting.selectedProperty().get().id());
    }

    @Test
    void filtersByLabelAndByWhetherAnybodySaidSomething() {
        assertEquals(List.of(), list.labels());
        fixture.annotate(2, 0, "ana", "wrong_variant");
        fixture.annotate(2, 3, "ben", "budget_missed");
        fixture.annotate(4, 1, "ana");
        assertEquals(List.of("budget_missed", "wrong_variant"), list.labels());
        assertEquals("Wrong variant or attribute", list.labelTitle("wrong_variant"));
        list.filter(RunFilter.ALL.withLabels(Set.of("budget_missed", "shop_split")));
        assertEquals(List.of(2), lines());
        list.filter(RunFilter.ALL.withAnnotated(Set.of(RunFilter.Annotated.YES)));
        assertEquals(List.of(2, 4), lines());
        list.filter(RunFilter.ALL.withAnnotated(Set.of(RunFilter.Annotated.NO)));
        assertEquals(List.of(1, 3), lines());
        assertEquals(1, list.filterProperty().get().detailCount());
        list.filter(RunFilter.ALL);
        list.sort(new RunSort(RunSort.By.ANNOTATIONS, false));
        assertEquals(List.of(2, 4, 1, 3), lines());
    }

    @Test
    void forgetsTheSelectionWhenTheWorkspaceIsClosed() {
        fixture.given.clear("");
        assertEquals(List.of(), lines());
        assertNull(list.selectedProperty().get());
    }

    @Test
    void listsTenThousandScoredRunsInTwoJobs() {
        HeldJobs jobs = new HeldJobs();
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        RunListViewModel big = new RunListViewModel(workspace, fixture.said, jobs, new Notices());
        jobs.releaseAll("List runs");
        List<RunSummary> many = IntStream.range(0, 10_000).mapToObj(RunListViewModelTest::summary).toList();
        given.add(many);
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        many.forEach(run -> outcomes.put(run.id(), new RunOutcome.Unscorable("made up")));
        given.outcomes(outcomes);
        assertEquals(2, jobs.releaseAll("List runs"));
        assertEquals(10_000, big.rows().size());
        assertTrue(big.rows().stream().allMatch(row -> row.kind() == OutcomeKind.UNSCORABLE));
    }

    @Test
    void showsWhatItHasWhileRunsKeepComing() {
        HeldJobs jobs = new HeldJobs();
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        RunListViewModel big = new RunListViewModel(workspace, fixture.said, jobs, new Notices());
        for (int i = 0; i < 40; i++) {
            given.add(List.of(summary(i)));
            jobs.take("List runs").forEach(Runnable::run);
        }
        assertTrue(big.rows().size() >= 20, big.rows().size() + " of 40 are listed");
        assertEquals(big.rows().getFirst().summary(), big.selectedProperty().get());
    }

    @Test
    void neverShowsRunsOfAClosedWorkspace() {
        HeldJobs jobs = new HeldJobs();
        GivenWorkspace given = new GivenWorkspace();
        WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
        RunListViewModel big = new RunListViewModel(workspace, fixture.said, jobs, new Notices());
        for (int i = 0; i < 40; i++) {
            given.clear("another");
            jobs.take("List runs").forEach(Runnable::run);
            given.add(List.of(summary(2 * i), summary(2 * i + 1)));
        }
        assertEquals(List.of(), big.rows());
        jobs.releaseAll("List runs");
        assertEquals(List.of(summary(78), summary(79)), big.rows().stream().map(RunRow::summary).toList());
    }

    private static RunSummary summary(int number) {
        return GivenSummary.of(
                new RunId("%064d".formatted(number)),
                new RunSource(java.nio.file.Path.of("many.jsonl"), number + 1L),
                "many",
                Optional.of("query " + number),
                3,
                new LinkedHashMap<>(),
                true,
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                10,
                0,
                0,
                0);
    }
}
