package org.shoptrace.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NotCompared;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.Findings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AnnotatePaneTest {
    @TempDir
    private Path folder = Path.of("");

    private AnnotateFixture fixture;
    private Sheets sheets;
    private VBox screen;

    @Start
    void start(javafx.stage.Stage stage) throws Exception {
        fixture = new AnnotateFixture(folder, new DirectJobRunner());
        sheets = new Sheets();
        AnnotationDesk desk = new AnnotationDesk(fixture.desk, sheets::close);
        AnnotatePane pane = new AnnotatePane(fixture.model, () -> {
            desk.refresh();
            sheets.open(new Sheet("annotation-desk", "Annotations", desk, Sheet.Size.WIDE));
        }, () -> sheets.open(new Sheet("mark", "Mark", new MarkTextPane(fixture.model, sheets::close), Sheet.Size.WIDE)));
        screen = new VBox(pane);
        screen.setFocusTraversable(true);
        KeyCommands keys = new KeyCommands();
        pane.bind(keys);
        keys.install(screen);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new StackPane(screen, sheets), 900, 700);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        screen.requestFocus();
    }

    @Test
    void threeRunsOfAQueueAreAnnotatedByKeysAlone(FxRobot robot) throws Exception {
        robot.push(KeyCode.E);
        robot.write("ann").push(KeyCode.ENTER);
        robot.push(KeyCode.Q);
        robot.write("mine").push(KeyCode.ENTER);
        assertFalse(sheets.isOpen());
        robot.push(KeyCode.DIGIT1).push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.push(KeyCode.N);
        robot.write("jj 7").push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.push(KeyCode.DIGIT2).push(KeyCode.DIGIT4).push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(fixture.runs.get(3).id(), fixture.current());
        assertEquals(Optional.of("3 of 4 done"), fixture.model.progress());
        var onDisk = fixture.onDisk();
        assertEquals(Set.of("never_retrieved"), labels(onDisk.labels(fixture.runs.get(0).id())));
        assertEquals(Set.of("retrieved_not_viewed", "wrong_variant"), labels(onDisk.labels(fixture.runs.get(2).id())));
        assertEquals("jj 7", onDisk.of(fixture.runs.get(1).id()).getFirst().statement().note(), "digits typed into a note are no labels");
        assertEquals(Set.of(), labels(onDisk.labels(fixture.runs.get(1).id())));
    }

    @Test
    void undoAndRedoByKeys(FxRobot robot) throws Exception {
        Run run = fixture.runs.getFirst();
        robot.interact(() -> {
            fixture.model.setAuthor("ann");
            fixture.model.toggleLabel(1);
            fixture.model.submit();
        });
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(Set.of(), labels(fixture.onDisk().labels(run.id())));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(Set.of("never_retrieved"), labels(fixture.onDisk().labels(run.id())));
    }

    @Test
    void anExportIsProposedBesideTheWorkspaceThatIsOpen(FxRobot robot) {
        robot.interact(() -> {
            fixture.given.clear("none");
            FilesPage page = new FilesPage(fixture.desk);
            fixture.given.folder(WorkspaceFolder.of(folder, folder.resolve("data")));
            assertEquals(folder.resolve(".shoptrace").resolve("annotations.jsonl").toString(),
                    ((TextField) page.lookup("#export-path")).getText());
        });
    }

    @Test
    void theComputedClassIsShownOnceItIsKnownAndHiddenWithTheTruth(FxRobot robot) {
        robot.interact(() -> {
            fixture.model.setAuthor("ann");
            fixture.model.unfold(true);
            fixture.model.speakOf(new Subject.OfRun(fixture.current()));
        });
        assertEquals("nothing computed", chosen("overrule-stage"));
        robot.interact(() -> fixture.openRun.publishFindings(new Findings.Known(failed(fixture.runs.getFirst()))));
        assertEquals("as computed: " + Stage.INVENTED.label(), chosen("overrule-stage"));
        assertEquals("as computed: " + Fault.SHOP_SPLIT.label(), chosen("overrule-fault"));
        robot.interact(fixture.openRun::toggleTruth);
        assertEquals("as computed, hidden", chosen("overrule-stage"));
        assertEquals("Fault, as computed, hidden", node("overrule-fault").getAccessibleText());
    }

    @Test
    void aStageIsChosenByArrowsAlone(FxRobot robot) {
        robot.interact(() -> {
            fixture.model.setAuthor("ann");
            fixture.model.unfold(true);
            fixture.model.speakOf(new Subject.OfRun(fixture.current()));
            node("overrule-stage").requestFocus();
        });
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertEquals(Optional.of(Stage.values()[2]), fixture.model.statementProperty().get().overrule().stage());
        assertEquals(Stage.values()[2].label(), chosen("overrule-stage"));
        robot.push(KeyCode.UP);
        assertEquals(Optional.of(Stage.values()[1]), fixture.model.statementProperty().get().overrule().stage());
        robot.interact(() -> fixture.model.overrule(Optional.empty(), Optional.of(Fault.OTHER_PRODUCT)));
        assertEquals("nothing computed", chosen("overrule-stage"));
        assertEquals(Fault.OTHER_PRODUCT.label(), chosen("overrule-fault"));
    }

    private String chosen(String id) {
        return node(id) instanceof ComboBox<?> box ? chosen(box) : "";
    }

    private static <T> String chosen(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private static Diagnosis failed(Run run) {
        return new Diagnosis(
                run.id(), run.source(), run.model(), run.query(), Optional.empty(), Optional.empty(),
                Optional.of(new FailureClass(Stage.INVENTED, Fault.SHOP_SPLIT, List.of())), List.of(), List.of(),
                new ConstraintMatrix(List.of()),
                List.of(),
                List.of(), List.of(), List.of(), new Reexecution(List.of(), "", 0, 0), Optional.empty(), Milestones.NONE,
                RunEnding.TERMINATED, NotCompared.NONE);
    }

    @Test
    void isOneLineUntilItIsWanted(FxRobot robot) {
        double folded = node("annotate").getBoundsInLocal().getHeight();
        robot.push(KeyCode.E);
        robot.interact(() -> fixture.model.setAuthor("ann"));
        assertTrue(node("annotate").getBoundsInLocal().getHeight() > 3 * folded);
        assertTrue(ShownTexts.of(node("annotate")).contains("1 Never retrieved"));
        robot.interact(screen::requestFocus);
        robot.push(KeyCode.E);
        assertEquals(folded, node("annotate").getBoundsInLocal().getHeight(), 1);
    }

    @Test
    void anotherStageIsChosenByTheArrowsAlone(FxRobot robot) {
        robot.interact(() -> {
            fixture.model.setAuthor("ann");
            fixture.model.unfold(true);
            fixture.model.speakOf(fixture.model.subjects().stream().filter(Subject.OfRun.class::isInstance).findFirst().orElseThrow());
            node("overrule-stage").requestFocus();
        });
        robot.push(KeyCode.DOWN);
        assertEquals(Optional.of(org.shoptrace.model.finding.Stage.values()[0]),
                fixture.model.statementProperty().get().overrule().stage());
        robot.push(KeyCode.DOWN);
        assertEquals(Optional.of(org.shoptrace.model.finding.Stage.values()[1]),
                fixture.model.statementProperty().get().overrule().stage());
        assertSame(node("overrule-stage"), screen.getScene().getFocusOwner());
    }

    private static Set<String> labels(Set<String> labels) {
        return new TreeSet<>(labels);
    }

    private Node node(String id) {
        return screen.getScene().lookup("#" + id);
    }

    @Test
    void aNoteThatIsThereIsGoneOnWith(FxRobot robot) {
        robot.interact(() -> {
            fixture.model.setAuthor("ann");
            fixture.model.note("half a thou");
        });
        robot.push(KeyCode.N);
        robot.write("ght");
        assertEquals("half a thought", fixture.model.statementProperty().get().note());
    }

    @Test
    void tabLeavesTheNoteInBothDirections(FxRobot robot) {
        robot.interact(() -> fixture.model.setAuthor("ann"));
        robot.push(KeyCode.N);
        robot.write("a").push(KeyCode.TAB);
        assertEquals("a", fixture.model.statementProperty().get().note());
        assertTrue(node("annotate-note") != screen.getScene().getFocusOwner());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertSame(node("annotate-note"), screen.getScene().getFocusOwner());
    }

    @Test
    void whoTypesWithoutAPauseHasADraftToo(FxRobot robot) {
        robot.interact(() -> fixture.model.setAuthor("ann"));
        Subject subject = fixture.model.subjectProperty().get().orElseThrow();
        robot.push(KeyCode.N);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (fixture.annotations.annotationsProperty().get().draft("ann", subject).isEmpty() && System.nanoTime() < end) {
            robot.write("a").sleep(100);
        }
        assertTrue(fixture.annotations.annotationsProperty().get().draft("ann", subject).isPresent());
    }

    @Test
    void whatIsTypedIsADraftWhileItIsTyped(FxRobot robot) throws Exception {
        robot.interact(() -> fixture.model.setAuthor("ann"));
        Subject subject = fixture.model.subjectProperty().get().orElseThrow();
        robot.push(KeyCode.N);
        robot.write("never submitted");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fixture.onDisk().draft("ann", subject).isPresent());
        assertEquals("never submitted", fixture.onDisk().draft("ann", subject).orElseThrow().note());
        robot.push(KeyCode.ESCAPE);
        assertSame(screen, screen.getScene().getFocusOwner(), "Escape leaves the note");
    }
}
