package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.python.PythonLiteral;
import org.shoptrace.model.json.Json;

/// JSON that stands inside a text.
final class JsonTexts {
    private JsonTexts() {}

    /// The items of the array that a text is; empty for any other.
    static Optional<List<Json>> array(String text) {
        if (!text.stripLeading().startsWith("[")) {
            return Optional.empty();
        }
        try {
            return JsonReader.readAsUjson(text) instanceof Json.Arr(List<Json> items) ? Optional.of(items) : Optional.empty();
        } catch (JsonSyntaxException e) {
            // No JSON; then it is a text.
            return Optional.empty();
        }
    }

    /// The object that a text is, written as JSON or as Python's `str` writes a dict.
    static Optional<Json.Obj> object(String text) {
        try {
            return JsonReader.readAsUjson(text) instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        } catch (JsonSyntaxException e) {
            // Not JSON; a model's own spelling of a dict is the last thing that it can be.
            return PythonLiteral.read(text.strip()).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
        }
    }
}
