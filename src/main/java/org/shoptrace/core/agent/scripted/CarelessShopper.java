package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.agent.Agent;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// A shopper that slips as language models do: it forgets a parameter, breaks off a call, says nothing, misquotes a price, writes ids that
/// no tool takes for ids, takes what lies beside the right product, or ends without a recommendation. Every slip is one that was seen in
/// runs of real models (the field reports list them), so that what Shoptrace finds in a demo is what it finds elsewhere.
///
/// It keeps no state: equal seeds slip at the same turns of the same queries, and other seeds are other trials of the same shopper.
public final class CarelessShopper implements Agent {
    private static final Pattern PAGE = Pattern.compile(", \"page\": 1");
    private static final Pattern PRICE = Pattern.compile("(?<=at )(\\d+(?:\\.\\d+)?)(?= pesos)");
    private static final Pattern RECOMMENDED = Pattern.compile("(?<=\"product_ids\": \")[\\d,]+(?=\")");
    private static final Pattern CALL_END = Pattern.compile("}]</tool_call>");

    private final Shopper careful;
    private final long seed;

    /// @param careful what it would be if it minded what it does
    /// @param seed    tells one trial from another
    public CarelessShopper(Shopper careful, long seed) {
        this.careful = careful;
        this.seed = seed;
    }

    @Override
    public Reply next(Situation situation) {
        Reply meant = careful.next(situation);
        Random chance = new Random(31 * (31 * seed + situation.query().hashCode()) + situation.history().size());
        // Random's first values of neighbouring seeds are alike.
        chance.nextLong();
        return new Reply(slip(meant.content(), situation, chance), meant.reasoning());
    }

    private static String slip(String text, Situation situation, Random chance) {
        double luck = chance.nextDouble();
        if (luck < 0.004) {
            return "";
        }
        if (text.contains(ToolCall.FIND_PRODUCT)) {
            return luck < 0.04 ? PAGE.matcher(text).replaceFirst("") : text;
        }
        if (text.contains(ToolCall.VIEW_PRODUCT_INFORMATION)) {
            return luck < 0.04 ? CALL_END.matcher(text).replaceFirst(",]</tool_call>") : luck < 0.12 ? misquoted(text, chance) : text;
        }
        return text.contains(ToolCall.RECOMMEND_PRODUCT) ? recommended(text, situation, luck, chance) : text;
    }

    private static String misquoted(String text, Random chance) {
        return PRICE.matcher(text)
                .replaceFirst(price -> Long.toString(Math.round(Double.parseDouble(price.group()) * (1.1 + chance.nextDouble()))));
    }

    private static String recommended(String text, Situation situation, double luck, Random chance) {
        Matcher ids = RECOMMENDED.matcher(text);
        if (!ids.find()) {
            return text;
        }
        List<String> chosen = new ArrayList<>(List.of(ids.group().split(",")));
        if (luck < 0.04) {
            return "<think>That should do.</think>\n<tool_call>[{\"name\": \"terminate\", \"parameters\": {\"status\":"
                    + " \"success\"}}]</tool_call>";
        }
        if (luck < 0.09) {
            return text.replace("\"" + ids.group() + "\"", "[\"" + String.join("\", \"", chosen) + "\"]");
        }
        if (luck < 0.13) {
            String last = chosen.removeLast();
            chosen.add(last.substring(0, last.length() - 1) + (char) ('0' + ('9' - last.charAt(last.length() - 1))));
        } else if (luck < 0.30) {
            neighbour(chosen.getFirst(), situation, chance).forEach(other -> chosen.set(0, other));
        } else if (luck < 0.38) {
            Collections.swap(chosen, 0, chosen.size() - 1);
        }
        String joined = String.join(luck > 0.86 ? ", " : ",", chosen);
        return text.substring(0, ids.start()) + joined + text.substring(ids.end());
    }

    /// Another product of the search that showed this one; none when it stood there alone.
    private static List<String> neighbour(String id, Situation situation, Random chance) {
        List<String> beside = situation.history().stream()
                .flatMap(step -> step.calls().stream())
                .flatMap(call -> call.observation().stream())
                .filter(Observation.Found.class::isInstance)
                .map(found -> ((Observation.Found) found).hits().stream().map(Observation.Hit::productId).toList())
                .filter(hits -> hits.contains(id))
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(other -> !other.equals(id))
                .toList();
        return beside.isEmpty() ? List.of() : List.of(beside.get(chance.nextInt(beside.size())));
    }
}
