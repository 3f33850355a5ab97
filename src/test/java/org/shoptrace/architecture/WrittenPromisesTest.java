package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.score.Column;

/// What comments and pages say of the repository is so: pages, sections, decisions and tests that are named are there, and nothing is
/// referred to that a reader of the repository does not have.
class WrittenPromisesTest {
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final int WIDTH = 140;

    /// Where the files beside the project may be spoken of.
    private static final Set<String> OF_SHARED = Set.of("SharedFiles.java", "WrittenPromisesTest.java", "run", "contributing.md",
            "pom.xml");

    private static final Pattern LACKING = Pattern.compile("\\bspec/\\w|\\.\\./shared\\b|\\b[Ff]ield notes\\b|\\bguide/\\w");
    private static final Pattern PAGE = Pattern.compile("src/site/markdown/([\\w/-]+\\.md)(?:`?,? \\*([^*]+)\\*)?");
    private static final Pattern DECISION = Pattern.compile("\\b(?:ADR|decision) (\\d{4})\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Benchmark))(?:\\.(\\w+))?`");
    /// Of a command itself, not of those within it.
    private static final Pattern COMMAND = Pattern.compile("(?m)^@Command\\(\\s*name = \"([a-z]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private static final Map<Path, String> TEXTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path root : List.of(Path.of("src"), Path.of("packaging"), Path.of(".ci"), Path.of("README.md"), Path.of("pom.xml"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).filter(WrittenPromisesTest::isText).toList()) {
                    TEXTS.put(file, Files.readString(file));
                }
            }
        }
        assertTrue(TEXTS.size() > 1000);
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.(java|md|xml|properties)") || !name.contains(".");
    }

    @Test
    void nothingIsReferredToThatAReaderLacks() {
        assertEquals(List.of(), complaints((file, text) -> OF_SHARED.contains(file.getFileName().toString())
                ? List.of()
                : LACKING.matcher(text).results().map(match -> "speaks of " + match.group()).distinct().toList()));
    }

    @Test
    void pagesAndSectionsThatAreNamedExist() {
        assertEquals(List.of(), complaints((file, text) -> {
            List<String> wrong = new ArrayList<>();
            Matcher page = PAGE.matcher(flat(text));
            while (page.find()) {
                String target = TEXTS.get(PAGES.resolve(page.group(1)));
                if (target == null) {
                    wrong.add("names the page " + page.group(1) + ", which does not exist");
                } else if (page.group(2) != null && !headings(target).contains(page.group(2))) {
                    wrong.add("names the section *" + page.group(2) + "* of " + page.group(1) + ", which it does not have");
                }
            }
            return wrong;
        }));
    }

    @Test
    void decisionsThatAreNamedExist() {
        Set<String> numbers = TEXTS.keySet().stream()
                .filter(file -> file.startsWith(PAGES.resolve("decisions")))
                .map(file -> file.getFileName().toString().substring(0, 4))
                .collect(Collectors.toSet());
        assertTrue(numbers.size() >= 23);
        assertEquals(List.of(), complaints((file, text) -> DECISION.matcher(flat(text)).results()
                .map(match -> match.group(1))
                .filter(number -> !numbers.contains(number))
                .map(number -> "names decision " + number + ", which does not exist")
                .toList()));
    }

    @Test
    void linksOfPagesLeadSomewhere() {
        assertEquals(List.of(), complaints((file, text) -> {
            List<String> wrong = new ArrayList<>();
            Matcher link = LINK.matcher(file.toString().endsWith(".md") ? text.replaceAll("(?s)```.*?```|`[^`\n]*`", "") : "");
            while (link.find()) {
                String[] parts = link.group(1).split("#", 2);
                if (parts[0].matches("\\w+:.*")) {
                    continue;
                }
                Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
                if (!Files.exists(target)) {
                    wrong.add("links to " + target + ", which does not exist");
                } else if (parts.length == 2 && !anchors(TEXTS.getOrDefault(target, "")).contains(parts[1])) {
                    wrong.add("links to #" + parts[1] + " of " + target + ", which it does not have");
                }
            }
            return wrong;
        }));
    }

    /// The page on findings has a word for everything that can be found, by its name in files.
    @Test
    void everyKindOfFindingIsExplained() {
        String page = TEXTS.getOrDefault(PAGES.resolve("findings.md"), "");
        List<String> kinds = Stream.of(
                Arrays.stream(Stage.values()).map(Stage::wireName),
                Arrays.stream(Fault.values()).map(Fault::wireName),
                Arrays.stream(HealthFinding.Kind.values()).map(HealthFinding.Kind::wireName),
                Arrays.stream(NearMiss.Kind.values()).map(NearMiss.Kind::wireName),
                Arrays.stream(TargetTrack.HiddenBy.values()).map(TargetTrack.HiddenBy::wireName),
                Arrays.stream(Claim.Verdict.values()).map(Claim.Verdict::wireName),
                Arrays.stream(Reexecution.Outcome.values()).map(Reexecution.Outcome::wireName))
                .flatMap(names -> names)
                .toList();
        assertEquals(List.of(), kinds.stream().filter(kind -> !page.contains("`" + kind + "`")).toList(), "missing in findings.md");
    }

    /// The page on scoring has every column, by its name in files.
    @Test
    void everyColumnIsExplained() {
        String page = TEXTS.getOrDefault(PAGES.resolve("scoring.md"), "");
        List<String> columns = Arrays.stream(Column.values()).map(Column::wireName).toList();
        assertEquals(List.of(), columns.stream().filter(column -> !page.contains("`" + column + "`")).toList(), "missing in scoring.md");
    }

    /// The page on scoring has every figure of an evaluation too.
    @Test
    void everyFigureIsExplained() {
        String page = TEXTS.getOrDefault(PAGES.resolve("scoring.md"), "");
        for (Figure figure : Figures.ALL) {
            assertTrue(figure.isName() || page.contains("`" + figure.wireName() + "`"),
                    () -> "add a row to the table of scoring.md, Aggregates: | " + figure.words().label().toLowerCase(Locale.ROOT) + " | `"
                            + figure.wireName() + "` | how it is counted, and over what |");
        }
    }

    /// Who reads the README knows what there is.
    @Test
    void everyCommandIsInTheReadme() {
        String readme = TEXTS.getOrDefault(Path.of("README.md"), "");
        Path commands = Path.of("src/main/java/org/shoptrace/app/command");
        List<String> names = new ArrayList<>();
        TEXTS.forEach((file, text) -> {
            if (file.startsWith(commands)) {
                COMMAND.matcher(text).results().map(match -> match.group(1)).filter(name -> !name.equals("shoptrace")).forEach(names::add);
            }
        });
        assertTrue(names.size() >= 13, names::toString);
        for (String name : names) {
            assertTrue(Pattern.compile("(?m)^packaging/shoptrace " + name + "\\b").matcher(readme).find(),
                    () -> "add a line to the README, From a terminal: packaging/shoptrace " + name + " with its usual options");
        }
    }

    /// The last paragraph of a decision says which test fails when it is broken.
    @Test
    void everyDecisionIsConfirmedByTestsThatExist() {
        Map<String, String> tests = new HashMap<>();
        TEXTS.forEach((file, text) -> {
            if (file.startsWith("src/test/java") && file.toString().endsWith(".java")) {
                tests.put(file.getFileName().toString().replace(".java", ""), text);
            }
        });
        assertEquals(List.of(), complaints((file, text) -> {
            if (!file.startsWith(PAGES.resolve("decisions"))) {
                return List.of();
            }
            int start = text.indexOf("**Confirmation.**");
            if (start < 0) {
                return List.of("has no paragraph **Confirmation.**");
            }
            String said = flat(text.substring(start));
            List<String> wrong = new ArrayList<>();
            List<String> named = new ArrayList<>();
            Matcher test = TEST.matcher(said);
            while (test.find()) {
                named.add(test.group(1));
                String source = tests.get(test.group(1));
                if (source == null) {
                    wrong.add("names " + test.group(1) + ", which does not exist");
                } else if (test.group(2) != null && !source.contains(" " + test.group(2) + "(")) {
                    wrong.add("names " + test.group(1) + "." + test.group(2) + ", which does not exist");
                }
            }
            if (named.stream().noneMatch(name -> name.endsWith("Test")) && !said.contains("That of decision")) {
                wrong.add("names no test that confirms it");
            }
            return wrong;
        }));
    }

    /// Code is wrapped by the formatter; comments, texts and pages are wrapped by hand. A row of a table cannot be, and the lines of a
    /// text block are its own.
    @Test
    void linesAreNoLongerThanThePageIsWide() {
        assertEquals(List.of(), complaints((file, text) -> {
            boolean page = file.toString().endsWith(".md");
            if (!page && !file.toString().endsWith(".java")) {
                return List.of();
            }
            List<String> wrong = new ArrayList<>();
            List<String> lines = text.lines().toList();
            boolean block = false;
            for (int i = 0; i < lines.size(); i++) {
                boolean edge = !page && lines.get(i).split("\"\"\"", -1).length % 2 == 0;
                block ^= edge;
                if (!block && !edge && lines.get(i).codePointCount(0, lines.get(i).length()) > WIDTH
                        && !(page && lines.get(i).startsWith("|"))) {
                    wrong.add("has a line of more than " + WIDTH + " characters: " + (i + 1));
                }
            }
            return wrong;
        }));
    }

    private interface Check {
        List<String> of(Path file, String text);
    }

    private static List<String> complaints(Check check) {
        return TEXTS.entrySet().stream()
                .flatMap(entry -> check.of(entry.getKey(), entry.getValue()).stream().map(wrong -> entry.getKey() + " " + wrong))
                .toList();
    }

    /// The text without the marks of comments and with one space for every break of a line.
    private static String flat(String text) {
        return text.replaceAll("\\s*\n\\s*(?:///|//|#)? *", " ");
    }

    private static Set<String> headings(String page) {
        return HEADING.matcher(page).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> anchors(String page) {
        return headings(page).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
