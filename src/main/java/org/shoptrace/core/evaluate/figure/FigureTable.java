package org.shoptrace.core.evaluate.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.figure.Figure.Seen;
import org.shoptrace.core.table.SpreadsheetText;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;

/// The table of figures, a row for each series and level. What the window shows, what is copied, and what is written are made here and
/// nowhere else.
///
/// @param figures all that a row has
public record FigureTable(List<Figure> figures, List<FigureRow> rows) {
    /// The name of its files.
    public static final String NAME = "figures";

    /// The column that says which intervals have no width.
    static final String NOTES = "interval notes";

    private static final String NOTE = "By model and intent level. Where every task has one trial, shares have the Wilson 95 % interval;"
            + " means, such as relevance, and shares of tasks with several trials have that of the percentile bootstrap of tasks. \""
            + Level.ALL_LABEL + "\" is weighted by tasks, as the benchmark's is. All columns are in the files.";

    private static final String OWN_NOTE = "By model. Where every task has one trial, the share has the Wilson 95 % interval; means, such"
            + " as the score that files give, and the share of tasks with several trials have that of the percentile bootstrap of tasks."
            + " All columns are in the files.";

    public FigureTable {
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
    }

    /// The table of all figures that have a meaning for these rows.
    public static FigureTable of(List<FigureRow> rows) {
        return new FigureTable(Figures.of(rows), rows);
    }

    /// A column as people see it.
    ///
    /// @param id       stable, for node ids
    /// @param figure   that it is of
    /// @param title    its heading
    /// @param tip      what it means, and what it is called in files
    /// @param seen     who sees it
    /// @param text     a cell's text; also what is copied
    public record Column(String id, Figure figure, String title, String tip, Seen seen, Function<FigureRow, String> text) {
        /// What stands behind a cell; empty when there is nothing to open.
        public Optional<Behind> behind(FigureRow row) {
            return figure.behind().apply(row.level());
        }
    }

    /// The ids of the columns that the window shows unasked: as many as the smallest one has room for.
    public static List<String> usual() {
        return Figures.ALL.stream()
                .flatMap(figure -> columns(figure, figure.method()))
                .filter(column -> column.seen() == Seen.USUAL)
                .map(Column::id)
                .toList();
    }

    /// The columns that the window has, at once or on request: those that say something about these rows. Counts stand before what is
    /// counted of them.
    public List<Column> columns() {
        List<Figure> said = figures.stream()
                .filter(this::says)
                .toList();
        return Stream.of(
                said.stream().filter(Figure::isName),
                said.stream().filter(figure -> !figure.isName() && !figure.isEstimate()),
                said.stream().filter(Figure::isEstimate).sorted(Comparator.comparingInt(Figures::place)))
                .flatMap(part -> part)
                .flatMap(figure -> columns(figure, method(figure)))
                .filter(column -> column.seen().isInWindow())
                .toList();
    }

    private boolean says(Figure figure) {
        return rows.stream().anyMatch(row -> figure.place().says().test(row.level()));
    }

    private String method(Figure figure) {
        return figure.method(rows.stream().map(row -> row.level().summary()));
    }

    private static Stream<Column> columns(Figure figure, String method) {
        Column value = new Column(
                figure.id(), figure, figure.words().title(), figure.tip(), figure.place().seen(), row -> row.value(figure).shown());
        return Stream.concat(Stream.of(value), figure.place().interval().stream().map(seen -> new Column(
                figure.id() + "-interval", figure, figure.words().title() + " 95 %",
                figure.words().label() + ", " + method, seen, row -> interval(row.value(figure)))));
    }

    private static String interval(Figure.Value value) {
        return value instanceof Estimate estimate ? estimate.intervalText() : "";
    }

    /// Heading and rows as the window has them, cells apart by tabs. Names that a spreadsheet would take for formulas are guarded.
    public String tabSeparated() {
        List<Column> columns = columns();
        Stream<String> heading = Stream.of(columns.stream().map(Column::title).collect(Collectors.joining("\t")));
        Stream<String> lines = rows.stream()
                .map(row -> columns.stream().map(column -> tabbed(column, row)).collect(Collectors.joining("\t")));
        return Stream.concat(heading, lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String tabbed(Column column, FigureRow row) {
        String text = column.text().apply(row);
        return column.figure().isName() ? SpreadsheetText.tabbed(text) : text;
    }

    /// All of it for the report and for files: full precision, and an interval in two columns. People do not see what says nothing of any
    /// row.
    public Table table() {
        List<Table.Column> columns = new ArrayList<>();
        figures.forEach(figure -> columns.addAll(written(figure)));
        boolean noted = rows.stream().anyMatch(row -> !notes(row).isEmpty());
        columns.add(new Table.Column(
                NOTES, "without a width", "Intervals that say nothing of how sure a figure is", Map.of(), noted));
        boolean own = !rows.isEmpty() && rows.stream().allMatch(row -> row.level().summary().isOwn());
        return new Table(
                NAME,
                own ? "Success" : "Success and relevance",
                own ? OWN_NOTE : NOTE,
                columns,
                rows.stream().map(this::cells).toList());
    }

    private List<Table.Column> written(Figure figure) {
        boolean shown = figure.place().seen().isInReport() && says(figure);
        Map<String, String> words = figure.equals(Figures.INTENT) ? Level.names() : Map.of();
        String title = figure.words().title();
        int decimals = figure.decimalsOnPages();
        Table.Column value = new Table.Column(figure.column(), title, figure.tip(), words, shown, decimals);
        if (figure.place().interval().isEmpty()) {
            return List.of(value);
        }
        String method = figure.words().label() + ", " + method(figure);
        return List.of(
                value,
                new Table.Column(figure.column() + " low", title + ", low", method, Map.of(), shown, decimals),
                new Table.Column(figure.column() + " high", title + ", high", method, Map.of(), shown, decimals));
    }

    private List<Json> cells(FigureRow row) {
        List<Json> cells = new ArrayList<>();
        for (Figure figure : figures) {
            Figure.Value value = row.value(figure);
            cells.add(value.written());
            if (figure.place().interval().isPresent()) {
                Optional<Estimate> estimate = value instanceof Estimate of ? Optional.of(of) : Optional.empty();
                cells.add(estimate.flatMap(Estimate::interval).<Json>map(i -> Json.Num.of(i.low())).orElse(Json.NULL));
                cells.add(estimate.flatMap(Estimate::interval).<Json>map(i -> Json.Num.of(i.high())).orElse(Json.NULL));
            }
        }
        cells.add(Json.of(notes(row)));
        return cells;
    }

    /// Which intervals have no width, and why; empty text when all have one.
    private String notes(FigureRow row) {
        return figures.stream()
                .filter(figure -> figure.place().interval().isPresent())
                .flatMap(figure -> row.value(figure) instanceof Estimate estimate && !estimate.withoutSpread().isEmpty()
                        ? Stream.of(figure.words().title() + ", " + estimate.withoutSpread())
                        : Stream.empty())
                .collect(Collectors.joining("; "));
    }
}
