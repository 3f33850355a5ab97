package org.shoptrace.core.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.sandbox.BadRequestException;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.core.whatif.AnswerDifference.Change;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// A trial in words.
final class Verdict {
    private Verdict() {}

    static String of(Trial.Recorded recorded, ToolCall after, AnswerDifference difference) {
        Json.Obj edited = after.parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (after.observation().filter(Observation.Failed.class::isInstance).isPresent()) {
            return failed(after.name(), edited);
        }
        if (!difference.isNone()) {
            return changed(difference);
        }
        boolean unchanged = recorded.call().parameters().equals(edited);
        if (unchanged) {
            return difference.places().isEmpty()
                    ? "The call is unchanged, and its answer is empty."
                    : "The call is unchanged, and so are its products.";
        }
        return after.name().equals(ToolCall.FIND_PRODUCT)
                ? equalSearch(recorded.parameters(), edited, difference)
                : "Both calls show the same products: ids are compared as they stand, and unknown ones are left out.";
    }

    private static String failed(String tool, Json.Obj edited) {
        if (tool.equals(ToolCall.VIEW_PRODUCT_INFORMATION)) {
            return "Without product_ids the tool sends nothing and answers null.";
        }
        return ToolRequest.find(edited).isPresent()
                ? "The server cannot answer such a request, and the tool answers null."
                : "The tool sends nothing and answers null: it needs a text as q, a page, and a service that is a text or nothing.";
    }

    private static String changed(AnswerDifference difference) {
        List<String> parts = new ArrayList<>();
        add(parts, difference.count(Change.SAME), "in its place", "in their places");
        add(parts, difference.count(Change.MOVED), "elsewhere", "elsewhere");
        add(parts, difference.count(Change.ADDED), "new", "new");
        add(parts, difference.count(Change.REMOVED), "gone", "gone");
        return "Of the products of both answers " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, long count, String one, String several) {
        if (count > 0) {
            parts.add(count + (count == 1 ? " is " + one : " are " + several));
        }
    }

    private static String equalSearch(Json.Obj before, Json.Obj after, AnswerDifference difference) {
        Optional<FindRequest> first = ToolRequest.find(before);
        Optional<FindRequest> second = ToolRequest.find(after);
        if (first.equals(second)) {
            return "Both calls send the same request: the tool leaves out what you changed, so the answer is the same.";
        }
        try {
            Optional<FindCriteria> asked = WhatIf.criteria(before);
            Optional<FindCriteria> asks = WhatIf.criteria(after);
            if (asks.isEmpty()) {
                return "The page is none of 1 to 5, so nothing is answered, as before.";
            }
            if (asked.equals(asks)) {
                return "Both requests mean the same to the sandbox, so the answer is the same: it does not read what you changed.";
            }
            if (difference.places().isEmpty()) {
                return "Both answers are empty.";
            }
            boolean words = asked.filter(a -> a.q().equals(asks.get().q())).isEmpty();
            boolean filters = asked.filter(a -> sameFilters(a, asks.get())).isEmpty();
            if (words && !filters) {
                return "Other words, the same products in the same places: small words and endings weigh nothing, and what you added or"
                        + " took away "
                        + "changes no place on this page.";
            }
            return words
                    ? "Other words and filters, the same products in the same places."
                    : "Other filters or another order, the same products in the same places: all of them pass both, and nothing new comes"
                            + " before them.";
        } catch (BadRequestException e) {
            return "The sandbox can answer neither request.";
        }
    }

    private static boolean sameFilters(FindCriteria a, FindCriteria b) {
        return a.shopId().equals(b.shopId())
                && a.low().equals(b.low())
                && a.high().equals(b.high())
                && a.services().equals(b.services())
                && a.sort() == b.sort()
                && a.page() == b.page();
    }
}
