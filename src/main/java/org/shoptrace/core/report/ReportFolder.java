package org.shoptrace.core.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.PngCanvas;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.table.Table;

/// The files of a report: `report.html`, each table as `NAME.csv` and `NAME.json`, each chart as `NAME.svg` and
/// `NAME.png`.
public final class ReportFolder {
    private ReportFolder() {}

    /// Files of these names are replaced; others are left alone.
    ///
    /// @param folder made when it is absent
    /// @return what was written, the page first
    /// @throws ShoptraceException when a file cannot be written
    public static List<Path> write(Path folder, Report report) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.html", bytes(HtmlReport.page(report)));
        for (Chart chart : report.charts()) {
            files.put(chart.name() + ".svg", svg(chart));
            files.put(chart.name() + ".png", png(chart));
        }
        report.tables().forEach(table -> put(files, table));
        return write(folder, files, "the report");
    }

    /// One table, as CSV and JSON: the files that a report with this table has.
    ///
    /// @throws ShoptraceException when a file cannot be written
    public static List<Path> write(Path folder, Table table) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        put(files, table);
        return write(folder, files, "the file");
    }

    /// One file, such as a picture.
    ///
    /// @throws ShoptraceException when it cannot be written
    public static List<Path> write(Path folder, String name, byte[] content) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(name, content);
        return write(folder, files, "the file");
    }

    private static void put(SequencedMap<String, byte[]> files, Table table) {
        files.put(table.name() + ".csv", bytes(table.csv()));
        files.put(table.name() + ".json", bytes(JsonWriter.indented(table.json()) + "\n"));
    }

    private static List<Path> write(Path folder, SequencedMap<String, byte[]> files, String what) throws ShoptraceException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                written.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
            }
        } catch (IOException e) {
            throw new ShoptraceException(
                    what + " cannot be written, " + e.getMessage(), folder.toString(), "Name a folder that can be written to", e);
        }
        return List.copyOf(written);
    }

    /// A chart as an SVG file, in the reader's light or dark setting.
    public static byte[] svg(Chart chart) {
        return bytes(SvgCanvas.file(chart));
    }

    /// A chart as a PNG file of 1,584 pixels' width, on white, drawn without a display.
    public static byte[] png(Chart chart) {
        return PngCanvas.file(chart);
    }

    /// Half a character of a query becomes a question mark instead of an error.
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
