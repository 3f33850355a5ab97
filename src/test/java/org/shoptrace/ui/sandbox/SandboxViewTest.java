package org.shoptrace.ui.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.Products;
import org.shoptrace.ui.ShownTexts;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.kit.control.Range;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SandboxViewTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final List<String> copied = new ArrayList<>();
    private final SandboxViewModel model = new SandboxViewModel(workspace, new DirectJobRunner(), () -> given.catalog(open()));

    @Start
    void show(Stage stage) {
        given.catalog(open());
        Scene scene = new Scene(new SandboxView(model, copied::add), 1204, 726);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void searchesWithTheToolsOwnFilters(FxRobot robot) throws Exception {
        robot.clickOn("#search-words").write("kettle");
        robot.interact(() -> {
            robot.lookup("#search-price-from").queryAs(TextField.class).setText("40");
            robot.lookup("#search-price-to").queryAs(TextField.class).setText("200");
            robot.lookup("#search-shop").queryAs(TextField.class).setText("s0");
            robot.lookup("#search-services").<ManyChoice<Service>>query().getCheckModel().check(Service.COD);
            robot.lookup("#search-sort").<ComboBox<SortOrder>>query().setValue(SortOrder.PRICE_DESCENDING);
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(List.of("k18", "k12", "k6"), results(robot));
        assertEquals("₱40.00 to ₱200.00", text(robot, "#search-price-reading"));
        assertEquals(
                "{\"q\":\"kettle\",\"page\":1,\"shop_id\":\"s0\",\"price\":\"40-200\",\"sort\":\"pricedesc\",\"service\":\"COD\"}",
                text(robot, "#call"));

        fire(robot, "#search-clear");
        assertEquals("23 products", text(robot, "#results-count"));
        assertEquals("", robot.lookup("#search-price-from").queryAs(TextField.class).getText());
        assertEquals("", robot.lookup("#search-price-to").queryAs(TextField.class).getText());
        assertEquals("any price", text(robot, "#search-price-reading"));
        assertEquals("Services: Any services", robot.lookup("#search-services").query().getAccessibleText());
    }

    @Test
    void aTypedPriceIsSentAsItStandsAndTheSliderFollowsIt(FxRobot robot) {
        robot.clickOn("#search-price-from").write("123.45-");
        assertEquals("search-price-to", robot.lookup("#search-price-from").query().getScene().getFocusOwner().getId());
        robot.write("0250");

        assertEquals("123.45-0250", model.search().requestProperty().get().price());
        Range range = robot.lookup("#search-price-range").queryAs(Range.class);
        assertEquals(Math.log(123.45) / Math.log(100_000), range.getLowValue(), 1e-9);
        assertEquals(Math.log(250) / Math.log(100_000), range.getHighValue(), 1e-9);
        assertEquals("Price range: ₱123.45 to ₱250.00", range.getAccessibleText());

        robot.interact(() -> robot.lookup("#search-price-to").queryAs(TextField.class).clear());
        assertEquals("123.45-", model.search().requestProperty().get().price());
        assertEquals(1, range.getHighValue(), "an open end");
        robot.interact(() -> robot.lookup("#search-price-from").queryAs(TextField.class).setText("40-200"));
        assertEquals("200", robot.lookup("#search-price-to").queryAs(TextField.class).getText(), "a pasted range is taken apart");
    }

    @Test
    void theSliderMovesByKeyboardAndLeavesTheOtherEndAsItWasTyped(FxRobot robot) throws Exception {
        robot.clickOn("#search-words").write("kettle");
        robot.interact(() -> robot.lookup("#search-price-to").queryAs(TextField.class).setText("150.55"));
        Range range = robot.lookup("#search-price-range").queryAs(Range.class);
        robot.interact(range::requestFocus);
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.RIGHT);
        }
        String from = robot.lookup("#search-price-from").queryAs(TextField.class).getText();
        assertTrue(Double.parseDouble(from) > 20 && Double.parseDouble(from) < 150, from);
        assertEquals(from + "-150.55", model.search().requestProperty().get().price());
        until(() -> results(robot).stream().allMatch(id -> Integer.parseInt(id.substring(1)) <= 15) && !results(robot).isEmpty());

        robot.type(KeyCode.HOME);
        assertEquals("-150.55", model.search().requestProperty().get().price());
        robot.type(KeyCode.END);
        assertNull(model.search().requestProperty().get().price());
        robot.type(KeyCode.TAB).type(KeyCode.LEFT);
        assertTrue(String.valueOf(model.search().requestProperty().get().price()).startsWith("-"), "the upper thumb is moved");
        robot.type(KeyCode.TAB);
        assertTrue(robot.lookup("#search-shop").query().isFocused(), "Tab leads on");
    }

    @Test
    void aPriceOfARunThatIsNoRangeStaysUntilItIsEdited(FxRobot robot) {
        robot.interact(() -> model.openSearch(new FindRequest("kettle", "1", null, "100", null, null)));
        assertEquals("100", robot.lookup("#search-price-from").queryAs(TextField.class).getText());
        assertEquals("100", model.search().requestProperty().get().price());

        robot.interact(() -> robot.lookup("#search-price-to").queryAs(TextField.class).setText("200"));
        assertEquals("100-200", model.search().requestProperty().get().price());
    }

    @Test
    void servicesAreCheckedByKeyboardAndByMouse(FxRobot robot) {
        ManyChoice<Service> services = robot.lookup("#search-services").query();
        robot.interact(() -> {
            model.openSearch(FindRequest.of("kettle"));
            services.requestFocus();
        });
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, services.chosen().size());
        assertEquals(services.chosen(), model.search().services());
        robot.type(KeyCode.ESCAPE);
        assertEquals(Service.values()[0].label(), services.getTitle());
        assertTrue(shown(robot).contains(Service.values()[0].label()), "the box says what is chosen");

        robot.clickOn("#search-services");
        robot.clickOn(Service.COD.label());
        assertEquals(Set.of(Service.values()[0], Service.COD), model.search().services());
        robot.interact(() -> model.search().clearFilters());
        assertEquals(Set.of(), services.chosen());
    }

    @Test
    void theWordsAreTakenOffByTheButtonInTheField(FxRobot robot) {
        robot.clickOn("#search-words").write("kettle");
        robot.clickOn("#search-words-clear");

        assertEquals("", model.search().requestProperty().get().q());
        assertTrue(robot.lookup("#search-words").query().isFocused());
        assertFalse(robot.lookup("#search-words-clear").query().isVisible());
    }

    @Test
    void aPartOfTheCategoryIsSearchedForByItsWords(FxRobot robot) {
        robot.interact(() -> model.openProduct("k2"));
        robot.interact(() -> robot.lookup("#product-category").query().lookupAll(".crumb").stream()
                .map(Button.class::cast).filter(crumb -> crumb.getText().equals("Kitchen")).findFirst().orElseThrow().fire());

        assertEquals(FindRequest.of("Kitchen"), model.search().requestProperty().get());
    }

    @Test
    void whyAProductStandsWhereItDoesIsToldInABubbleThatEscapeCloses(FxRobot robot) {
        robot.interact(() -> {
            given.catalog(new CatalogState.Open(new FakeSandbox(Products.kettles(23)) {
                @Override
                public Optional<Explanation> explain(String q, String productId) {
                    return Optional.of(new Explanation(1.5, List.of(new Explanation.Term("kettle", "kettl", 1, 2, 23, 0.5, 1.5))));
                }
            }));
            model.openSearch(FindRequest.of("kettle"));
            model.openProduct("k2");
        });
        fire(robot, "#product-place-why");
        assertTrue(in(robot, "#place-why").containsAll(List.of("Why this place", "kettle", "2×", "1.5", "Together 1.5")));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#place-why").tryQuery().isEmpty());
        assertTrue(robot.lookup("#product-place-why").query().isFocused(), "the focus goes back");

        fire(robot, "#product-place-why");
        robot.clickOn("#search-words");
        assertTrue(robot.lookup("#place-why").tryQuery().isEmpty(), "a press elsewhere closes it");
    }

    @Test
    void searchesAMomentAfterTheLastKeyAndAtOnceOnEnter(FxRobot robot) throws Exception {
        robot.clickOn("#search-words").write("kettle");
        until(() -> results(robot).size() == 10);

        robot.interact(() -> robot.lookup("#search-words").queryAs(TextField.class).setText("zeppelin"));
        robot.clickOn("#search-words").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), results(robot));
        assertTrue(shown(robot).contains("The tool answers nothing"));
    }

    @Test
    void turnsPagesAndLeadsOutOfEmptyOnes(FxRobot robot) {
        robot.interact(() -> model.openSearch(FindRequest.of("kettle")));
        assertTrue(robot.lookup("#page-previous").queryButton().isDisabled());
        fire(robot, "#page-3");
        assertEquals(List.of("k21", "k22", "k23"), results(robot));
        assertTrue(robot.lookup("#page-next").queryButton().isDisabled());

        robot.interact(() -> model.openSearch(FindRequest.of("kettle").withPage("5")));
        assertTrue(shown(robot).contains("The search keeps 23 products, on 3 pages. Page 5 is empty."));
        fire(robot, "#way-out-1");
        assertEquals(List.of("k21", "k22", "k23"), results(robot));
    }

    @Test
    void copiesTheCallAndExplainsOddValues(FxRobot robot) {
        robot.interact(() -> model.openSearch(new FindRequest("kettle", "1", null, "100", null, null)));
        fire(robot, "#call-copy-json");
        fire(robot, "#call-copy-curl");

        assertEquals("{\"name\":\"find_product\",\"parameters\":{\"q\":\"kettle\",\"page\":1,\"price\":\"100\"}}", copied.getFirst());
        assertTrue(copied.getLast().startsWith("curl -G 'http://127.0.0.1:5631/find_product' --data-urlencode 'q=kettle'"));
        assertTrue(shown(robot).contains("The price “100” filters nothing: it takes exactly one “-”, as in 100-250."));
    }

    @Test
    void aResultOpensItsPageByKeyboard(FxRobot robot) {
        robot.interact(() -> {
            model.openSearch(FindRequest.of("kettle"));
            robot.lookup("#results").query().requestFocus();
        });
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();

        String open = model.product().pageProperty().get().id();
        assertEquals(open, robot.lookup("#results").<ListView<Product>>query().getSelectionModel().getSelectedItem().productId());
        assertTrue(in(robot, "#product-truth").contains(open), open);
    }

    @Test
    void thePageShowsWhatIsTrueBesideWhatTheAgentSees(FxRobot robot) {
        robot.interact(() -> model.openProduct("k2"));

        List<String> truth = in(robot, "#product-truth");
        assertTrue(
                truth.containsAll(List.of(
                        "Steel kettle 2", "₱20.00", "1,200 sold", "k2", "s2", "Cash on delivery", "color_family", "red", "grey", "material",
                        "steel", "Short words on it", "Long words on it", "Brandname", "Home", "Kitchen", "Specified in full")),
                truth::toString);
        String seen = String.join("\n", in(robot, "#product-agent"));
        assertTrue(seen.contains("\"sold_count\": 1200") && seen.contains("\"description\": \"Long words on it\""), seen);
        for (String hidden : List.of("Brandname", "Home > Kitchen", "Specified in full")) {
            assertFalse(seen.contains(hidden), hidden);
        }

        fire(robot, "#show-agent");
        assertTrue(robot.lookup("#product-truth").tryQuery().isEmpty());
        fire(robot, "#show-truth");
        assertTrue(robot.lookup("#product-agent").tryQuery().isEmpty());
        fire(robot, "#copy-product-id");
        assertEquals(List.of("k2"), copied);
    }

    @Test
    void thePageSaysWhereTheProductStandsForTheWordsWhateverTheFilters(FxRobot robot) {
        robot.interact(() -> {
            model.openSearch(new FindRequest("kettle", "1", "s0", null, null, null));
            model.openProduct("k14");
        });
        assertEquals("Place 14 for “kettle”, before any filter", text(robot, "#product-place"));

        robot.interact(() -> model.openSearch(FindRequest.of("zeppelin")));
        assertEquals("Does not match “zeppelin”", text(robot, "#product-place"));
    }

    @Test
    void opensAProductByItsIdAndSaysWhenThereIsNone(FxRobot robot) {
        robot.clickOn("#product-id").write("k7").type(KeyCode.ENTER);
        assertTrue(in(robot, "#product-truth").contains("Steel kettle 7"));

        robot.interact(() -> robot.lookup("#product-id").queryAs(TextField.class).setText("k99"));
        fire(robot, "#product-open");
        assertTrue(shown(robot).contains("The catalogue has no product “k99”"));
    }

    @Test
    void searchesInTheShopOfAProduct(FxRobot robot) {
        robot.interact(() -> {
            model.openSearch(FindRequest.of("kettle"));
            model.openProduct("k4");
        });
        fire(robot, "#search-in-shop");

        assertEquals("s1", model.search().requestProperty().get().shopId());
        assertEquals(List.of("k1", "k4", "k7", "k10", "k13", "k16", "k19", "k22"), results(robot));
    }

    @Test
    void everyStateOfTheCatalogueSaysWhatToDo(FxRobot robot) {
        robot.interact(() -> given.catalog(new CatalogState.None()));
        assertTrue(shown(robot).contains("This workspace has no catalogue"));
        robot.interact(() -> given.catalog(new CatalogState.Building(List.of(Path.of("documents.jsonl")))));
        assertTrue(shown(robot).contains("The index is being built"));
        robot.interact(() -> given.catalog(new CatalogState.NotIndexed(List.of(Path.of("documents.jsonl")), 2_500_000)));
        assertTrue(shown(robot)
                .contains("documents.jsonl, 2.5 MB. Searching needs an index; building it reads the file once, in the background."));

        robot.interact(() -> model.openProduct("k2"));
        fire(robot, "#build-index");
        assertTrue(in(robot, "#product-truth").contains("Steel kettle 2"), "the product that waited is shown");
    }

    private static CatalogState open() {
        return new CatalogState.Open(new FakeSandbox(Products.kettles(23)));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> {
            Node node = robot.lookup(id).query();
            if (node instanceof ToggleButton toggle) {
                toggle.fire();
            } else {
                ((ButtonBase) node).fire();
            }
        });
    }

    private static List<String> results(FxRobot robot) {
        return robot.lookup("#results").<ListView<Product>>tryQuery()
                .map(list -> list.getItems().stream().map(Product::productId).toList())
                .orElse(List.of());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> shown(FxRobot robot) {
        return in(robot, "#sandbox");
    }

    private static List<String> in(FxRobot robot, String id) {
        return ShownTexts.of(robot.lookup(id).query());
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
