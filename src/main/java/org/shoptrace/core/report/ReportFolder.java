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
import org.shoptrace.core.json.JsonWriter;

/// The files of a report: `report.html`, each table as `NAME.csv` and `NAME.json`, each chart as `NAME.svg`.
public final class ReportFolder {
    private ReportFolder() {}

    /// Files of these names are replaced; others are left alone.
    ///
    /// @param folder made when it is absent
    /// @return what was written, the page first
    /// @throws ShoptraceException when a file cannot be written
    public static List<Path> write(Path folder, Report report) throws ShoptraceException {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("report.html", HtmlReport.page(report));
        report.charts().forEach(chart -> files.put(chart.name() + ".svg", SvgChart.file(chart)));
        for (ReportTable table : report.tables()) {
            files.put(table.name() + ".csv", table.csv());
            files.put(table.name() + ".json", JsonWriter.indented(table.json()) + "\n");
        }
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                // a lone surrogate of a query becomes a question mark instead of an error
                written.add(Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the report cannot be written, " + e.getMessage(), folder.toString(), "Name a folder that can be written to", e);
        }
        return written;
    }
}
