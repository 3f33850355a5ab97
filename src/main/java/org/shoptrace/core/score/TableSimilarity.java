package org.shoptrace.core.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// Similarities computed elsewhere: `[{"a": title, "b": title, "similarity": number}, …]`. The order of a and b does not matter.
/// Nobody knows which model they come from, so figures made with them are not called comparable. Equal titles need no row: they are 1.
public final class TableSimilarity implements TitleSimilarity {
    private final String name;
    private final Map<Pair, Double> similarities;

    private TableSimilarity(String name, Map<Pair, Double> similarities) {
        this.name = name;
        this.similarities = similarities;
    }

    /// Two titles, the lesser first.
    private record Pair(String first, String second) {
        static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /// Reads the whole table.
    ///
    /// @throws ShoptraceException when the file cannot be read or is no such table
    public static TableSimilarity read(Path file) throws ShoptraceException {
        String remedy = "Give a JSON array of objects with the texts a and b and the number similarity";
        Json table;
        try {
            table = JsonFile.read(file);
        } catch (IOException e) {
            throw new ShoptraceException("the table of similarities cannot be read, " + FileInput.cause(e), file.toString(),
                    "Check the path", e);
        } catch (JsonSyntaxException e) {
            throw new ShoptraceException("the table of similarities is no JSON, " + e.getMessage(), file.toString(), remedy, e);
        }
        if (!(table instanceof Json.Arr(var rows))) {
            throw new ShoptraceException("the table of similarities is no JSON array", file.toString(), remedy);
        }
        Map<Pair, Double> similarities = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Json.Obj row
                    && row.get("a").orElse(Json.NULL) instanceof Json.Str(String a)
                    && row.get("b").orElse(Json.NULL) instanceof Json.Str(String b)
                    && row.get("similarity").orElse(Json.NULL) instanceof Json.Num similarity) {
                similarities.put(Pair.of(a, b), similarity.asDouble());
            } else {
                throw new ShoptraceException("row " + (i + 1) + " is no similarity", file.toString(), remedy);
            }
        }
        return new TableSimilarity("table " + file.getFileName(), similarities);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean comparableWithPublished() {
        return false;
    }

    @Override
    public double similarity(String a, String b) throws ShoptraceException {
        if (a.equals(b)) {
            return 1;
        }
        Double similarity = similarities.get(Pair.of(a, b));
        if (similarity == null) {
            throw new ShoptraceException(
                    "the table of similarities lacks a pair",
                    name + ", \"" + a + "\" and \"" + b + "\"",
                    "Add the pair to the table, or score with another similarity");
        }
        return similarity;
    }

    @Override
    public boolean compares(String a, String b) {
        return a.equals(b) || similarities.containsKey(Pair.of(a, b));
    }
}
