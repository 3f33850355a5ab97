package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.VoucherWords;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OwnDetails;
import org.shoptrace.ui.run.RunChips;

/// The right region of Replay: everything that is known about the open run, in sections that fold. What does not apply is left out.
public final class InspectorPane extends VBox {
    private final InspectorViewModel model;
    private final Navigator navigator;
    private final Links links;
    private final HBox header = new HBox();
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final List<FollowingPane> following = new ArrayList<>();

    public InspectorPane(InspectorViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        links = new Links(model.openRun(), navigator);
        setId("inspector");
        getStyleClass().addAll("pane", "inspector");
        header.getStyleClass().add("pane-header");
        // With large text, what does not fit is shortened or wrapped: nothing pushes the region wider than it is.
        setMinWidth(0);
        sections.setMinWidth(0);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText("Findings");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        model.openRun().findingsProperty().subscribe(_ -> show());
        model.openRun().truthHiddenProperty().subscribe(_ -> show());
        model.ownThresholdProperty().subscribe(_ -> show());
    }

    private void show() {
        following.forEach(FollowingPane::leave);
        following.clear();
        Label title = Texts.heading("Findings");
        title.setMinWidth(USE_PREF_SIZE);
        header.getChildren().setAll(title);
        List<Node> shown = new ArrayList<>();
        model.openRun().openProperty().get().ifPresentOrElse(open -> show(open, shown), () -> shown.add(new Placeholder(
                Feather.CHECK_SQUARE, "Nothing to inspect yet", "What is known about the open run is shown here, step by step.")));
        sections.getChildren().setAll(shown);
        scroll.setVvalue(0);
    }

    private void show(OpenRun open, List<Node> shown) {
        open.task().ifPresent(task -> head(task));
        if (model.isOfOtherBenchmark(open)) {
            own(open, shown);
        }
        switch (model.openRun().findingsProperty().get()) {
            case Findings.Nothing() -> {}
            case Findings.Working() -> shown.add(new Placeholder(
                    Feather.ACTIVITY, "Inspecting the run", "Every call is run again, and every product held against the task."));
            case Findings.Gap(String what, String remedy) -> {
                if (model.isOfOtherBenchmark(open)) {
                    shown.add(doesNotApply());
                } else {
                    shown.add(gap(Feather.ALERT_TRIANGLE, what, remedy));
                    own(open, shown);
                }
                health(open, Diagnostician.health(open.run(), model.stepLimit()), shown);
            }
            case Findings.Known(Diagnosis diagnosis) -> known(open, diagnosis, shown);
        }
        open.task().ifPresentOrElse(
                task -> shown.add(task(task)),
                () -> open.run().query().filter(query -> !query.isBlank()).ifPresent(
                        query -> shown.add(section("task", "Query of the run", true, List.of(), List.of(new FoldedText(query))))));
    }

