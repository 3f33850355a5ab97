package org.shoptrace.core.agent.scripted;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.shoptrace.core.agent.scripted.Notebook.Question;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// How the shopper finds an answer on the web: of the names on the first pages, the one that stands there most often and is not in the
/// question.
final class WebAnswer {
    private static final int PAGES = 3;
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]{2,}\\b");
    private static final Set<String> BEGINNINGS = Set.of("The", "All", "Only", "Before", "One", "Its", "This", "These", "Most", "Few",
            "Two");

    private WebAnswer() {}

    /// The answer; the question's own words when no page has a name.
    static String find(String question, Notebook notebook) {
        Question search = Question.of(ToolCall.WEB_SEARCH, "q", question);
        search.parameters().put("max_results", Json.Num.of((long) PAGES));
        List<Observation> answers = notebook.ask("First I need to know: " + question, List.of(search));
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Observation answer : answers) {
            if (answer instanceof Observation.Outcome(Json.Arr(List<Json> pages), _, _)) {
                pages.forEach(page -> count(page, names));
            }
        }
        return names.entrySet().stream()
                .filter(name -> !BEGINNINGS.contains(name.getKey()) && !question.contains(name.getKey()))
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElse(String.join(" ", QueryReader.words(question)));
    }

    private static void count(Json page, Map<String, Integer> names) {
        if (page instanceof Json.Obj object) {
            NAME.matcher(object.text("content").orElse(""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(name -> names.merge(name, 1, Integer::sum));
        }
    }
}
