package org.shoptrace.ui.annotate;

import java.util.List;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RunPane;
import org.shoptrace.ui.session.AnnotationsViewModel;

/// The annotation form beside the open run, and its sheets.
public final class AnnotateRoom {
    public static final Feature FEATURE = Feature.within(AnnotateRoom::build);

    private AnnotateRoom() {}

    private static Room build(Surroundings around) {
        AnnotationsViewModel annotations = around.opened().annotations();
        Sheets sheets = around.sheets();
        Next next = new Listed(around);
        AnnotateViewModel form = new AnnotateViewModel(around.openRun(), annotations, next);
        // Made once: it follows what never ends.
        AnnotationDesk desk = new AnnotationDesk(new AnnotationDeskViewModel(around.workspace(), annotations, next), sheets::close);
        AnnotatePane pane = new AnnotatePane(form, () -> {
            desk.refresh();
            sheets.open(new Sheet("annotation-desk", "Annotations", desk, Sheet.Size.WIDE));
        }, () -> sheets.open(
                new Sheet("mark-text-sheet", "Mark a piece of text", new MarkTextPane(form, sheets::close), Sheet.Size.WIDE)));
        return Room.ofPane(new RunPane(pane, pane::bind)).closing(annotations::finish);
    }

    private record Listed(Surroundings around) implements Next {
        @Override
        public void run() {
            around.navigator().open(new Destination.OpenNextRun());
        }

        @Override
        public void open(RunPlace run, int step) {
            around.navigator().open(new Destination.OpenRun(run, step));
        }

        @Override
        public List<RunPlace> places(RunId run) {
            return around.workspace().runs().stream().filter(one -> one.id().equals(run)).map(RunSummary::place).toList();
        }

        @Override
        public List<RunPlace> listed() {
            return around.openRun().listed();
        }
    }
}
