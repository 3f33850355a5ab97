package org.shoptrace.ui.evaluate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.ModelFiles;
import org.shoptrace.core.evaluate.setup.Readiness;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Decimals;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// What is chosen to be evaluated, and whether it can be.
final class SetupViewModel {
    /// What a result depends on.
    record Basis(EvaluationSetup setup, List<RunSummary> runs, int tasks, CatalogState catalog) {
        Basis {
            runs = List.copyOf(runs);
        }
    }

    private final WorkspaceViewModel workspace;
    private final PowerViewModel before;
    private final EvaluationForm form = new EvaluationForm();
    private final ObservableList<RolloutChoice> files = FXCollections.observableArrayList();
    private final ObservableSet<Path> left = FXCollections.observableSet();
    private final Map<Path, String> names = new HashMap<>();
    private final ReadOnlyStringWrapper trials = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper power = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Basis>> present = new ReadOnlyObjectWrapper<>(Optional.empty());
    private TaskCover tasks;
    private Consumer<Identity> answer = _ -> {};
    /// Of the workspace, as the form was last told.
    private double threshold;
    private boolean chosenJudge;
    private boolean choosing;

    /// @param before what a number of tasks can show
    SetupViewModel(WorkspaceViewModel workspace, PowerViewModel before) {
        this.workspace = workspace;
        this.before = before;
        this.tasks = new TaskCover(workspace.taskSets());
        workspace.runs().addListener((Observable _) -> refreshFiles());
        workspace.tasks().addListener((Observable _) -> {
            tasks = new TaskCover(workspace.taskSets());
            refreshFiles();
        });
        left.addListener((Observable _) -> refresh());
        before.shareProperty().addListener((_, _, _) -> refresh());
        workspace.catalogProperty().addListener((_, _, now) -> {
            if (now instanceof CatalogState.Unknown) {
                left.clear();
                names.clear();
                chosenJudge = false;
            }
            refreshFiles();
        });
        showThreshold();
        workspace.identityProperty().addListener((_, _, _) -> {
            if (workspace.ownThreshold() != threshold) {
                showThreshold();
            }
        });
        form.judgeProperty().addListener((_, _, _) -> chosenJudge |= !choosing);
        form.inputs().forEach(input -> input.addListener((_, _, _) -> refresh()));
        refreshFiles();
    }

    // Properties

    EvaluationForm form() {
        return form;
    }

    /// The rollout files of the workspace.
    ObservableList<RolloutChoice> files() {
        return files;
    }

    /// The files that are left out; all others are chosen, those too that are found later.
    ObservableSet<Path> leftOut() {
        return left;
    }

    /// Which of the chosen files are trials of which model, a line each; empty text when each file is a model of its own.
    ReadOnlyStringProperty trialsProperty() {
        return trials.getReadOnlyProperty();
    }

    /// Why nothing can be run, for people; empty text when it can.
    ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /// What the chosen tasks can show, for people; empty text when there are none.
    ReadOnlyStringProperty powerProperty() {
        return power.getReadOnlyProperty();
    }

    /// What would be evaluated now; empty while the form lacks something.
    ReadOnlyObjectProperty<Optional<Basis>> presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// What there is to score by a set-up: the benchmark's rules need an open catalogue.
    Optional<EvaluationMaterial> material(EvaluationSetup setup, List<RunSummary> runs) {
        return setup.own().isPresent() || workspace.sandbox().isPresent() ? Optional.of(material(runs)) : Optional.empty();
    }

    /// What there is, with the catalogue where it is open.
    EvaluationMaterial material(List<RunSummary> runs) {
        return new EvaluationMaterial(workspace.taskSets(), workspace.taskFiles(), runs, workspace.sandbox());
    }

    // Commands

    void choose(Path file, boolean chosen) {
        if (chosen) {
            left.remove(file);
        } else {
            left.add(file);
        }
    }

    /// Says who takes what a person says of the workspace.
    void onAnswer(Consumer<Identity> taker) {
        answer = taker;
    }

    /// Says for the whole workspace from which score on a run is a success, as the form has it. Where that is no number, the workspace's is
    /// shown again.
    void sayThreshold() {
        double said = form.ownThreshold().orElse(threshold);
        if (said != workspace.ownThreshold()) {
            answer.accept(workspace.identityProperty().get().succeedingFrom(said));
        }
        showThreshold();
    }

    /// Shows the workspace's again.
    void showThreshold() {
        threshold = workspace.ownThreshold();
        form.thresholdProperty().set(Decimals.text(threshold));
    }

