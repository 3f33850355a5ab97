package org.shoptrace.app;

import java.util.List;
import javafx.scene.layout.Region;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.annotate.AnnotatePane;
import org.shoptrace.ui.annotate.AnnotateViewModel;
import org.shoptrace.ui.annotate.AnnotationDesk;
import org.shoptrace.ui.annotate.AnnotationDeskViewModel;
import org.shoptrace.ui.annotate.MarkTextPane;
import org.shoptrace.ui.annotate.Next;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.replay.ReplayViewModel;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The annotation form and its sheets.
final class AnnotationWiring {
    private final Sheets sheets;
    private final AnnotateViewModel form;
    private final AnnotatePane pane;
    /// Made once: it follows what never ends.
    private final AnnotationDesk desk;

    AnnotationWiring(
            WorkspaceViewModel workspace,
            OpenRunViewModel openRun,
            AnnotationsViewModel annotations,
            ReplayViewModel replay,
            Navigator navigator,
            Sheets sheets) {
        this.sheets = sheets;
        Next next = new Listed(replay, navigator);
        form = new AnnotateViewModel(openRun, annotations, next);
        desk = new AnnotationDesk(new AnnotationDeskViewModel(workspace, annotations, next), sheets::close);
        pane = new AnnotatePane(form, this::openDesk, this::openTexts);
    }

    /// The form, for below the inspector.
    Region pane() {
        return pane;
    }

    void bind(KeyCommands keys) {
        pane.bind(keys);
    }

    private void openDesk() {
        desk.refresh();
        sheets.open(new Sheet("annotation-desk", "Annotations", desk, Sheet.Size.WIDE));
    }

    private void openTexts() {
        sheets.open(new Sheet("mark-text-sheet", "Mark a piece of text", new MarkTextPane(form, sheets::close), Sheet.Size.WIDE));
    }

    private record Listed(ReplayViewModel replay, Navigator navigator) implements Next {
        @Override
        public void run() {
            replay.nextRun();
        }

        @Override
        public void open(RunId run, int step) {
            navigator.openRun(run, step);
        }

        @Override
        public List<RunId> listed() {
            return replay.list().listed();
        }
    }
}
