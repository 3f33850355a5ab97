package org.shoptrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Provenance;

/// The command in a process of its own, as it starts the toolkit itself.
class ScreenshotTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void picturesTheWindowInBothThemesWithoutADisplay() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.writeString(workspace.resolve("tasks.jsonl"),
                "{\"query\":\"a red kettle\",\"reward\":{\"product_id\":\"7\",\"title\":[\"red kettle\"]}}\n");
        double light = brightness(workspace, "light");
        double dark = brightness(workspace, "dark");
        assertTrue(light > 0.8 && dark < 0.3, "light " + light + ", dark " + dark);
    }

    @Test
    void saysInOneLineThatThereIsNoSuchFolder() throws Exception {
        Answer answer = screenshot("--screen", "tasks", "--workspace", folder.resolve("none").toString(), "--out",
                folder.resolve("x.png").toString());
        assertEquals(1, answer.exitCode());
        assertEquals(1, answer.text().lines().count(), answer.text());
    }

    @Test
    void saysInOneLineThatNothingCouldBeSelected() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.writeString(workspace.resolve("tasks.jsonl"), "{\"query\":\"a red kettle\",\"reward\":{\"product_id\":\"7\"}}\n");
        String out = folder.resolve("x.png").toString();
        Answer missing = screenshot("--screen", "tasks", "--select", "task=2", "--workspace", workspace.toString(), "--out", out);
        assertEquals(
                new Answer(1, "shoptrace: there is no such task: task=2. Count from 1 to the number that the screen shows.\n"), missing);
        Answer unfit = screenshot("--screen", "tasks", "--select", "run=1", "--workspace", workspace.toString(), "--out", out);
        assertEquals(1, unfit.exitCode());
        assertEquals(1, unfit.text().lines().count(), unfit.text());
    }

    @ParameterizedTest
    @CsvSource({"--screen,shop", "--theme,blue", "--size,12x12"})
    void refusesWhatItDoesNotKnow(String option, String value) {
        List<String> arguments = new ArrayList<>(List.of("screenshot", "--out", "x.png", option, value));
        if (!option.equals("--screen")) {
            arguments.addAll(List.of("--screen", "tasks"));
        }
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith(option + ": ") && run.err().contains("not " + value), run.err());
    }

    private double brightness(Path workspace, String theme) throws Exception {
        Path out = folder.resolve(theme + ".png");
        Answer answer = screenshot(
                "--workspace", workspace.toString(), "--screen", "tasks", "--select", "task=1", "--size", "1600x1000", "--theme", theme,
                "--out", out.toString());
        assertEquals(new Answer(0, ""), answer);
        BufferedImage picture = ImageIO.read(out.toFile());
        assertEquals(1600, picture.getWidth());
        assertEquals(1000, picture.getHeight());
        Provenance told = CarriedProvenance.in("x.png", Files.readAllBytes(out)).orElseThrow();
        assertEquals(
                "shoptrace screenshot --workspace workspace --screen tasks --select task=1 --size 1600x1000 --theme " + theme
                        + " --text 100 --out " + theme + ".png",
                told.command());
        CommandLineRun verified = CommandLineRun.of("verify", out.toString(), "--inputs", workspace.toString());
        assertEquals(1, verified.exitCode());
        assertTrue(verified.out().contains(": cannot be re-made: it is a picture of the window, not of a chart"), verified.out());
        return IntStream.range(0, 1600 * 1000)
                .map(pixel -> picture.getRGB(pixel % 1600, pixel / 1600) & 0xff)
                .average()
                .orElseThrow() / 255;
    }

    private record Answer(int exitCode, String text) {}

    private Answer screenshot(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.class=org.shoptrace.app.Logging",
                "-cp",
                System.getProperty("java.class.path"),
                "org.shoptrace.app.Launcher",
                "screenshot"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of(
                "XDG_DATA_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(), "XDG_CACHE_HOME", folder.toString()));
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
