package org.shoptrace.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.chart.PngFile;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.ui.kit.TextSize;
import org.shoptrace.ui.kit.Theme;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace screenshot`: the real window, rendered without a display.
@Command(name = "screenshot", mixinStandardHelpOptions = true, description = "Picture a screen of the window; no display is needed.")
public final class ScreenshotCommand implements Callable<Integer> {
    /// What is to be pictured.
    ///
    /// @param workspace empty for the demo
    public record Request(
            Optional<Path> workspace, String screen, String selection, double width, double height, Theme theme, int textPercent,
            String press) {}

    /// Takes the picture, and knows what the window has; the application has it.
    public interface Camera {
        /// The ids of the screens.
        List<String> screens();

        /// What can be selected in them, as a person writes it: `task=N or product=ID`.
        String selections();

        /// The picture, a PNG file.
        byte[] take(Request request) throws ShoptraceException;
    }

    @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace to open (default: the demo).")
    private @Nullable Path workspace;

    @Option(names = "--screen", required = true, paramLabel = "NAME", description = "A screen of the window.")
    private String screen = "";

    @Option(
            names = "--select",
            defaultValue = "",
            paramLabel = "WHAT",
            description = "What to select in it; then do=COMMAND.")
    private String select = "";

    @Option(names = "--size", defaultValue = "1400x900", paramLabel = "WxH", description = "In pixels (default: 1400x900).")
    private String size = "";

    @Option(names = "--theme", defaultValue = "light", paramLabel = "NAME", description = "light (default) or dark.")
    private String theme = "";

    @Option(names = "--text", defaultValue = "100", paramLabel = "PERCENT", description = "Size of the text, 100 (default) to 200.")
    private int textPercent = 100;

    @Option(
            names = "--press",
            defaultValue = "",
            paramLabel = "KEYS",
            description = "Keys to press then, such as \"j Ctrl+F type:red_lamp F3\".")
    private String press = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "Where the picture goes.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Camera camera;

    private ScreenshotCommand(Camera camera) {
        this.camera = camera;
    }

    /// The command with a help that names the screens of the window and what can be selected in them.
    public static CommandLine line(Camera camera) {
        CommandLine line = new CommandLine(new ScreenshotCommand(camera));
        List<String> screens = camera.screens();
        describe(line, "--screen", String.join(", ", screens.subList(0, screens.size() - 1)) + " or " + screens.getLast() + ".");
        describe(line, "--select", camera.selections() + "; then do=COMMAND.");
        return line;
    }

    private static void describe(CommandLine line, String option, String description) {
        OptionSpec plain = line.getCommandSpec().findOption(option);
        line.getCommandSpec().remove(plain);
        line.getCommandSpec().addOption(OptionSpec.builder(plain).description(description).build());
    }

    @Override
    public Integer call() throws Exception {
        if (!camera.screens().contains(screen)) {
            throw wrong("--screen", String.join(", ", camera.screens()), screen);
        }
        if (!theme.equals("light") && !theme.equals("dark")) {
            throw wrong("--theme", "light or dark", theme);
        }
        if (!size.matches("[1-9]\\d{2,3}x[1-9]\\d{2,3}")) {
            throw wrong("--size", "WIDTHxHEIGHT from 100x100 to 9999x9999", size);
        }
        if (textPercent < 100 || textPercent > 200) {
            throw wrong("--text", "100 to 200", String.valueOf(textPercent));
        }
        String[] sides = size.split("x");
        TextSize.Smallest smallest = new TextSize(textPercent).smallestWindow();
        int width = Math.max(smallest.width(), Integer.parseInt(sides[0]));
        int height = Math.max(smallest.height(), Integer.parseInt(sides[1]));
        if (!size.equals(width + "x" + height)) {
            spec.commandLine().getErr().println("At this size of text the window is never smaller than " + smallest.width() + "x"
                    + smallest.height() + "; the picture is of " + width + "x" + height + ".");
        }
        byte[] picture = camera.take(new Request(
                Optional.ofNullable(workspace),
                screen,
                select,
                width,
                height,
                theme.equals("dark") ? Theme.DARK : Theme.LIGHT,
                textPercent,
                press));
        try {
            WholeFile.write(out, PngFile.carrying(picture, List.of(CarriedProvenance.inPicture(provenance()))));
        } catch (IOException e) {
            throw WriteFailure.of("the picture cannot be written", out, e);
        }
        return 0;
    }

    /// A workspace by its name alone: what a window shows of it is not made from files that could be told one by one.
    private Provenance provenance() {
        Making making = Making.by("screenshot");
        making = workspace == null ? making : making.folder("--workspace", Making.Role.WORKSPACE, workspace, List.of());
        making = making.option("--screen", screen)
                .options("--select", select.isEmpty() ? List.of() : List.of(select))
                .option("--size", size)
                .option("--theme", theme)
                .option("--text", Integer.toString(textPercent))
                .options("--press", press.isEmpty() ? List.of() : List.of(press));
        return ExportOrigin.of(making.out("--out", out), Settings.NONE, Optional.empty(), Progress.NONE).provenance();
    }

    private ParameterException wrong(String option, String expected, String given) {
        return new ParameterException(spec.commandLine(), option + ": " + expected + " is expected, not " + given);
    }
}
