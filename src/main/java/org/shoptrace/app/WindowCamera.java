package org.shoptrace.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.shoptrace.app.command.ScreenshotCommand;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Selection;

/// Pictures the real window for the `screenshot` command.
final class WindowCamera implements ScreenshotCommand.Camera {
    private final UserFolders folders;
    private final List<Feature> features;

    /// @param features of the window, which say what can be selected in it
    WindowCamera(UserFolders folders, List<Feature> features) {
        this.folders = folders;
        this.features = List.copyOf(features);
    }

    @Override
    public List<String> screens() {
        return features.stream().filter(Feature::hasScreen).map(Feature::screen).toList();
    }

    @Override
    public String selections() {
        return Selection.forms(features);
    }

    @Override
    public byte[] take(ScreenshotCommand.Request request) throws ShoptraceException {
        Selection selection = request.selection().isEmpty() ? Selection.NOTHING : Selection.parse(request.selection(), features);
        if (features.stream().noneMatch(feature -> feature.screen().equals(request.screen()) && selection.fits(feature))) {
            throw new ShoptraceException("the selection does not fit the screen", request.screen(), "Write " + forms());
        }
        if (request.workspace().isPresent() && !Files.isDirectory(request.workspace().get())) {
            throw new ShoptraceException("there is no such folder", request.workspace().get().toString(), "Name a workspace's folder");
        }
        return HeadlessPicture.take(
                () -> {
                    MainWindow window = Wiring.assembleForPicture(folders, request.theme());
                    window.show(request.screen());
                    window.setTextSize(request.textPercent());
                    window.open(request.workspace());
                    List<Act> all = new ArrayList<>(window.selecting(request.screen(), selection));
                    all.addAll(KeyPresses.parse(request.press(), window.content()));
                    Iterator<Act> acts = all.iterator();
                    return new HeadlessPicture.Subject(window.content(), request.width(), request.height(), window::isBusy, () -> {
                        boolean more = acts.hasNext();
                        if (more) {
                            acts.next().run();
                        }
                        return more;
                    });
                });
    }

    private String forms() {
        return features.stream()
                .filter(feature -> !feature.selects().isEmpty())
                .map(feature -> feature.selects() + " in " + feature.screen())
                .collect(Collectors.joining(", "));
    }
}
