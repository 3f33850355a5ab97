package org.shoptrace.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.kit.Theme;

/// Pictures the window without a display, on JavaFX's headless platform with software rendering. The picture is taken when the window
/// is quiet: no job is under way, and none was for a while.
final class HeadlessPicture {
    private static final int QUIET_PULSES = 20;
    private static final long PATIENCE_SECONDS = 300;
    private static final double WINDOW = 400;

    /// What is pictured.
    ///
    /// @param content what fills the window
    /// @param width   of the picture, in pixels
    /// @param height  of the picture, in pixels
    /// @param isBusy  whether jobs are under way
    /// @param next    selects what is to be seen, called whenever the window is quiet; says whether there is more to wait for
    record Subject(Region content, double width, double height, BooleanSupplier isBusy, Next next) {}

    /// Does what comes next; says whether there is more to wait for.
    @FunctionalInterface
    interface Next {
        boolean act() throws ShoptraceException;
    }

    /// Builds the window.
    @FunctionalInterface
    interface Assembly {
        Subject assemble() throws ShoptraceException;
    }

    private HeadlessPicture() {}

    /// Call once in a process, on a thread that is not JavaFX's.
    ///
    /// @param assembly builds the window, on the JavaFX thread
    /// @return a PNG file
    /// @throws ShoptraceException when the window does not become quiet
    static byte[] take(Assembly assembly) throws ShoptraceException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            // What fails in a listener is told to nobody else: the window would be pictured as it was before.
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> picture.completeExceptionally(failure));
            try {
                Subject subject = assembly.assemble();
                new QuietTimer(subject, show(subject), picture).start();
            } catch (ShoptraceException | RuntimeException | Error e) {
                picture.completeExceptionally(e);
            }
        });
        return png(await(picture));
    }

    /// The headless screen holds a thousand pixels each way, so the window stays small and what fills it reaches beyond its edges.
    private static Stage show(Subject subject) {
        Region content = subject.content();
        content.setManaged(false);
        content.resizeRelocate(0, 0, subject.width(), subject.height());
        Scene scene = new Scene(new Pane(content), WINDOW, WINDOW);
        Theme.style(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static BufferedImage picture(Subject subject) {
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, subject.width(), subject.height()));
        return SwingFXUtils.fromFXImage(subject.content().snapshot(whole, null), null);
    }

    private static BufferedImage await(CompletableFuture<BufferedImage> picture) throws ShoptraceException {
        try {
            return picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ShoptraceException(
                    "the window was still working after " + PATIENCE_SECONDS + " s", "screenshot", "Try a smaller workspace", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShoptraceException("the picture was interrupted", "screenshot", "Run the command again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ShoptraceException expected) {
                throw expected;
            }
            throw new IllegalStateException("the window could not be built or failed on the way", e.getCause());
        }
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this JDK writes no PNG");
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static final class QuietTimer extends AnimationTimer {
        private final Subject subject;
        private final Stage stage;
        private final CompletableFuture<BufferedImage> picture;
        private int quiet;

        QuietTimer(Subject subject, Stage stage, CompletableFuture<BufferedImage> picture) {
            this.subject = subject;
            this.stage = stage;
            this.picture = picture;
        }

        @Override
        public void handle(long now) {
            quiet = subject.isBusy().getAsBoolean() ? 0 : quiet + 1;
            if (quiet < QUIET_PULSES) {
                return;
            }
            quiet = 0;
            try {
                if (!subject.next().act()) {
                    BufferedImage image = picture(subject);
                    end();
                    picture.complete(image);
                }
            } catch (ShoptraceException | RuntimeException e) {
                end();
                picture.completeExceptionally(e);
            }
        }

        /// A window that is still shown when the process ends would be painted by a renderer that is already gone.
        private void end() {
            stop();
            stage.hide();
        }
    }
}
