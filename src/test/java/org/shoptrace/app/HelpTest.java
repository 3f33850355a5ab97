package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.app.command.ShoptraceCommand;
import org.shoptrace.core.glossary.NamesInFiles;
import picocli.CommandLine;

class HelpTest {
    static Stream<String> commands() {
        return new CommandLine(new ShoptraceCommand(new WindowLauncher(java.util.Map.of(), "Linux"))).getSubcommands().keySet().stream();
    }

    /// Values of options are names of files, such as the classes of failures: they have an underscore. Scores are told in words.
    @ParameterizedTest
    @MethodSource("commands")
    void scoresAreTold(String command) {
        CommandLineRun help = CommandLineRun.of(command, "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains(command));
        assertEquals(List.of(), NamesInFiles.in(help.out()).stream().filter(name -> !name.contains("_")).toList(), help.out());
    }
}
