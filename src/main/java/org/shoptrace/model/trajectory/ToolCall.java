package org.shoptrace.model.trajectory;

import java.util.Optional;
import org.shoptrace.model.json.Json;

/// A call of a tool, with the answer that it was given.
///
/// @param number      its place in the step, from 1
/// @param name        the tool's name; empty text when the file has none
/// @param parameters  an object in well-formed calls; anything else is kept as it is, and of a call that is no object the whole call
/// @param id          `tool_call_id`; voted files have none
/// @param observation empty when the file holds no answer for it, as for a tool that does not exist
public record ToolCall(int number, String name, Json parameters, Optional<String> id, Optional<Observation> observation) {
    public static final String FIND_PRODUCT = "find_product";
    public static final String VIEW_PRODUCT_INFORMATION = "view_product_information";
    public static final String RECOMMEND_PRODUCT = "recommend_product";
    public static final String TERMINATE = "terminate";
    public static final String WEB_SEARCH = "web_search";
    public static final String PYTHON_EXECUTE = "python_execute";

    /// The parameter of that name, empty when it is missing or the parameters are no object.
    public Optional<Json> parameter(String key) {
        return parameters instanceof Json.Obj object ? object.get(key) : Optional.empty();
    }
}
