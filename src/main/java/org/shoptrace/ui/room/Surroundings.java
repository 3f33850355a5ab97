package org.shoptrace.ui.room;

import java.util.List;
import java.util.function.Consumer;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.session.WorkspacePorts;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.FxJobRunner;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.RunPane;
import org.shoptrace.ui.run.VisibleAnnotations;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What every room is built from.
///
/// @param opened what is open
/// @param means  what a room works with
/// @param before the rooms that stand before this one in the list: what they offer can be taken in
public record Surroundings(Opened opened, Means means, List<Room> before) {
    public Surroundings {
        before = List.copyOf(before);
    }

    /// What is open in the window.
    ///
    /// @param workspace   as far as it has been read
    /// @param session     opens another one, and takes what a person says of this one
    /// @param annotations what people say of its runs
    /// @param run         the run that is open
    /// @param profile     what runs are held against their task with unasked
    /// @param choose      asks the person for another folder and opens it
    public record Opened(
            WorkspaceViewModel workspace, WorkspaceSession session, AnnotationsViewModel annotations, OpenRunViewModel run,
            WorkspacePorts.DefaultProfile profile, Runnable choose) {}

    /// What a room works with.
    ///
    /// @param jobs      runs what takes time, and tells what is under way
    /// @param notices   takes failures that have no better place
    /// @param navigator sends the user elsewhere
    /// @param sheets    lie over the screens
    /// @param clipboard takes what is copied
    /// @param present   puts away everything around the screen, for an audience; or no longer
    public record Means(
            FxJobRunner jobs, Notices notices, Navigator navigator, Sheets sheets, CopyText clipboard, Consumer<Boolean> present) {}

    /// The surroundings of the room that is built next.
    public Surroundings after(List<Room> built) {
        return new Surroundings(opened, means, built);
    }

    /// What the rooms before offer to do with the open run.
    public List<RunAction> runActions() {
        return before.stream().flatMap(room -> room.actions().stream()).toList();
    }

    /// What the rooms before show beside the open run.
    public List<RunPane> runPanes() {
        return before.stream().flatMap(room -> room.panes().stream()).toList();
    }

    /// What people say of runs, as far as the user may see it now.
    public VisibleAnnotations visibleAnnotations() {
        return new VisibleAnnotations(opened.annotations().annotationsProperty(), opened.annotations().labelSetProperty());
    }

    public WorkspaceViewModel workspace() {
        return opened.workspace();
    }

    public OpenRunViewModel openRun() {
        return opened.run();
    }

    public JobRunner jobs() {
        return means.jobs();
    }

    public Notices notices() {
        return means.notices();
    }

    public Navigator navigator() {
        return means.navigator();
    }

    public Sheets sheets() {
        return means.sheets();
    }

    public CopyText clipboard() {
        return means.clipboard();
    }
}
