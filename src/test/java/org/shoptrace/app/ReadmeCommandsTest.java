package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The commands that the README and the pages show are there, with the options that they show, and each tells about itself.
class ReadmeCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:packaging/)?shoptrace +([a-z]+(?: [a-z]+)?)([^\\n#]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");

    @Test
    void everyCommandThatIsShownIsThereWithItsOptions() throws Exception {
        TreeMap<String, String> shown = new TreeMap<>();
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
            files.filter(Files::isRegularFile).forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher command = COMMAND.matcher(Files.readString(page));
            while (command.find()) {
                shown.merge(command.group(1), command.group(2), String::concat);
            }
        }
        assertTrue(shown.size() >= 12, shown::toString);
        shown.forEach((command, options) -> {
            CommandLineRun help = CommandLineRun.of((command + " --help").split(" ", -1));
            assertEquals(0, help.exitCode(), () -> command + ": " + help.err());
            assertEquals(
                    List.of(), OPTION.matcher(options).results().map(match -> match.group()).filter(o -> !help.out().contains(o)).toList(),
                    () -> command + " has no such options");
        });
    }
}
