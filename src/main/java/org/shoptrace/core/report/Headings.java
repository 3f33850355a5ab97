package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.loss.Reason;
import org.shoptrace.core.glossary.Glossary;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;

/// What people read in the report's page where files have names for programs.
final class Headings {
    /// The mean score of trials, as files call it.
    static final String MEAN_RULE = "mean rule";

    /// Why an interval says nothing of how sure a figure is. People do not see the column when there is nothing to say.
    static final String INTERVAL_NOTE = "interval note";

    /// More than one reason of failure, in files.
    static final String SEVERAL = "several";

    /// No waypoint at all, in files.
    static final String NOTHING = "nothing";

    private static final Map<String, Table.Column> WORDS = List.of(
            new Table.Column("intent", "intent", "", Level.names(), true),
            new Table.Column("column", "score", "", scores(), true),
            new Table.Column("gt rate", "all exact", "Share of tasks whose exact targets were all recommended (gt rate in files)", Map.of(),
                    true),
            new Table.Column(
                    INTERVAL_NOTE, "without a width", "Why an interval says nothing of how sure a figure is", Map.of(), true),
            new Table.Column(
                    "successes", "successes",
                    "Successes; empty where tasks have several trials, for then success is a mean over tasks and no count of them",
                    Map.of(),
                    true),
            new Table.Column("reached", "got so far", "", waypoints(), true),
            new Table.Column("told by", "told by", "", groups(), true),
            new Table.Column("reason", "reason", "", reasons(), true),
            new Table.Column("figure", "figure", "", Map.of(MEAN_RULE, "mean relevance"), true))
            .stream()
            .collect(Collectors.toMap(Table.Column::name, column -> column));

    private Headings() {}

    /// A table whose columns have the words that people read, where these differ from the names in files.
    static Table table(String name, String title, String note, List<String> columns, List<List<Json>> rows) {
        List<Table.Column> titled = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            Table.Column column = column(columns.get(i));
            boolean said = !column.name().equals(INTERVAL_NOTE) || rows.stream().anyMatch(row -> !Table.plain(row.get(place)).isEmpty());
            titled.add(said ? column : new Table.Column(column.name(), column.title(), column.tip(), column.words(), false));
        }
        return new Table(name, title, note, titled, rows);
    }

    /// A column with the words that people read.
    static Table.Column column(String name) {
        return WORDS.getOrDefault(name, Table.Column.named(name));
    }

    /// What the words mean. Names that only files have are in the files alone.
    static Table words() {
        return new Table(
                "words",
                "What the words mean",
                "The names that stand for these words in CSV and JSON are in the files of this table.",
                List.of(
                        new Table.Column("kind", "what it is", "", Map.of(), true),
                        new Table.Column("word", "word", "", Map.of(), true),
                        new Table.Column("in files", "in files", "", Map.of(), false),
                        new Table.Column("meaning", "meaning", "", Map.of(), true)),
                Glossary.terms().stream()
                        .map(term -> new Cells().text(term.kind().label()).text(term.word()).text(term.wireName()).text(term.meaning())
                                .row())
                        .toList());
    }

    private static Map<String, String> scores() {
        return Arrays.stream(Column.values()).collect(Collectors.toMap(Column::wireName, Column::label));
    }

    private static Map<String, String> waypoints() {
        Map<String, String> words = Arrays.stream(Waypoint.values()).collect(Collectors.toMap(Waypoint::wireName, Waypoint::label));
        words.put(NOTHING, "Nothing");
        return words;
    }

    private static Map<String, String> groups() {
        return Arrays.stream(Reason.Group.values()).collect(Collectors.toMap(Reason.Group::wireName, Reason.Group::label));
    }

    private static Map<String, String> reasons() {
        Map<String, String> words = Arrays.stream(Reason.values()).collect(Collectors.toMap(Reason::wireName, Reason::label));
        words.put(SEVERAL, "More than one of these");
        return words;
    }
}
