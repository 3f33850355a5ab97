package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Imports stand where everybody looks for them: static ones first, then the others, each by name, and none that nothing uses. The
/// formatter leaves them alone.
class ImportsTest {
    @Test
    void standInOrderAndAreUsed() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            assertFalse(sources.isEmpty());
            for (Path source : sources) {
                check(source, wrong);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static void check(Path source, List<String> wrong) throws IOException {
        List<String> lines = Files.readAllLines(source);
        List<String> imports = lines.stream().filter(line -> line.startsWith("import ")).map(line -> line.replace(";", "")).toList();
        List<String> sorted = imports.stream()
                .sorted(Comparator.comparing((String line) -> !line.startsWith("import static ")).thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int i = 0; i < imports.size(); i++) {
            if (!imports.get(i).equals(sorted.get(i))) {
                wrong.add(source + ": \"" + sorted.get(i) + "\" comes before \"" + imports.get(i) + "\"");
                break;
            }
        }
        String rest = String.join("\n", lines.stream().filter(line -> !line.startsWith("import ")).toList());
        for (String line : imports) {
            String name = line.substring(line.lastIndexOf('.') + 1);
            if (!Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(rest).find()) {
                wrong.add(source + ": nothing uses \"" + line + "\"");
            }
        }
    }
}
