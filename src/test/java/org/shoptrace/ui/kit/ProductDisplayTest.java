package org.shoptrace.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.ui.ShownTexts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ProductDisplayTest {
    private static final Observation.Hit KETTLE = new Observation.Hit(
            "17", "900", "Steel kettle", Optional.of(new Json.Num("1250.5")), List.of("COD", "sameDay"), Optional.of(Json.Num.of(1300L)));

    private final List<String> opened = new ArrayList<>();
    private final VBox root = new VBox();

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
    }

    @Test
    void cardShowsWhatASearchShows() {
        List<String> texts = ShownTexts.of(new ProductCard(KETTLE).marked(List.of(new Chip("price", Chip.Tone.GOOD))));

        assertEquals(List.of("Steel kettle", "₱1,250.50", "shop 900", "1,300 sold", "Cash on delivery", "sameDay", "price"), texts);
    }

    @Test
    void cardLeavesOutWhatTheAnswerLeavesOut() {
        Observation.Hit bare = new Observation.Hit("17", "900", "Steel kettle", Optional.empty(), List.of(), Optional.empty());

        assertEquals(List.of("Steel kettle", "shop 900"), ShownTexts.of(new ProductCard(bare)));
    }

    @Test
    void cardOpensByClickAndByKey(FxRobot robot) {
        ProductCard card = new ProductCard(KETTLE).opening(() -> opened.add("17"));
        robot.interact(() -> root.getChildren().setAll(card));
        robot.clickOn(card);
        robot.type(KeyCode.ENTER, KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(List.of("17", "17", "17"), opened);
        assertEquals("Steel kettle, ₱1,250.50, Cash on delivery, sameDay", card.getAccessibleText());
    }

    @Test
    void variantsAreATableWithAColumnForEachTellingKey() {
        List<String> texts = ShownTexts.of(facts(
                List.of(variant("1", "color", "red", "unit", "1"), variant("2", "color", "blue", "unit", "1"),
                        variant("3", "size", "xl", "unit", "1")),
                "A kettle"));

        assertEquals(
                List.of("#", "color", "size", "1", "red", "", "2", "blue", "", "3", "", "xl", "The same in every variant:", "unit", "1"),
                texts.subList(texts.indexOf("#"), texts.indexOf("Attributes")));
    }

    @Test
    void variantsThatDoNotDifferKeepTheirKeys() {
        List<String> texts = ShownTexts.of(facts(List.of(variant("1", "color", "red"), variant("2", "color", "red")), "A kettle"));

        assertEquals(
                List.of("#", "color", "1", "red", "2", "red"), texts.subList(texts.indexOf("#"), texts.indexOf("Attributes")));
    }

    @Test
    void attributesAndDescriptionsAreShownInFull() {
        List<String> texts = ShownTexts.of(facts(List.of(), "A kettle"));

        assertTrue(texts.containsAll(List.of("None", "material", "steel\nglass", "A kettle", "Boils water")), texts::toString);
        assertTrue(ShownTexts.of(facts(List.of(), " ")).contains("Empty"));
        assertTrue(ShownTexts.of(facts(List.of(), "Boils water")).contains("The same as the short description"));
        assertFalse(texts.contains("The same as the short description"));
    }

    private static ProductFacts facts(List<Variant> variants, String shortDescription) {
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>(Map.of("material", List.of("steel", "glass")));
        return new ProductFacts(new Observation.Detail("17", shortDescription, "Boils water", variants, attributes));
    }

    private static Variant variant(String number, String... pairs) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return new Variant(number, options);
    }
}
