package org.shoptrace.core.sandbox.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SandboxJson;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.ToolCall;

/// Answers an agent's calls as the benchmark's Python tools do, in the shape that rollouts record.
/// `python_execute` is not offered: it needs an isolation that the program does not have.
public final class SandboxTools {
    private static final int USUAL_PAGES = 10;

    private final Sandbox sandbox;
    private final WebSearch web;

    public SandboxTools(Sandbox sandbox, WebSearch web) {
        this.sandbox = sandbox;
        this.web = web;
    }

    /// The `results` of a call: [Json#NULL] when the tool fails, empty when there is no such tool or it dies over the call
    /// (`terminate` without `status`), so that nothing is recorded for it.
    ///
    /// @throws ShoptraceException when the sandbox itself fails, which is no answer to the agent
    public Optional<Json> call(String name, Json.Obj parameters) throws ShoptraceException {
        return switch (name) {
            case ToolCall.FIND_PRODUCT -> Optional.of(find(parameters));
            case ToolCall.VIEW_PRODUCT_INFORMATION -> Optional.of(view(parameters));
            case ToolCall.RECOMMEND_PRODUCT -> Optional.of(Json.of("Having recommended the products to the user: "
                    + PythonText.str(parameters.get("product_ids").orElse(Json.of(""))) + "."));
            case ToolCall.TERMINATE -> parameters
                    .get("status")
                    .map(status -> Json.of("The interaction has been completed with status: " + PythonText.str(status)));
            case ToolCall.WEB_SEARCH -> Optional.of(webSearch(parameters));
            default -> Optional.empty();
        };
    }

    private Json find(Json.Obj parameters) throws ShoptraceException {
        Optional<FindRequest> request = ToolRequest.find(parameters);
        if (request.isEmpty()) {
            return Json.NULL;
        }
        try {
            return SandboxJson.find(sandbox.find(request.get()));
        } catch (BadRequestException e) {
            // The reference's server fails over such a request, and its tool answers null after its retries.
            return Json.NULL;
        }
    }

    private Json view(Json.Obj parameters) throws ShoptraceException {
        Optional<String> ids = ToolRequest.view(parameters);
        return ids.isEmpty() ? Json.NULL : SandboxJson.view(sandbox.view(ids.get()));
    }

    private Json webSearch(Json.Obj parameters) {
        Optional<String> query = parameters.text("q");
        int most = parameters.get("max_results").orElse(Json.NULL) instanceof Json.Num number && number.isInteger()
                ? (int) Math.clamp(number.asDouble(), 0, USUAL_PAGES)
                : USUAL_PAGES;
        List<Json> pages = query.map(q -> web.search(q, most)).orElse(List.of()).stream()
                .map(SandboxTools::page)
                .toList();
        SequencedMap<String, Json> answer = new LinkedHashMap<>();
        answer.put("observation", Json.array(pages));
        answer.put("success", new Json.Bool(query.isPresent()));
        return new Json.Obj(answer);
    }

    private static Json page(WebSearch.WebPage page) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("url", Json.of(page.url()));
        fields.put("title", Json.of(page.title()));
        fields.put("content", Json.of(page.content()));
        return new Json.Obj(fields);
    }
}