    /// Says whose runs a file holds: files of one model are one series, and runs of one task are trials of it.
    ///
    /// @param model blank for what the file's name says
    void rename(Path file, String model) {
        if (model.isBlank()) {
            names.remove(file);
        } else {
            names.put(file, model.strip());
        }
        refreshFiles();
    }

    void chooseAll() {
        left.clear();
    }

    void chooseNone() {
        files.forEach(file -> left.add(file.file()));
    }

    /// Chooses everything that was found, with the settings a fresh window has.
    void chooseUsual() {
        form.profileProperty().set(ScoringProfile.SHOPPINGBENCH);
        form.similarityProperty().set(SimilarityChoice.Kind.EMBEDDED);
        form.embeddedProperty().set(EmbeddedModel.DEFAULT);
        form.noThinkProperty().set(false);
        showThreshold();
        names.clear();
        chosenJudge = false;
        chooseAll();
        refreshFiles();
    }

    /// Chooses what a kept result was made with.
    ///
    /// @return what it depends on, as it is now
    Basis choose(EvaluationSetup setup) {
        form.choose(setup);
        for (int i = 0; i < setup.files().size(); i++) {
            Path file = setup.files().get(i);
            setup.model(i).ifPresent(model -> names.put(file, model));
        }
        refreshFiles();
        files.stream().map(RolloutChoice::file).forEach(file -> choose(file, setup.files().contains(file)));
        return basis(setup);
    }

    private void refreshFiles() {
        files.setAll(RolloutChoice.of(workspace.runs(), tasks).stream()
                .map(file -> file.of(names.getOrDefault(file.file(), file.model())))
                .toList());
        refresh();
    }

    private void refresh() {
        List<RolloutChoice> chosen = files.stream().filter(file -> !left.contains(file.file())).toList();
        Readiness readiness = new Readiness(
                files, chosen, !workspace.tasks().isEmpty(), form.profileProperty().get(), workspace.catalogProperty().get());
        chooseJudge(readiness);
        boolean own = form.judgeProperty().get() == JudgedBy.OWN;
        String obstacle = own ? readiness.ownObstacle() : readiness.obstacle();
        blocked.set(obstacle.isEmpty() ? form.problem() : obstacle);
        power.set(own ? "" : power(readiness.tasks()));
        trials.set(own
                ? ""
                : ModelFiles.of(chosen).stream()
                        .map(ModelFiles::sentence)
                        .filter(sentence -> !sentence.isEmpty())
                        .map(sentence -> sentence + ".")
                        .collect(Collectors.joining("\n")));
        List<Path> paths = chosen.stream().map(RolloutChoice::file).toList();
        List<String> models = chosen.stream().map(RolloutChoice::model).toList();
        if (own) {
            present.set(form.ownThreshold().isPresent()
                    ? Optional.of(basis(EvaluationSetup.byOwn(paths, models, form.ownThreshold().getAsDouble())))
                    : Optional.empty());
            return;
        }
        present.set(form.choice().map(similarity -> basis(new EvaluationSetup(
                paths, models, EvaluationSetup.Asked.ITS_OWN, form.profileProperty().get(), similarity, form.noThinkProperty().get()))));
    }

    /// Unless somebody chose, who judges follows what there is to judge by.
    private void chooseJudge(Readiness readiness) {
        JudgedBy usual = readiness.isOwnUsual() ? JudgedBy.OWN : JudgedBy.RULES;
        if (!chosenJudge && form.judgeProperty().get() != usual) {
            choosing = true;
            form.judgeProperty().set(usual);
            choosing = false;
        }
    }

    /// What files say hangs on neither tasks nor a catalogue.
    private Basis basis(EvaluationSetup setup) {
        Set<Path> wanted = Set.copyOf(setup.files());
        List<RunSummary> runs = workspace.runs().stream().filter(run -> wanted.contains(run.source().file())).toList();
        return setup.own().isPresent()
                ? new Basis(setup, runs, 0, new CatalogState.None())
                : new Basis(setup, runs, workspace.tasks().size(), workspace.catalogProperty().get());
    }

    /// The smallest difference between two models that so many tasks can show; empty text for none.
    private String power(int count) {
        if (count == 0) {
            return "";
        }
        String shows = before.detectable(count)
                .map(difference -> "differences from " + Shares.percent(difference) + " points on can be shown")
                .orElse("they are too few to show any difference");
        DiscordantShare share = before.shareProperty().get();
        return String.format(Locale.ROOT, "About %s: %s (McNemar, power 0.8, if two models differ on %s %% of them: %s).",
                Counts.of(count, "task"), shows, Shares.percent(share.value()), share.source());
    }
}
