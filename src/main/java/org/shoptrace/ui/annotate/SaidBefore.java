package org.shoptrace.ui.annotate;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.ui.kit.Texts;

/// What others say of the subject, and what the user said before.
final class SaidBefore {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private SaidBefore() {}

    static List<Node> of(AnnotateViewModel model) {
        List<Node> nodes = new ArrayList<>();
        model.others().forEach(each -> nodes.add(entry(each, model.labelSet())));
        List<Annotation> earlier = model.earlier();
        if (!earlier.isEmpty()) {
            VBox entries = new VBox();
            earlier.forEach(each -> entries.getChildren().add(entry(each, model.labelSet())));
            TitledPane history = new TitledPane(Texts.drawn("You said before (" + earlier.size() + ")"), entries);
            history.setId("annotate-history");
            history.setExpanded(false);
            history.setAnimated(false);
            nodes.add(history);
        }
        return nodes;
    }

    private static Node entry(Annotation annotation, LabelSet labels) {
        VBox entry = new VBox(
                Texts.muted(annotation.author() + " · " + TIME.format(annotation.stamp().time().atZone(ZoneId.systemDefault()))),
                Texts.wrapped(words(annotation.statement(), labels)));
        entry.getStyleClass().add("annotate-entry");
        return entry;
    }

    /// A statement in a line or two.
    static String words(Statement statement, LabelSet labels) {
        List<String> parts = new ArrayList<>();
        statement.labels().forEach(label -> parts.add(labels.title(label)));
        statement.verdict().ifPresent(verdict -> parts.add("task: " + verdict.label()));
        statement.overrule().stage().ifPresent(stage -> parts.add("stage: " + stage.label()));
        statement.overrule().fault().ifPresent(fault -> parts.add("fault: " + fault.label()));
        String facts = parts.isEmpty() ? "No label" : String.join(", ", parts);
        return statement.note().isBlank() ? facts : facts + ". " + statement.note().strip();
    }
}
