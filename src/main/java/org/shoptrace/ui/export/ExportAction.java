package org.shoptrace.ui.export;

import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Offers to write the open run to a file.
public final class ExportAction {
    private ExportAction() {}

    /// @param profile what runs are scored with, whose similarity model a page names
    public static RunAction of(
            WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, WorkspacePorts.DefaultProfile profile, Sheets sheets) {
        RunExportViewModel model = new RunExportViewModel(workspace, openRun, jobs, profile);
        return new RunAction(
                "export-run", "", "Export run…", Feather.SHARE, RunAction.Scope.RUN, (_, _) -> true, (run, _) -> {
                    model.show(run);
                    sheets.open(new Sheet("export-sheet", "Export run", new ExportPane(model), Sheet.Size.NARROW));
                });
    }
}
