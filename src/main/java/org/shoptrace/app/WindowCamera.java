package org.shoptrace.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.shoptrace.app.command.ScreenshotCommand;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.settings.UserFolders;

/// Pictures the real window for the `screenshot` command.
final class WindowCamera implements ScreenshotCommand.Camera {
    private final UserFolders folders;

    WindowCamera(UserFolders folders) {
        this.folders = folders;
    }

    @Override
    public void take(ScreenshotCommand.Request request) throws ShoptraceException {
        Selection selection = request.selection().isEmpty() ? Selection.NOTHING : Selection.parse(request.selection());
        if (request.workspace().isPresent() && !Files.isDirectory(request.workspace().get())) {
            throw new ShoptraceException("there is no such folder", request.workspace().get().toString(), "Name a workspace's folder");
        }
        HeadlessPicture.take(
                () -> {
                    MainWindow window = Wiring.assemble(folders, request.theme(), Optional::empty);
                    window.show(request.screen());
                    window.setTextSize(request.textPercent());
                    window.open(request.workspace());
                    List<HeadlessPicture.Act> all = new ArrayList<>(window.selecting(request.screen(), selection));
                    all.addAll(KeyPresses.parse(request.press(), window.content()));
                    Iterator<HeadlessPicture.Act> acts = all.iterator();
                    return new HeadlessPicture.Subject(window.content(), request.width(), request.height(), window::isBusy, () -> {
                        boolean more = acts.hasNext();
                        if (more) {
                            acts.next().run();
                        }
                        return more;
                    });
                },
                request.out());
    }
}
