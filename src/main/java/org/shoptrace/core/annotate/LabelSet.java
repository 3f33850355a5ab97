package org.shoptrace.core.annotate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;

/// The labels that annotators choose from, in the order of their keys: the first nine have the digits 1 to 9.
public record LabelSet(List<Label> labels) {
    /// How many labels have a digit.
    public static final int WITH_KEY = 9;

    /// The failure classes: what went wrong most often has a digit. Reaching `chosen` alone is no failure and is left out.
    public static final LabelSet FAILURE_CLASSES = new LabelSet(Stream.concat(
            Stream.of(
                    of(Stage.NEVER_RETRIEVED),
                    of(Stage.RETRIEVED_NOT_VIEWED),
                    of(Stage.VIEWED_NOT_CHOSEN),
                    of(Fault.WRONG_VARIANT),
                    of(Fault.CONSTRAINT_MISSED),
                    of(Fault.OTHER_PRODUCT),
                    of(Fault.SHOP_SPLIT),
                    of(Fault.BUDGET_MISSED),
                    of(Fault.KNOWLEDGE_MISSED)),
            Stream.concat(
                    Arrays.stream(Stage.values()).filter(stage -> stage != Stage.CHOSEN).map(LabelSet::of),
                    Arrays.stream(Fault.values()).map(LabelSet::of)))
            .distinct()
            .toList());

    /// One label.
    ///
    /// @param name        in files
    /// @param title       for people
    /// @param description when to give it; empty text when nobody has said
    public record Label(String name, String title, String description) {}

    public LabelSet {
        labels = List.copyOf(labels);
        Set<String> names = new HashSet<>();
        for (Label label : labels) {
            if (label.name().isBlank() || !names.add(label.name())) {
                throw new IllegalArgumentException("the label '" + label.name() + "' is empty or there twice");
            }
        }
    }

    /// The label of that name.
    public Optional<Label> named(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /// The name for people; that of files for a label which is not in the set, as one of another annotator's.
    public String title(String name) {
        return named(name).map(Label::title).orElse(name);
    }

    private static Label of(Stage stage) {
        return new Label(stage.wireName(), stage.label(), "How far the run got");
    }

    private static Label of(Fault fault) {
        return new Label(fault.wireName(), fault.label(), "What is wrong with what was recommended");
    }
}
