package org.shoptrace.ui.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.ui.evaluate.ClaimsViewModel.Listed;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;
import org.shoptrace.ui.kit.control.ManyChoice;

/// The wrong claims, a line each: what is wrong, the sentence with what is stated marked, and what says otherwise. Enter or a double click
/// opens the sentence in its run.
final class WrongClaimsCard extends VBox {
    private static final double ROW = 74;
    private static final double TALLEST = 560;

    private final ClaimsViewModel model;
    private final ManyChoice<Claim.Kind> kinds = new ManyChoice<>("claims-kinds", "Kinds of claim", "Any kind", Claim.Kind::label);
    private final ManyChoice<Claim.Verdict> verdicts = new ManyChoice<>(
            "claims-verdicts", "What is wrong", "Wrong in any way", Claim.Verdict::label);
    private final ObservableList<Listed> all = FXCollections.observableArrayList();
    private final FilteredList<Listed> listed = new FilteredList<>(all);
    private final ListView<Listed> list = new ListView<>(listed);
    private final Label count = Texts.muted("");
    private final Label none = Texts.wrapped("", "muted", "hint");

    WrongClaimsCard(ClaimsViewModel model) {
        this.model = model;
        setId("wrong-claims-card");
        getStyleClass().addAll("card", "chart-card");
        count.setId("wrong-claims-count");
        none.setId("wrong-claims-none");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Texts.heading("The wrong claims"), count, gap);
        head.getStyleClass().add("chart-head");
        FlowPane filters = new FlowPane(kinds, verdicts);
        filters.getStyleClass().add("page-choices");
        kinds.setOnChoice(model.kindsProperty()::set);
        verdicts.setOnChoice(model.verdictsProperty()::set);
        list.setId("wrong-claims");
        list.getStyleClass().add("dense");
        list.setAccessibleText("Wrong claims; Enter opens the sentence in its run");
        list.setPlaceholder(none);
        list.setCellFactory(ClaimRow::new);
        list.setOnKeyPressed(event -> {
            Listed one = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && one != null) {
                model.open(one);
                event.consume();
            }
        });
        getChildren().addAll(head, filters, list);
        model.kindsProperty().subscribe(this::filter);
        model.verdictsProperty().subscribe(this::filter);
    }

    void show(EvaluationResult result, ClaimFigures figures) {
        List<Listed> now = model.wrong(result, figures);
        if (!now.equals(all)) {
            all.setAll(now);
        }
        offer(kinds, values(now, Claim.Kind.class, one -> one.claim().kind()), model.kindsProperty());
        offer(verdicts, values(now, Claim.Verdict.class, one -> one.claim().verdict()), model.verdictsProperty());
        filter();
    }

    /// What is chosen and is no longer there is chosen no longer: a list that nothing can fill would look empty for no reason.
    private static <E> void offer(ManyChoice<E> choice, List<E> values, ObjectProperty<Set<E>> chosen) {
        choice.offer(values);
        if (!values.containsAll(chosen.get())) {
            chosen.set(chosen.get().stream().filter(values::contains).collect(Collectors.toSet()));
        }
        choice.choose(chosen.get());
    }

    private static <E extends Enum<E>> List<E> values(List<Listed> of, Class<E> type, Function<Listed, E> value) {
        Set<E> values = EnumSet.noneOf(type);
        of.forEach(one -> values.add(value.apply(one)));
        return List.copyOf(values);
    }

    private void filter() {
        listed.setPredicate(model::isListed);
        Texts.say(count, listed.size() == all.size()
                ? Counts.of(all.size(), "claim")
                : Counts.grouped(listed.size()) + " of " + Counts.of(all.size(), "claim"));
        Texts.say(none, all.isEmpty()
                ? "None of the claims that were checked is wrong."
                : "No wrong claim is of this kind. Choose another one above.");
        list.setPrefHeight(Math.clamp(listed.size() * ROW, ROW, TALLEST));
        list.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// The sentence, and in it what is stated where it stands there as it is.
    static List<Node> sentence(ClaimFacts.Wrong claim) {
        String sentence = claim.sentence().quote();
        int at = sentence.toLowerCase(Locale.ROOT).indexOf(claim.text().toLowerCase(Locale.ROOT));
        if (at < 0 || claim.text().isEmpty()) {
            return List.of(text(sentence, "find-text"));
        }
        int end = Math.min(sentence.length(), at + claim.text().length());
        return List.of(
                text(sentence.substring(0, at), "find-text"), text(sentence.substring(at, end), "find-mark"),
                text(sentence.substring(end), "find-text"));
    }

    private static Text text(String part, String styleClass) {
        Text text = Texts.piece(part.replaceAll("\\s+", " "));
        text.getStyleClass().add(styleClass);
        return text;
    }

    private final class ClaimRow extends WrappingCell<Listed> {
        ClaimRow(ListView<Listed> list) {
            super(list);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && getItem() != null) {
                    model.open(getItem());
                }
            });
        }

        @Override
        protected Region content(Listed one) {
            ClaimFacts.Wrong claim = one.claim();
            Hyperlink where = Texts.link(String.format(Locale.ROOT, "%s · %s · step %d · %s", one.series(), one.wrong().run().source(),
                    claim.step(), claim.sentence().field().label().toLowerCase(Locale.ROOT)));
            where.setTooltip(Texts.tip("Open the sentence in its run"));
            where.setMnemonicParsing(false);
            // Enter opens the chosen line; a stop in each would make the list a long way for the Tab key.
            where.setFocusTraversable(false);
            where.setMinWidth(0);
            where.setOnAction(_ -> model.open(one));
            HBox head = new HBox(new Chip(claim.verdict().label(), Chip.Tone.BAD), new Chip(claim.kind().label(), Chip.Tone.NEUTRAL));
            if (one.wrong().run().score().success()) {
                head.getChildren().add(new Chip("succeeded", Chip.Tone.GOOD));
            }
            head.getChildren().add(where);
            head.getStyleClass().add("chart-head");
            TextFlow sentence = new TextFlow();
            sentence.getChildren().addAll(sentence(claim));
            VBox box = new VBox(head, sentence, Texts.wrapped(claim.because(), "muted"));
            box.getStyleClass().add("claim-row");
            box.setAccessibleText(String.format(Locale.ROOT, "%s, %s, %s: %s %s", claim.verdict().label(), claim.kind().label(),
                    where.getText(), claim.sentence().quote(), claim.because()));
            return box;
        }
    }
}
