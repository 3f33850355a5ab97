package org.shoptrace.ui.replay;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.Timeline;

/// The middle region: the open run, step by step.
final class TranscriptPane extends VBox {
    /// In sizes of the text, as is the next.
    private static final double ROOM_FOR_OUTLINE = 60;
    private static final double ROOM_FOR_SOURCE = 38;

    private final StackPane notice = new StackPane();
    private final TransportBar transport;
    private final FindBar find;
    private final ReferenceBar reference;
    private final Timeline timeline;
    private final Region outline;
    private final StepList steps;
    private final ReplayViewModel model;
    private final Runnable leaveField;

    /// What stands above the steps beside the pane's own controls.
    ///
    /// @param timeline the run from above
    /// @param own      what the run's own file says of it
    record Above(Timeline timeline, Region own) {}

    /// @param actions    what can be done with the open run
    /// @param leaveField gives the focus back to the screen
    TranscriptPane(
            ReplayViewModel model, Above above, List<RunAction> actions, Navigator navigator, CopyText clipboard,
            Runnable leaveField) {
        this.model = model;
        this.timeline = above.timeline();
        this.leaveField = leaveField;
        StepActions offered = new StepActions(model.openRun(), actions);
        getStyleClass().addAll("pane", "transcript");
        transport = new TransportBar(model.look(), model.openRun(), timeline.controls());
        find = new FindBar(model.look().find(), leaveField);
        RawStepPane raw = new RawStepPane(model.look().rawStep(), model.openRun(), clipboard);
        steps = new StepList(model, offered, navigator, clipboard);
        StackPane body = new StackPane(steps, raw, notice);
        outline = timeline.outline();
        HBox reading = new HBox(outline, body);
        HBox.setHgrow(body, Priority.ALWAYS);
        VBox.setVgrow(reading, Priority.ALWAYS);
        reference = new ReferenceBar(model.references(), clipboard, leaveField);
        VBox controls = new VBox();
        controls.getChildren().addAll(timeline.bands());
        controls.getChildren().addAll(transport, new FilterBar(model.look().filter()), find, reference);
        controls.getStyleClass().add("transcript-controls");
        PresentationBar presentation = new PresentationBar(model.openRun(), timeline.play("presentation-play"));
        RunIdentity identity = new RunIdentity(model, offered);
        // With large text in a small window the steps need the height more.
        heightProperty().subscribe(height -> identity.showSource(height.doubleValue() >= ROOM_FOR_SOURCE * timeline.textSize()));
        VBox header = new VBox(new TranscriptHeader(model, offered, clipboard), identity, above.own(), controls);
        header.setMinWidth(0);
        getChildren().addAll(presentation, header, reading);
        followOutline(controls);
        model.openRun().presentingProperty().subscribe(now -> {
            presentation.setVisible(now);
            presentation.setManaged(now);
            header.setVisible(!now);
            header.setManaged(!now);
        });
        raw.visibleProperty().bind(model.look().rawStep().shownProperty());
        model.transcriptProperty().subscribe(this::show);
    }

    /// Shows or hides the outline. It stands there by itself where it leaves the steps enough room.
    private void followOutline(Node controls) {
        InvalidationListener resized = _ -> model.look().roomForOutline(getWidth() >= ROOM_FOR_OUTLINE * timeline.textSize());
        widthProperty().addListener(resized);
        transport.heightProperty().addListener(resized);
        outline.visibleProperty().bind(model.look().outlineProperty()
                .and(model.openRun().presentingProperty().not())
                .and(model.look().rawStep().shownProperty().not())
                .and(Bindings.createBooleanBinding(() -> !model.openRun().steps().isEmpty(), model.openRun().openProperty())));
        outline.managedProperty().bind(outline.visibleProperty());
        // Without a run there is nothing to move through.
        model.transcriptProperty().subscribe(now -> controls.setVisible(now.about().isPresent()));
        controls.managedProperty().bind(controls.visibleProperty());
    }

    /// Shows the outline with the focus in it; when it has the focus, hides it.
    void toggleOutline() {
        boolean had = outline.isFocused();
        if (had || !outline.isVisible()) {
            model.look().toggleOutline();
        }
        if (had) {
            leaveField.run();
        } else {
            outline.requestFocus();
        }
    }

    /// Scrolls the steps, down or up.
    void scroll(boolean down) {
        steps.scroll(down);
    }

    /// Puts the cursor into the field of what is looked for.
    void askForWords() {
        find.ask();
    }

    /// Puts the cursor into the field that goes to a reference.
    void askForReference() {
        reference.ask();
    }

    /// Goes to the reference in the clipboard.
    void pasteReference() {
        reference.paste();
    }

    private void show(Transcript now) {
        notice.getChildren().setAll(placeholder(now));
        notice.setVisible(!notice.getChildren().isEmpty());
    }

    private Node[] placeholder(Transcript transcript) {
        return switch (transcript) {
            case Transcript.Nothing() -> new Node[] {
                    new Placeholder(Feather.FILM, "No run is open", "Choose one in the list; j and k then go from step to step.")
            };
            case Transcript.Reading _ -> new Node[0];
            case Transcript.Unreadable(_, String why) -> new Node[] {
                    new Placeholder(Feather.ALERT_TRIANGLE, "This run could not be read", why)
            };
            case Transcript.Open open when open.run().steps().isEmpty() -> new Node[] {
                    new Placeholder(Feather.FILE_MINUS, "This run has no steps", "The harness recorded nothing the agent did.")
            };
            case Transcript.Open _ -> new Node[0];
        };
    }
}
