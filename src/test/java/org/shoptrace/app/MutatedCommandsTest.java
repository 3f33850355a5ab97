package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.mutation.Mutation;

/// Commands over files that were changed by numbered seeds: each ends with a result or with sentences, never with a bug.
class MutatedCommandsTest {
    private static final int COUNT = Math.max(24, Integer.getInteger("mutations", 0) / 30);
    private static final List<Integer> EXPECTED = List.of(0, 1, 2);
    private static final Pattern OF_A_PROGRAM = Pattern
            .compile("Exception|StackOverflow|OutOfMemory|StreamRead|REDACTED|jackson|\\ba bug\\b|\\tat [a-z]|Unexpected character \\(");

    @TempDir
    private static Path shared = Path.of("");

    private static List<Path> files = List.of();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void index() throws Exception {
        CommandLineRun.of("index", "--catalog", shared.resolve("catalogue").toString(), "--documents", GoldenSet.DOCUMENTS.toString());
        List<Path> found = new ArrayList<>();
        try (Stream<Path> formats = Files.list(Path.of("src/test/resources/formats"))) {
            formats.filter(each -> each.toString().matches(".*\\.jsonl?")).sorted().forEach(found::add);
        }
        Path rollouts = shared.resolve("rollout_product_alpha.jsonl");
        Files.write(rollouts, GoldenSet.lines(GoldenSet.rollouts("product", "alpha")).stream()
                .sorted(Comparator.comparingInt(String::length)).limit(3).toList());
        for (int i = 0; i < 20; i++) {
            found.add(rollouts);
        }
        files = found;
    }

    @Test
    void everyCommandEndsWithAResultOrASentence() throws Exception {
        List<String> faults = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            Random random = new Random(number * 104_729L);
            Path seed = files.get(random.nextInt(files.size()));
            Mutation mutation = Mutation.of(Files.readAllBytes(seed), random);
            Path workspace = Files.createDirectories(folder.resolve("w" + number));
            Path file = Files.write(workspace.resolve(seed.getFileName()), mutation.content());
            Path tasks = GoldenSet.file("tasks_product.jsonl");
            if (number % 3 == 0) {
                tasks = Files.write(workspace.resolve("tasks.jsonl"), Mutation.of(Files.readAllBytes(tasks), random).content());
            }
            for (List<String> words : commands(file, tasks, workspace, number)) {
                CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
                if (!EXPECTED.contains(run.exitCode()) || OF_A_PROGRAM.matcher(run.err()).find()
                        || run.exitCode() != 0 && run.err().isBlank()) {
                    faults.add(number + ", " + seed.getFileName() + ", " + mutation.what() + " -> " + words.getFirst() + " ended with "
                            + run.exitCode() + ": " + run.err().lines().limit(8).toList());
                }
            }
        }
        assertEquals("", String.join("\n", faults.subList(0, Math.min(10, faults.size()))), faults.size() + " of " + COUNT);
    }

    private static List<List<String>> commands(Path file, Path tasks, Path workspace, int number) {
        String catalogue = shared.resolve("catalogue").toString();
        List<String> evaluate = List.of("evaluate", "--catalog", catalogue, "--tasks", tasks.toString(), "--rollouts", file.toString());
        List<String> diagnose = List.of("diagnose", "--catalog", catalogue, "--tasks", tasks.toString(), "--rollouts", file.toString());
        String form = List.of("benchmark", "messages", "atif", "html").get(number % 4);
        List<String> export = List.of("export", "--rollouts", file.toString(), "--format", form, "--out",
                workspace.resolve("out").toString());
        List<String> search = List.of("search", "--workspace", workspace.toString(), "lantern OR role:user");
        List<String> scan = List.of("scan", workspace.toString());
        return switch (number % 3) {
            case 0 -> List.of(evaluate, List.of("doubts", "--tasks", tasks.toString()));
            case 1 -> List.of(diagnose, scan);
            default -> List.of(export, search);
        };
    }
}
