package org.shoptrace.ui.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.GivenSummary;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.Products;
import org.shoptrace.ui.kit.VoucherWords;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.shoptrace.ui.tasks.Target.Truth;

class TasksViewModelTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final FakeNavigator navigator = new FakeNavigator();
    private final TasksViewModel model = new TasksViewModel(workspace, new DirectJobRunner(), navigator);

    @Test
    void filtersNarrowTogether() {
        given.tasks(Tasks.ALL);
        assertEquals(Tasks.ALL, model.shown());

        model.filter(TaskFilter.ALL.withIntents(Set.of(Intent.SHOP, Intent.VOUCHER)));
        assertEquals(List.of(Tasks.SHOP, Tasks.VOUCHER), model.shown());
        model.filter(model.filterProperty().get().withVouchers(TaskFilter.Vouchers.NONE));
        assertEquals(List.of(Tasks.SHOP), model.shown());
        assertEquals(List.of(Tasks.VOUCHER), TaskFilter.ALL.withVouchers(TaskFilter.Vouchers.PLATFORM).of(Tasks.ALL));
        assertEquals(List.of(), TaskFilter.ALL.withVouchers(TaskFilter.Vouchers.SHOP).of(Tasks.ALL));
        assertEquals(List.of(Tasks.PRODUCT, Tasks.WEB), TaskFilter.ALL.withProducts(1).of(Tasks.ALL));
        assertEquals(List.of(Tasks.WEB), TaskFilter.ALL.withText("INVENTED  kettle").of(Tasks.ALL));
        assertEquals(List.of(Tasks.SHOP), TaskFilter.ALL.withText("k4").of(Tasks.ALL));
    }

    @Test
    void theTrueProductsComeFromTheCatalogueOnceItIsOpen() {
        given.tasks(Tasks.ALL);
        model.select(Tasks.SHOP);
        assertEquals(List.of(new Truth.NoCatalogue(), new Truth.NoCatalogue()), truths());

        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(3))));
        assertEquals("Steel kettle 1", assertInstanceOf(Truth.Known.class, truths().getFirst()).product().title());
        assertEquals(new Truth.Missing(), truths().getLast());
    }

    @Test
    void anUnreadableIndexIsSaidAtTheTarget() {
        FakeSandbox sandbox = new FakeSandbox(Products.kettles(3));
        given.tasks(Tasks.ALL);
        given.catalog(new CatalogState.Open(sandbox));
        sandbox.breakDown();
        model.select(Tasks.PRODUCT);

        assertTrue(assertInstanceOf(Truth.Failed.class, truths().getFirst()).message().contains("the index cannot be read"));
    }

    @Test
    void selectionAnswersAtOnceAndLateLookUpsAreIgnored() {
        LateJobRunner jobs = new LateJobRunner();
        TasksViewModel late = new TasksViewModel(workspace, jobs, navigator);
        given.tasks(Tasks.ALL);
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(5))));
        late.select(Tasks.PRODUCT);
        late.select(Tasks.WEB);
        assertEquals(Optional.of(Tasks.WEB), late.detailProperty().get().map(TaskDetail::task));

        jobs.finish(1);
        jobs.finish(0);

        TaskDetail shown = late.detailProperty().get().orElseThrow();
        assertEquals(Tasks.WEB, shown.task());
        assertEquals("k3", shown.targets().getFirst().product().orElseThrow().productId());
    }

    @Test
    void theVoucherIsReckonedOverTheTrueProducts() {
        given.tasks(Tasks.ALL);
        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(5))));
        model.select(Tasks.VOUCHER);

        assertEquals(Optional.of(new Payment(50, true, 20, 30, 35)), model.detailProperty().get().orElseThrow().payment());

        given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(2))));
        assertEquals(Optional.empty(), model.detailProperty().get().orElseThrow().payment());
    }

    @Test
    void vouchersAreExplainedInASentence() {
        assertEquals(
                "A platform voucher, for all products: 50 % off, at most ₱20.00, once they come to ₱40.00.",
                VoucherWords.sentence(Tasks.HALF));
        assertEquals(
                "A shop voucher, for products of one shop only: ₱34.50 off.",
                VoucherWords.sentence(new Voucher(
                        Voucher.SHOP, Optional.empty(), Voucher.FIXED, Optional.of(new Json.Num("34.5")), Optional.empty(),
                        Optional.empty(),
                        Optional.empty(), Optional.empty())));
        assertEquals("9.5 %", VoucherWords.percent(Json.Num.of(0.095)));
    }

    @Test
    void runsOfTheTaskFollowTheWorkspace() {
        given.tasks(Tasks.ALL);
        RunSummary early = run("a", Tasks.PRODUCT);
        given.add(List.of(early, run("b", Tasks.WEB)));
        model.select(Tasks.PRODUCT);
        RunSummary late = run("c", Tasks.PRODUCT);
        given.add(List.of(late));
        RunOutcome lost = new RunOutcome.Unscorable("the harness lost it");
        given.outcomes(Map.of(late.id(), lost));

        assertEquals(List.of(new TaskRun(early, new RunOutcome.NotScored()), new TaskRun(late, lost)), model.runs());
        model.openRun(model.runs().getLast());
        model.openRuns();
        model.openProduct("k2");
        assertEquals(List.of("run cccc step 1", "runs Products Finder · 2 runs of one task [aaaa, cccc]", "product k2"), navigator.sent());
    }

    @Test
    void aTaskIsOpenedByItsQueryEvenWhenItIsHiddenOrNotYetRead() {
        model.openTask(Tasks.WEB.query());
        assertEquals(Optional.empty(), model.detailProperty().get());
        given.tasks(Tasks.ALL);
        assertEquals(Optional.of(Tasks.WEB), selected());

        model.filter(TaskFilter.ALL.withIntents(Set.of(Intent.SHOP)));
        model.openTask(Tasks.PRODUCT.query());
        assertEquals(Optional.of(Tasks.PRODUCT), selected());
        assertEquals(TaskFilter.ALL, model.filterProperty().get());

        model.selectPlace(3);
        model.selectPlace(9);
        assertEquals(Optional.of(Tasks.SHOP), selected());
    }

    @Test
    void aClosedWorkspaceLeavesNothingSelected() {
        given.tasks(Tasks.ALL);
        given.add(List.of(run("a", Tasks.PRODUCT)));
        model.select(Tasks.PRODUCT);
        given.clear("another");

        assertEquals(Optional.empty(), selected());
        assertEquals(List.of(), model.runs());
        assertEquals(List.of(), model.shown());
    }

    private Optional<Task> selected() {
        return model.detailProperty().get().map(TaskDetail::task);
    }

    private List<Truth> truths() {
        return model.detailProperty().get().orElseThrow().targets().stream().map(Target::truth).toList();
    }

    static RunSummary run(String digit, Task task) {
        return GivenSummary.of(
                new RunId(digit.repeat(64)), new RunSource(Path.of("rollouts.jsonl"), 1), "model-" + digit, Optional.of(task.query()), 7,
                new LinkedHashMap<>(Map.of("find_product", 5)), true, true, Optional.empty(), false, Optional.empty(), 100, 0, 0, 0);
    }
}
