package org.shoptrace.ui.replay;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.picture.ShownPicture;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.MeasuredBox;
import org.shoptrace.ui.kit.Texts;

/// An image on a card, as wide as the card allows; of one that cannot be drawn, why, and where it lies.
final class PictureView extends MeasuredBox {
    private static final double HIGHEST = 420;

    PictureView(Picture picture, CardContext context) {
        getStyleClass().add("picture");
        getChildren().add(sentence("An image, which is being read"));
        context.ports().pictures().read(picture, this::show);
    }

    /// Where a step is shown in a few lines.
    static Label inWords() {
        Label line = Texts.muted("An image");
        line.setGraphic(Icons.of(Feather.IMAGE));
        return line;
    }

    private void show(ShownPicture shown) {
        switch (shown) {
            case ShownPicture.Drawn drawn -> getChildren().setAll(new Frame(drawn));
            case ShownPicture.Told(String says, String address) -> {
                getChildren().setAll(sentence(says));
                if (!address.isEmpty()) {
                    getChildren().add(new FoldedText(address, "code"));
                }
            }
        }
        setAccessibleText(shown.says());
    }

    private static Label sentence(String text) {
        Label label = Texts.wrapped(text, "muted");
        label.setGraphic(Icons.of(Feather.IMAGE));
        return label;
    }

    /// An image is as high as its width asks for, and no larger than it is.
    private static final class Frame extends StackPane {
        private final ImageView view;
        private final double width;
        private final double height;

        Frame(ShownPicture.Drawn drawn) {
            WritableImage image = new WritableImage(drawn.width(), drawn.height());
            image.getPixelWriter().setPixels(
                    0, 0, drawn.width(), drawn.height(), PixelFormat.getIntArgbInstance(), drawn.argb(), 0, drawn.width());
            view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setManaged(false);
            double least = Math.min(1, HIGHEST / drawn.height());
            width = drawn.width() * least;
            height = drawn.height() * least;
            getChildren().add(view);
            setMinWidth(0);
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            setAccessibleText(drawn.says());
            Tooltip.install(view, Texts.tip(drawn.says()));
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double forHeight) {
            return width;
        }

        @Override
        protected double computeMinHeight(double forWidth) {
            return computePrefHeight(forWidth);
        }

        @Override
        protected double computePrefHeight(double forWidth) {
            return forWidth < 0 || forWidth >= width ? height : height * forWidth / width;
        }

        @Override
        protected void layoutChildren() {
            view.setFitWidth(Math.min(width, getWidth()));
            view.relocate(0, 0);
        }
    }
}
