package org.shoptrace.ui.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.diagnose.PlantedShop;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The inspector over a planted shop: real searches, real diagnoses.
final class InspectorFixture {
    final PlantedShop shop;
    final GivenWorkspace given = new GivenWorkspace();
    final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    final OpenRunViewModel openRun = new OpenRunViewModel();
    final Notices notices = new Notices();
    final FakeNavigator navigator = new FakeNavigator();
    final InspectorViewModel model;

    InspectorFixture(Path folder, JobRunner jobs) throws Exception {
        shop = new PlantedShop(folder);
        model = new InspectorViewModel(
                workspace, openRun, jobs, notices, s -> new ShoppingBenchProfile(s::product, PlantedShop.byFirstWord(), false),
                given::answer);
        openCatalogue();
    }

    void openCatalogue() {
        given.catalog(new CatalogState.Open(shop.sandbox()));
    }

    /// Opens a run of one step a call over that task.
    Run open(Task task, Exchange... exchanges) throws Exception {
        Run run = shop.run(exchanges);
        given.tasks(List.of(task));
        open(run);
        return run;
    }

    void open(Run run) {
        RunSummary summary = RunSummary.of(run, 1);
        openRun.publish(Optional.of(new OpenRun(summary, run, workspace.task(summary))), 1);
    }
}
