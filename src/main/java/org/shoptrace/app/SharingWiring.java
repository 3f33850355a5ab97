package org.shoptrace.app;

import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.ui.export.ExportAction;
import org.shoptrace.ui.identity.IdentityActions;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.session.WorkspaceLoader;
import org.shoptrace.ui.session.WorkspacePorts;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What a run belongs to, and how it is handed on.
final class SharingWiring {
    private SharingWiring() {}

    static List<RunAction> actions(
            WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, WorkspacePorts.DefaultProfile profile,
            WorkspaceLoader loader, Sheets sheets) {
        List<RunAction> actions = new ArrayList<>();
        actions.add(ExportAction.of(workspace, openRun, jobs, profile, sheets));
        actions.addAll(IdentityActions.of(workspace, loader::answer, loader::chooseCatalogue, sheets));
        return actions;
    }
}
