package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.model.trajectory.ToolCall;

/// The tools of the benchmark under the names that other agents call them by: tool servers put a namespace before a name
/// (`mcp__shop__find_product`, `functions.find_product`, `shop:find_product`).
final class ToolName {
    private static final Pattern KNOWN = Pattern.compile("(?:.*(?:__|[.:/\\-]))?(" + String.join(
            "|",
            List.of(
                    ToolCall.FIND_PRODUCT,
                    ToolCall.VIEW_PRODUCT_INFORMATION,
                    ToolCall.RECOMMEND_PRODUCT,
                    ToolCall.TERMINATE,
                    ToolCall.WEB_SEARCH,
                    ToolCall.PYTHON_EXECUTE))
            + ")", Pattern.DOTALL);

    private ToolName() {}

    static boolean isKnown(String name) {
        return KNOWN.matcher(name).matches();
    }

    /// The benchmark's name of the tool, or the name as recorded when it has none.
    static String of(String recorded) {
        Matcher matcher = KNOWN.matcher(recorded);
        return matcher.matches() ? matcher.group(1) : recorded;
    }
}
