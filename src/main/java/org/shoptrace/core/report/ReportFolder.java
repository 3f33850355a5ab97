package org.shoptrace.core.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WholeFiles;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.table.Table;
import org.shoptrace.core.table.TableFiles;

/// The files of a report: `report.html`, its paragraph of methods as `methods.txt`, each table as `NAME.csv` and `NAME.json`, each chart as
/// `NAME.svg` and `NAME.png`. All say where they come from: page and charts by themselves, the others by the `provenance.json` beside them.
public final class ReportFolder {
    private ReportFolder() {}

    /// Files of these names are replaced, all together or none; others are left alone.
    ///
    /// @param folder made when it is absent
    /// @param inputs what the report was made from, which is not written over
    /// @return what was written, the page first
    /// @throws ShoptraceException when a file cannot be written
    public static List<Path> write(OwnFolder folder, Report report, InputFiles inputs) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.html", bytes(HtmlReport.page(report)));
        files.put("methods.txt", bytes(report.methods() + "\n"));
        for (ChartSection chart : report.charts()) {
            files.put(chart.name() + ".svg", CarriedChart.svg(titled(chart), Optional.empty(), report.origin()));
            files.put(chart.name() + ".png", CarriedChart.png(titled(chart), Optional.empty(), report.origin()));
        }
        report.tables().forEach(table -> files.putAll(TableFiles.of(table)));
        files.put(Sidecar.OF_A_FOLDER, Sidecar.of(report.origin(), files).content());
        return write(folder, files, inputs, "the report");
    }

    /// One table, as CSV and JSON: the files that a report with this table has, and where they come from beside them.
    ///
    /// @throws ShoptraceException when a file cannot be written
    public static List<Path> write(OwnFolder folder, Table table, Provenance origin, InputFiles inputs) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>(TableFiles.of(table));
        files.put(Sidecar.name(table.name()), Sidecar.of(origin, files).content());
        return write(folder, files, inputs, "the file");
    }

    /// One file that carries where it comes from, such as a picture.
    ///
    /// @throws ShoptraceException when it cannot be written
    public static List<Path> write(OwnFolder folder, String name, byte[] content, InputFiles inputs) throws ShoptraceException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(name, content);
        return write(folder, files, inputs, "the file");
    }

    private static List<Path> write(OwnFolder folder, SequencedMap<String, byte[]> contents, InputFiles inputs, String what)
            throws ShoptraceException {
        List<Path> written = new ArrayList<>();
        for (String name : contents.keySet()) {
            Path file = folder.path().resolve(name);
            inputs.spare(file);
            written.add(file);
        }
        try (WholeFiles files = new WholeFiles()) {
            folder.made();
            for (var content : contents.entrySet()) {
                files.add(folder.path().resolve(content.getKey()), content.getValue());
            }
            files.commit();
        } catch (IOException e) {
            throw WriteFailure.of(what + " cannot be written", folder.path(), e);
        }
        return List.copyOf(written);
    }

    /// A file stands by itself, so its title is a part of it.
    private static Print titled(ChartSection section) {
        return Print.of(section.name(), section.title(), new ChartSheet(1, List.of(new ChartSheet.Part(section.title(), section.chart()))));
    }

    /// Half a character of a query becomes a question mark instead of an error.
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
