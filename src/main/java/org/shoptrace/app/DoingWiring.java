package org.shoptrace.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.tool.WebSearch;
import org.shoptrace.core.agent.scripted.Shopper;
import org.shoptrace.core.agent.scripted.ShopperHabits;
import org.shoptrace.core.catalog.VocabularyReader;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.demo.FactPages;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.compare.CompareActions;
import org.shoptrace.ui.compare.CompareSheet;
import org.shoptrace.ui.compare.CompareViewModel;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.takeover.TakeOverActions;
import org.shoptrace.ui.takeover.TakeOverPorts;
import org.shoptrace.ui.takeover.TakeOverViewModel;
import org.shoptrace.ui.whatif.WhatIfAction;
import org.shoptrace.ui.whatif.WhatIfViewModel;
import org.shoptrace.ui.session.WorkspacePorts;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What can be done with the open run: try a call otherwise, compare, take over.
///
/// @param actions for Replay
/// @param compare opened from other screens too
record DoingWiring(List<RunAction> actions, CompareSheet compare) {

    /// What all of it needs.
    record Surroundings(
            WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, Notices notices, Sheets sheets, Navigator navigator,
            CopyText clipboard) {}

    /// @param profile  what runs are held against their task with
    /// @param takeOver what taking a run over needs from outside
    static DoingWiring of(Surroundings around, WorkspacePorts.DefaultProfile profile, TakeOverPorts takeOver) {
        List<RunAction> actions = new ArrayList<>();
        actions.add(WhatIfAction.of(
                new WhatIfViewModel(around.workspace(), around.jobs()),
                around.openRun(),
                around.sheets(),
                around.navigator(),
                around.clipboard()));
        CompareViewModel comparison = new CompareViewModel(around.workspace(), around.jobs(), profile);
        CompareSheet compare = new CompareSheet(comparison, around.openRun(), around.sheets(), around.navigator());
        actions.addAll(CompareActions.of(comparison, around.openRun(), compare, around.sheets()));
        actions.addAll(TakeOverActions.of(
                new TakeOverViewModel(around.workspace(), around.jobs(), around.notices(), takeOver), around.sheets(), around.navigator()));
        return new DoingWiring(List.copyOf(actions), compare);
    }

    /// The ports of the program: this user goes on, or a scripted shopper; the demo has a web of its own, other workspaces have none.
    ///
    /// @param author  the user's name as an annotator; empty text before they were asked
    /// @param written told of a rollout file that a run was saved to
    static TakeOverPorts takeOverPorts(WorkspaceViewModel workspace, Supplier<String> author, Consumer<Path> written) {
        return new TakeOverPorts(
                InstantSource.system(),
                () -> author.get().isBlank() ? System.getProperty("user.name", "somebody") : author.get(),
                () -> workspace.folderProperty().get().flatMap(DoingWiring::web),
                new TakeOverPorts.OtherAgent("scripted-shopper", new Shopper(new ShopperHabits(3, 3, 3))),
                written);
    }

    private static Optional<WebSearch> web(WorkspaceFolder workspace) {
        try {
            return new DemoWorkspace(DemoPlan.USUAL).isAt(workspace.folder())
                    ? Optional.of(new FactPages(VocabularyReader.read().facts()))
                    : Optional.empty();
        } catch (ShoptraceException e) {
            // A folder that cannot be read shows its own failure where it is opened; it has no web.
            return Optional.empty();
        }
    }
}
