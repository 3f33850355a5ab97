package org.shoptrace.ui.sandbox;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.CallText;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What the tools answer of a product, letter for letter.
final class AgentColumn extends VBox {
    private final CopyText clipboard;

    AgentColumn(Product product, CopyText clipboard) {
        this.clipboard = clipboard;
        getStyleClass().add("product-page");
        Label never = Texts.wrapped(
                "An agent is never told brand, category and specification. Price, services, shop and sales come from a search only; "
                        + "variants, attributes and descriptions from a view only.",
                "muted",
                "visibility-note");
        never.setGraphic(Icons.of(Feather.EYE_OFF));
        getChildren().addAll(
                Texts.heading("What the agent sees"),
                never,
                answer("found", ToolCall.FIND_PRODUCT, JsonWriter.indented(SandboxJson.found(product)), List.of()),
                answer(
                        "viewed",
                        ToolCall.VIEW_PRODUCT_INFORMATION,
                        JsonWriter.indented(SandboxJson.viewed(product)),
                        List.of(new CopyButton(
                                clipboard, "copy-view-call", "Call", "Copy the call that views it",
                                () -> CallText.viewCall(product.productId())))));
    }

    private Node answer(String id, String tool, String json, List<Button> more) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Texts.strong(tool), gap);
        head.getChildren().addAll(more);
        head.getChildren().add(new CopyButton(clipboard, "copy-" + id, "JSON", "Copy what " + tool + " answers", () -> json));
        head.getStyleClass().add("call-head");
        Label text = Texts.wrapped(json, "code", "answer");
        text.setId("agent-" + id);
        text.setMaxWidth(Double.MAX_VALUE);
        VBox answer = new VBox(head, text);
        answer.getStyleClass().add("product-group");
        return answer;
    }
}