    private void head(Task task) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = Icons.button(Feather.EXTERNAL_LINK, "Open this task in Tasks",
                () -> navigator.open(new Destination.OpenTask(task.query())));
        open.setId("open-task");
        Chip intent = RunChips.intent(task.intent());
        intent.setMinWidth(0);
        open.setMinWidth(USE_PREF_SIZE);
        header.getChildren().addAll(intent, gap, open);
    }

    private void known(OpenRun open, Diagnosis diagnosis, List<Node> shown) {
        boolean hidden = model.openRun().truthHiddenProperty().get();
        boolean other = model.isOfOtherBenchmark(open);
        if (other) {
            shown.add(doesNotApply());
        } else {
            Gaps.ofTask(diagnosis, open.run(), model.whyNoTask(open), model.isTaskAsked(open))
                    .ifPresent(gap -> shown.add(gap(Feather.HELP_CIRCLE, gap.what(), gap.remedy())));
        }
        Gaps.ofScore(diagnosis, open.run()).ifPresent(gap -> shown.add(gap(Feather.ALERT_TRIANGLE, gap.what(), gap.remedy())));
        if (hidden && diagnosis.task().isPresent()) {
            shown.add(gap(Feather.EYE_OFF, "The truth is hidden",
                    "Targets, scores and classes are shown again when it is switched back on."));
        } else {
            truth(diagnosis, shown);
        }
        if (!other) {
            own(open, shown);
        }
        health(open, diagnosis.health(), shown);
        if (!diagnosis.claims().isEmpty()) {
            shown.add(section("grounding", "Grounding", true, ClaimList.chips(diagnosis.claims()),
                    List.of(new ClaimList(links).of(diagnosis.claims()))));
        }
        if (other) {
            return;
        }
        String fingerprint = model.fingerprint();
        shown.add(section("reexecution", "Re-execution", false, FindingLists.chips(diagnosis.reexecution()), List.of(
                diagnosis.reexecution().calls().isEmpty()
                        ? Texts.wrapped("The run reads nothing that the sandbox could answer.", "muted")
                        : new FindingLists(links).reads(diagnosis.reexecution(), fingerprint))));
    }

    /// What the run's own file says of it; nothing where that is nothing, or must not be seen.
    private void own(OpenRun open, List<Node> shown) {
        OwnRecord own = open.run().own();
        if (own.verdict().isEmpty() && own.metadata().isEmpty()) {
            return;
        }
        if (model.openRun().truthHiddenProperty().get()) {
            if (open.task().isEmpty()) {
                shown.add(gap(Feather.EYE_OFF, "What the file says is hidden", "It is shown again when the truth is switched back on."));
            }
            return;
        }
        double threshold = model.ownThresholdProperty().get();
        OwnDetails details = new OwnDetails(own, true, threshold);
        details.setId("own-findings");
        details.thresholdField("own-findings-threshold", model::succeedFrom, this::requestFocus);
        details.metadata();
        List<Chip> chips = own.verdict().map(verdict -> RunChips.own(OwnOutcome.of(own, threshold), verdict)).stream().toList();
        shown.add(section("own", "By its file", true, chips, List.of(details)));
    }

    private static Node doesNotApply() {
        Findings.Gap gap = Gaps.ofOtherBenchmark();
        Node line = Texts.wrapped(gap.what() + ". " + gap.remedy(), "muted", "other-benchmark");
        line.setId("other-benchmark");
        return line;
    }

    /// What targets and scores give away.
    private void truth(Diagnosis diagnosis, List<Node> shown) {
        if (diagnosis.task().isEmpty()) {
            return;
        }
        FlowPane chips = new Flow();
        chips.getStyleClass().add("chips");
        chips.getChildren().setAll(VerdictPane.chips(diagnosis));
        shown.add(section("verdict", "Verdict", true, List.of(),
                List.of(chips, new VerdictPane(diagnosis, links), new StepLimitField(model, "step-limit", this::requestFocus))));
        if (!diagnosis.matrix().rows().isEmpty()) {
            shown.add(section("constraints", "Constraints", true, List.of(MatrixPane.summary(model)),
                    List.of(followed(new MatrixPane(model, links, diagnosis)))));
        }
        if (!diagnosis.targets().isEmpty()) {
            shown.add(section("ranks", "Targets in the searches", true, List.of(Section.beside(RankPane.summary(diagnosis))),
                    List.of(followed(new RankPane(model, links, diagnosis)))));
        }
        diagnosis.budget().ifPresent(budget -> shown.add(section(
                "budget", diagnosis.task().get().voucher().isPresent() ? "Budget" : "Shop", true, BudgetPane.chips(budget),
                List.of(new BudgetPane(diagnosis.task().get(), budget, links)))));
    }

    private void health(OpenRun open, List<HealthFinding> findings, List<Node> shown) {
        // Of another benchmark's run the step limit of this one says nothing.
        if (findings.isEmpty() && model.isOfOtherBenchmark(open)) {
            return;
        }
        // Where nothing failed there is nothing to say, unless the step limit is said nowhere else.
        if (findings.isEmpty() && shown.stream().anyMatch(node -> "section-verdict".equals(node.getId()))) {
            return;
        }
        Node what = findings.isEmpty()
                ? Texts.wrapped("Nothing failed that was not the agent's choice.", "muted")
                : new FindingLists(links).health(findings);
        shown.add(section("health", "Health", true, FindingLists.chips(findings),
                List.of(what, new StepLimitField(model, "harness-step-limit", this::requestFocus))));
    }

    private Node task(Task task) {
        List<Node> lines = new ArrayList<>(List.of(new FoldedText(task.query())));
        if (!model.openRun().truthHiddenProperty().get()) {
            task.knowledgeAnswer().ifPresent(answer -> lines.add(Texts.wrapped("The answer to mention: " + answer, "muted")));
        }
        task.voucher().ifPresent(voucher -> {
            lines.add(Texts.wrapped(VoucherWords.sentence(voucher), "muted"));
            voucher.budget().ifPresent(budget -> lines.add(Texts.wrapped("Budget: " + Money.peso(budget), "muted")));
        });
        return section("task", "Task", true, List.of(), lines);
    }

    private FollowingPane followed(FollowingPane pane) {
        following.add(pane);
        return pane;
    }

    private Section section(String id, String title, boolean atFirst, List<? extends Node> beside, List<? extends Node> content) {
        return new Section(id, title, model.expandedProperty(id, atFirst), beside, content);
    }

    private static Node gap(Ikon icon, String what, String remedy) {
        Placeholder placeholder = new Placeholder(icon, what, remedy);
        placeholder.setId("inspection-gap");
        placeholder.getStyleClass().add("gap");
        return placeholder;
    }
}
