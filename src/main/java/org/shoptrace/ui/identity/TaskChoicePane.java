package org.shoptrace.ui.identity;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.shoptrace.core.task.TaskIndex.Ambiguity;
import org.shoptrace.core.task.TaskIndex.Located;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.run.OpenRun;

/// Which of several task files counts for a run's query, and which task the run belongs to at all.
final class TaskChoicePane extends VBox {
    private static final int SHOWN = 12;

    private final IdentityViewModel model;
    private final OpenRun run;
    private final Runnable done;
    private final VBox found = new VBox();

    TaskChoicePane(IdentityViewModel model, OpenRun run, Runnable done) {
        this.model = model;
        this.run = run;
        this.done = done;
        getStyleClass().add("choice-sheet");
        getChildren().add(Texts.wrapped("The run asks: " + run.summary().query().orElse("nothing that is recorded"), "muted"));
        model.ambiguity(run).ifPresent(this::askFile);
        getChildren().add(Texts.strong("It belongs to the task"));
        TextField words = new LineField();
        words.setId("task-words");
        words.setPromptText("Words of the task's query");
        words.setAccessibleText("Words of the task's query");
        words.getStyleClass().add(Sheets.FIRST);
        words.textProperty().subscribe(this::list);
        found.getStyleClass().add("choices");
        getChildren().addAll(words, found);
        Button own = choice("task-own-words", "The one that its own words say", Optional.empty());
        own.setDisable(!model.isChosen(run.run().id()));
        getChildren().add(own);
    }

    private void askFile(Ambiguity ambiguity) {
        getChildren().add(Texts.strong("Which task file counts? They ask this query for different rewards."));
        long all = model.disagreements(ambiguity);
        CheckBox forAll = new CheckBox(Texts.drawn("For all " + all + " queries that these files disagree about"));
        forAll.setId("task-file-for-all");
        forAll.setSelected(all > 1);
        forAll.setVisible(all > 1);
        forAll.setManaged(all > 1);
        int number = 1;
        for (Located candidate : ambiguity.candidates()) {
            String name = model.name(candidate.file());
            boolean chosen = model.chosenFile(ambiguity).filter(name::equals).isPresent();
            Button button = new Button(Texts.drawn(name + (chosen ? "  (counts now)" : "")));
            button.setId("task-file-" + number++);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> {
                model.chooseFile(ambiguity, candidate.file(), forAll.isSelected());
                done.run();
            });
            getChildren().add(button);
        }
        getChildren().add(forAll);
    }

    private void list(String words) {
        found.getChildren().clear();
        int number = 1;
        for (Task task : model.tasks(words, SHOWN)) {
            found.getChildren().add(choice("task-choice-" + number++, task.query(), Optional.of(task.query())));
        }
        if (found.getChildren().isEmpty()) {
            found.getChildren().add(Texts.muted("No task here has these words."));
        }
    }

    private Button choice(String id, String text, Optional<String> query) {
        Button button = new Button(Texts.drawn(text.strip().replaceAll("\\s+", " ")));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.getStyleClass().add("choice");
        button.setOnAction(_ -> {
            model.chooseTask(run.run().id(), query);
            done.run();
        });
        return button;
    }
}
