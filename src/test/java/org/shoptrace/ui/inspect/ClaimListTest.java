package org.shoptrace.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.Passage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The claims of a run, and where each leads.
@ExtendWith(ApplicationExtension.class)
class ClaimListTest {
    private static final Claim OBSERVED = claim("It costs 5 pesos.", "5 pesos", Kind.PRICE, Verdict.OBSERVED, Optional.empty());
    private static final Claim UNSEEN = claim("It sold 8 pieces.", "8 pieces", Kind.SOLD, Verdict.UNOBSERVED, Optional.empty());
    private static final Claim MERGED = claim("The kettle is by Acme.", "Acme", Kind.BRAND, Verdict.OTHER_PRODUCT, Optional.of("22"));

    private final OpenRunViewModel openRun = new OpenRunViewModel();
    private final List<Destination> sent = new ArrayList<>();

    private static Claim claim(String sentence, String text, Kind kind, Verdict verdict, Optional<String> other) {
        return new Claim(
                new Place(3, OptionalInt.empty()), new Span(Span.Field.RESPONSE, 10, 10 + sentence.length(), sentence), 10, text, kind,
                verdict,
                List.of("11"), other, Optional.of(new Place(2, OptionalInt.of(1))), "an answer says otherwise");
    }

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        Node list = new ClaimList(new Links(openRun, sent::add)).of(List.of(OBSERVED, UNSEEN, MERGED));
        Scene scene = new Scene(new StackPane(list), 392, 500);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static List<String> sentences(FxRobot robot) {
        return robot.lookup(".claim-sentence").<Node>queryAll().stream()
                .map(flow -> robot.from(flow).lookup((Text part) -> part.getParent() == flow).queryAll().stream()
                        .map(part -> ((Text) part).getText()).collect(Collectors.joining()))
                .toList();
    }

    private static Hyperlink link(FxRobot robot, String text) {
        return robot.lookup((Hyperlink link) -> link.getText().equals(text)).queryAll().stream().map(Hyperlink.class::cast).findFirst()
                .orElseThrow();
    }

    @Test
    void wrongOnesComeFirstAndThoseThatAreSoAreFolded(FxRobot robot) {
        assertEquals(List.of("The kettle is by Acme.", "It sold 8 pieces."), sentences(robot));
        assertEquals("Acme", robot.lookup(".find-mark").nth(0).queryAs(Text.class).getText(), "what is stated is marked");
        robot.interact(robot.lookup("#claims-all").queryAs(Hyperlink.class)::fire);
        assertEquals(3, sentences(robot).size());
        assertEquals(List.of("1 wrong", "1 never shown"),
                ClaimList.chips(List.of(OBSERVED, UNSEEN, MERGED)).stream().map(Labeled::getText).toList());
        assertEquals(List.of("all observed"), ClaimList.chips(List.of(OBSERVED)).stream().map(Labeled::getText).toList());
    }

    @Test
    void aClaimLeadsToItsSentenceItsProductsAndWhatShowsIt(FxRobot robot) {
        robot.interact(link(robot, "step 3")::fire);
        assertEquals(Optional.of(new Passage(3, MERGED.sentence())), openRun.passageProperty().get());
        robot.interact(link(robot, "22")::fire);
        assertEquals(List.of(new Destination.OpenProduct("22")), sent);
        robot.interact(link(robot, "step 2, call 1")::fire);
        assertEquals(Optional.of(new Place(2, OptionalInt.of(1))), openRun.placeProperty().get());
        assertTrue(robot.lookup((Labeled label) -> "Brand".equals(label.getText())
                || label.getText().startsWith(Verdict.OTHER_PRODUCT.label())).tryQuery().isPresent());
    }
}
