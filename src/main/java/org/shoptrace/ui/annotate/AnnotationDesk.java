package org.shoptrace.ui.annotate;

import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// Queues, agreement and files, for a sheet.
public final class AnnotationDesk extends TabPane {
    private final AnnotationDeskViewModel model;
    private final Runnable close;
    private final VBox queues = new VBox();
    private final Label size = Texts.muted("");
    private final Button make = new Button("Make the queue");

    /// @param close leaves the sheet
    public AnnotationDesk(AnnotationDeskViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("annotation-desk-tabs");
        getTabs().setAll(
                tab("queues-tab", "Queues", queuesPage()),
                tab("agreement-tab", "Agreement", new AgreementPage(model, close)),
                tab("annotation-files-tab", "Import and export", new FilesPage(model)));
        model.annotations().annotationsProperty().subscribe(_ -> refresh());
        model.annotations().queueProperty().subscribe(_ -> refresh());
        model.annotations().authorProperty().subscribe(_ -> refresh());
    }

    /// Shows how things stand now.
    public void refresh() {
        boolean named = model.annotations().canAnnotate();
        Texts.say(size, !named
                ? "Say your name in the form first (key e)."
                : "Holds the " + model.listed() + " runs that Replay lists now, in their order.");
        make.setDisable(!named || model.listed() == 0);
        queues.getChildren().clear();
        for (Queue queue : model.queues()) {
            queues.getChildren().add(entry(queue));
        }
        if (queues.getChildren().isEmpty()) {
            queues.getChildren().add(Texts.wrapped(
                    "There is no queue yet. Filter the list of runs to what should be looked at, then make a queue of it: it remembers"
                            + " what is done"
                            + " and goes on by itself after each submission.",
                    "muted"));
        }
    }

    private static Tab tab(String id, String title, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefViewportHeight(460);
        Tab tab = new Tab(Texts.drawn(title), scroll);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }

    private Node queuesPage() {
        TextField name = new LineField();
        name.setId("queue-name");
        name.setPromptText("Name of a new queue");
        name.setAccessibleText("Name of a new queue");
        name.getStyleClass().add(Sheets.FIRST);
        HBox.setHgrow(name, Priority.ALWAYS);
        CheckBox blind = new CheckBox("Hide others' labels until mine are submitted");
        blind.setId("queue-blind");
        blind.setSelected(true);
        make.setId("make-queue");
        make.getStyleClass().add("accent");
        Runnable making = () -> {
            model.makeQueue(name.getText(), blind.isSelected());
            name.clear();
            close.run();
        };
        make.setOnAction(_ -> making.run());
        name.setOnAction(_ -> {
            if (!make.isDisabled()) {
                making.run();
            }
        });
        HBox line = new HBox(name, blind, make);
        line.getStyleClass().add("annotate-actions");
        queues.getStyleClass().add("annotate-said");
        VBox page = new VBox(line, size, queues);
        page.getStyleClass().add("annotate-form");
        return page;
    }

    private Node entry(Queue queue) {
        Set<RunId> done = model.done(queue);
        int count = Next.done(queue, done);
        Label name = Texts.strong(queue.name());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        boolean current = model.isCurrent(queue);
        Button work = new Button(
                Texts.drawn(current ? "Stop" : done.isEmpty() ? "Begin" : count == queue.runs().size() ? "Look again" : "Go on"));
        work.setId("work-on-" + queue.id());
        work.setOnAction(_ -> {
            if (current) {
                model.stop();
            } else {
                model.resume(queue);
                close.run();
            }
        });
        HBox head = new HBox(name, Texts.muted(String.format(Locale.ROOT, "%d of %d done", count, queue.runs().size())));
        if (queue.blind()) {
            head.getChildren().add(new Chip("blind", Chip.Tone.NEUTRAL));
        }
        if (current) {
            head.getChildren().add(new Chip("working on it", Chip.Tone.ACCENT));
        }
        head.getChildren().addAll(gap, work);
        head.getStyleClass().add("annotate-actions");
        VBox entry = new VBox(head);
        entry.getStyleClass().add("annotate-queue");
        if (current) {
            int number = 0;
            for (RunId run : queue.runs()) {
                entry.getChildren().add(runLine(++number, run, done.contains(run)));
            }
        }
        return entry;
    }

    private Node runLine(int number, RunId run, boolean done) {
        Hyperlink open = Texts.link(number + ". " + model.words(run));
        open.setId("queue-run-" + number);
        open.setMinWidth(0);
        open.setOnAction(_ -> {
            model.open(run);
            close.run();
        });
        Label state = Texts.muted(done ? "done" : "to do");
        state.setGraphic(Icons.of(done ? Feather.CHECK : Feather.CIRCLE));
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(open, gap, state);
        line.getStyleClass().add("annotate-actions");
        return line;
    }
}
