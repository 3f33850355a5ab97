package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds every package to the sentence *May depend on:* of its package-info: it names what the package uses, no more and no less. The form
/// of the sentence is told in this package's own package-info.
///
/// What a package uses is read from its classes, and from the imports of its sources: a constant of another package is copied into a class
/// and leaves no trace there.
class PackageDependenciesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ROOT = "org.shoptrace.";
    private static final int WIDTH = 140;

    /// Only the launcher and the commands may use whatever there is.
    private static final Set<String> FREE = Set.of("app", "app.command");

    /// What every package may use without a word.
    private static final List<String> EVERYBODY = List.of("java.", "javax.", "com.sun.", "org.w3c.", "org.xml.", "org.jspecify.",
            "org.slf4j.");

    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("javafx.", "JavaFX"), Map.entry("org.controlsfx.", "ControlsFX"), Map.entry("impl.org.controlsfx.", "ControlsFX"),
            Map.entry("atlantafx.", "AtlantaFX"), Map.entry("org.kordamp.ikonli.", "Ikonli"), Map.entry("org.apache.lucene.", "Lucene"),
            Map.entry("tools.jackson.", "Jackson"), Map.entry("dev.langchain4j.", "LangChain4j"),
            Map.entry("org.apache.commons.statistics.", "Commons Statistics"),
            Map.entry("org.apache.commons.compress.", "Commons Compress"), Map.entry("com.github.luben.zstd.", "Zstd"),
            Map.entry("dev.hardwood.", "Hardwood"));

    private static final String ITEM = "(?:`[a-z0-9.]+`|[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)*)";
    private static final Pattern SENTENCE = Pattern
            .compile("May depend on: (everything|the JDK|" + ITEM + "(?:, " + ITEM + ")*)\\.(?= |$)");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([a-z0-9_.]+)\\.[A-Z*]");
    private static final Pattern ONLY = Pattern.compile("[Tt]he only package that knows ([A-Z]\\w*)");

    @Test
    void everyPackageNamesWhatItUses() throws IOException {
        Map<String, SortedSet<String>> used = used();
        assertFalse(used.isEmpty());
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, SortedSet<String>> entry : used.entrySet()) {
            Path file = SOURCES.resolve((ROOT + entry.getKey()).replace('.', '/')).resolve("package-info.java");
            String said = said(file);
            String right = FREE.contains(entry.getKey()) ? "everything" : written(entry.getValue());
            if (!right.equals(said)) {
                wrong.add(complaint(file, said, right));
            }
        }
        assertEquals("", String.join("\n", wrong), "a package-info must name what its package uses; write the lines that are given");
    }

    /// Where a package-info says "the only package that knows Lucene", no other names it.
    @Test
    void whatOnlyOnePackageKnowsNoOtherNames() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, SortedSet<String>> used = used();
        for (String name : used.keySet()) {
            Matcher only = ONLY.matcher(text(SOURCES.resolve((ROOT + name).replace('.', '/')).resolve("package-info.java")));
            while (only.find()) {
                String library = only.group(1);
                Set<String> knowing = used.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(library))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!knowing.equals(Set.of(name))) {
                    wrong.add(name + " says that it alone knows " + library + ", but these do: " + knowing);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// What each package uses: other packages of the program by their short names in backquotes, and libraries by their names.
    private static Map<String, SortedSet<String>> used() throws IOException {
        Map<String, SortedSet<String>> used = new TreeMap<>();
        for (JavaClass type : ArchitectureTest.MAIN) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                add(used, type.getPackageName(), dependency.getTargetClass().getBaseComponentType().getPackageName());
            }
        }
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String from = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                for (String line : Files.readAllLines(file)) {
                    Matcher imported = IMPORT.matcher(line);
                    if (imported.find()) {
                        add(used, from, imported.group(1));
                    }
                }
            }
        }
        return used;
    }

    private static void add(Map<String, SortedSet<String>> used, String from, String to) {
        SortedSet<String> names = used.computeIfAbsent(from.substring(ROOT.length()), _ -> new TreeSet<>());
        if (to.isEmpty() || to.equals(from) || EVERYBODY.stream().anyMatch((to + ".")::startsWith)) {
            return;
        }
        if (to.startsWith(ROOT)) {
            names.add("`" + to.substring(ROOT.length()) + "`");
            return;
        }
        names.add(LIBRARIES.entrySet().stream()
                .filter(library -> (to + ".").startsWith(library.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse(to));
    }

    private static String written(SortedSet<String> names) {
        if (names.isEmpty()) {
            return "the JDK";
        }
        Comparator<String> packagesFirst = Comparator.comparing(name -> !name.startsWith("`"));
        return names.stream()
                .sorted(packagesFirst.thenComparing(name -> name.replace("`", "")))
                .collect(Collectors.joining(", "));
    }

    private static String said(Path file) throws IOException {
        String text = text(file);
        Matcher sentence = SENTENCE.matcher(text);
        boolean once = text.split("May depend on:", -1).length == 2;
        return once && sentence.find() ? sentence.group(1) : "";
    }

    /// The words of a package-info, without the marks of a comment and with one space for every break of a line.
    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.joining(" "));
    }

    private static String complaint(Path file, String said, String right) {
        SortedSet<String> missing = items(right);
        missing.removeAll(items(said));
        SortedSet<String> unused = items(said);
        unused.removeAll(items(right));
        String reason = said.isEmpty() ? "has no sentence of the right form" : "lacks " + missing + ", does not use " + unused;
        return file + " " + reason + ". Right is:\n" + wrapped("May depend on: " + right + ".");
    }

    private static SortedSet<String> items(String sentence) {
        return new TreeSet<>(List.of(sentence.split(", ")));
    }

    private static String wrapped(String sentence) {
        StringBuilder lines = new StringBuilder("///");
        int column = 3;
        for (String word : sentence.split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                lines.append("\n///");
                column = 3;
            }
            lines.append(' ').append(word);
            column += 1 + word.length();
        }
        return lines.toString();
    }
}
