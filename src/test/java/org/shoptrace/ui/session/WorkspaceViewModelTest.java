package org.shoptrace.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.WorkspaceChange;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.Products;

class WorkspaceViewModelTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel model = new WorkspaceViewModel(given.open());

    @Test
    void showsWhatIsOpenAndWhatBecomesOfIt() {
        given.clear("shop");
        given.folder(new WorkspaceFolder(Path.of("/shop"), Path.of("/shop/.shoptrace"), false));
        given.tasks(List.of(task("a kettle")));
        given.add(List.of(run("1", "a kettle", 1), run("2", "a mug", 2)));
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(3))));
        given.loaded();
        assertEquals("shop", model.nameProperty().get());
        assertEquals(Optional.of(Path.of("/shop")), model.folderProperty().get().map(WorkspaceFolder::folder));
        assertEquals(List.of(task("a kettle")), model.tasks());
        assertEquals(List.of(List.of(task("a kettle"))), model.taskSets());
        assertEquals(List.of(GivenWorkspace.TASKS), model.taskFiles());
        assertEquals(Optional.of(task("a kettle")), model.task(model.runs().getFirst()));
        assertEquals("no task file here asks its query", model.whyNoTask(model.runs().getLast()));
        assertTrue(model.loadedProperty().get());
        assertTrue(model.statusProperty().get().startsWith("Catalogue 3 products"), model.statusProperty().get());
        assertTrue(model.statusProperty().get().endsWith("1 task     2 runs"), model.statusProperty().get());
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(3)), Optional.empty(), List.of("documents.jsonl")));
        assertTrue(model.statusProperty().get().contains(" · documents.jsonl changed since     "), model.statusProperty().get());

        RunId first = model.runs().getFirst().id();
        given.outcomes(Map.of(first, new RunOutcome.Unscorable("lost")));
        assertEquals(new RunOutcome.Unscorable("lost"), model.outcome(first));
        assertInstanceOf(RunOutcome.NotScored.class, model.outcome(model.runs().getLast().id()));
        given.answer(Identity.NONE.withRun(model.runs().getLast().id(), Optional.of("a kettle")).withStepLimit(OptionalInt.of(7)));
        assertEquals(7, model.stepLimit());
        assertEquals(Optional.of("a kettle"), model.runs().getLast().query());
        assertEquals(Optional.of(task("a kettle")), model.task(model.runs().getLast()));

        given.remove(Path.of("rollout.jsonl"));
        assertEquals(List.of(), model.runs());
        given.clear("");
        assertEquals(List.of(), model.tasks());
        assertEquals(Map.of(), model.outcomes());
        assertFalse(model.loadedProperty().get());
        assertInstanceOf(CatalogState.Unknown.class, model.catalogProperty().get());
    }

    @Test
    void aRunThatBelongsToAnotherTaskIsToldAtItsPlaceAndForgotten() {
        given.tasks(List.of(task("a kettle")));
        given.add(List.of(run("1", "a kettle", 1), run("2", "a mug", 2)));
        RunId second = model.runs().getLast().id();
        given.outcomes(Map.of(second, new RunOutcome.Unscorable("no task")));
        List<Integer> replaced = new ArrayList<>();
        model.runs().addListener((ListChangeListener<RunSummary>) change -> {
            while (change.next()) {
                replaced.add(change.getFrom());
            }
        });
        given.answer(Identity.NONE.withRun(second, Optional.of("a kettle")));
        assertEquals(List.of(1), replaced);
        assertInstanceOf(RunOutcome.NotScored.class, model.outcome(second));
    }

    @Test
    void manyRunsThatAskOtherQueriesAreToldInOneChange() {
        List<RunSummary> runs = new ArrayList<>();
        Identity answers = Identity.NONE;
        for (int i = 0; i < 500; i++) {
            runs.add(run("r" + i, i % 5 == 4 ? "a kettle" : "a mug", i + 1));
            answers = answers.withRun(runs.getLast().id(), Optional.of("a kettle"));
        }
        given.tasks(List.of(task("a kettle")));
        given.add(runs);
        List<WorkspaceChange.RunsSettled> told = new ArrayList<>();
        given.open().listen(change -> {
            if (change instanceof WorkspaceChange.RunsSettled settled) {
                told.add(settled);
            }
        });
        List<List<Integer>> changes = placesOfChanges();
        given.answer(answers);
        assertEquals(1, told.size());
        assertEquals(400, told.getFirst().runs().size());
        assertEquals(1, changes.size());
        assertEquals(100, changes.getFirst().size(), "four of five, and between them one that stays");
        assertEquals(List.of(0, 5, 10), changes.getFirst().subList(0, 3));
        assertEquals(given.open().runs(), model.runs());
        assertTrue(model.runs().stream().allMatch(run -> run.query().equals(Optional.of("a kettle"))));
    }

    @Test
    void theRunsOfAReplacedFileAreTakenAwayInOneChange() {
        List<RunSummary> runs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            RunSummary run = run("r" + i, "q", i + 1);
            runs.add(i % 3 == 0 ? run.at(new RunSource(Path.of("other.jsonl"), i + 1)) : run);
        }
        given.add(runs);
        List<List<Integer>> changes = placesOfChanges();
        given.remove(Path.of("rollout.jsonl"));
        assertEquals(List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), changes);
        assertEquals(given.open().runs(), model.runs());
        assertEquals(10, model.runs().size());
        given.remove(Path.of("nowhere.jsonl"));
        assertEquals(1, changes.size(), "nothing has changed");
        given.clear("");
        assertEquals(List.of(List.of(0)), changes.subList(1, changes.size()));
    }

    /// Where each change of the runs is told to be, from now on.
    private List<List<Integer>> placesOfChanges() {
        List<List<Integer>> changes = new ArrayList<>();
        model.runs().addListener((ListChangeListener<RunSummary>) change -> {
            List<Integer> places = new ArrayList<>();
            while (change.next()) {
                places.add(change.getFrom());
            }
            changes.add(places);
        });
        return changes;
    }

    @Test
    void whatWasOpenBeforeIsShownFromTheStart() {
        given.tasks(List.of(task("a kettle")));
        given.add(List.of(run("1", "a kettle", 1)));
        given.loaded();
        WorkspaceViewModel late = new WorkspaceViewModel(given.open());
        assertEquals(1, late.tasks().size());
        assertEquals(1, late.runs().size());
        assertTrue(late.loadedProperty().get());
    }

    @Test
    void listsCannotBeChangedByWhoReadsThem() {
        assertThrows(UnsupportedOperationException.class, () -> model.runs().add(run("1", "q", 1)));
        assertThrows(UnsupportedOperationException.class, () -> model.tasks().add(task("q")));
        assertThrows(UnsupportedOperationException.class, () -> model.outcomes().put(new RunId("1"), new RunOutcome.NotScored()));
        assertThrows(UnsupportedOperationException.class, () -> given.open().runs().clear());
    }

    private static RunSummary run(String id, String query, long line) {
        return GivenSummary.of(
                new RunId(id), new RunSource(Path.of("rollout.jsonl"), line), "m", Optional.of(query), 1, new LinkedHashMap<>(), true, true,
                Optional.empty(), false, Optional.empty(), 100, 0, 0, 0);
    }

    private static Task task(String query) {
        return new Task(
                Intent.PRODUCT, query, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Json.Obj.EMPTY);
    }
}
