package org.shoptrace.ui.kit.control;

import impl.org.controlsfx.skin.BreadCrumbBarSkin;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Skin;
import javafx.scene.control.TreeItem;
import org.controlsfx.control.BreadCrumbBar;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// A path as a line of links, such as the category of a product; it goes on in the next line where it is longer than its place.
public final class Crumbs extends BreadCrumbBar<String> {
    private static final double GAP = 2;

    /// @param path   from the widest to the narrowest; not empty
    /// @param does   what a press on a part of the path does, for its tool tip
    /// @param opened told the part that was pressed
    public Crumbs(String id, List<String> path, Function<String, String> does, Consumer<String> opened) {
        setId(id);
        setAccessibleText(String.join(", then ", path));
        setAutoNavigationEnabled(false);
        setFocusTraversable(false);
        setCrumbFactory(part -> crumb(part, does));
        setOnCrumbAction(event -> opened.accept(event.getSelectedCrumb().getValue()));
        setSelectedCrumb(buildTreeModel(path.toArray(String[]::new)));
    }

    private static Button crumb(TreeItem<String> part, Function<String, String> does) {
        Button crumb = new Button(DrawnText.of(part.getValue()));
        crumb.getStyleClass().add("flat");
        crumb.setTooltip(Texts.tip(does.apply(part.getValue())));
        crumb.setAccessibleText(does.apply(part.getValue()));
        if (part.getParent() != null) {
            crumb.setGraphic(Icons.of(Feather.CHEVRON_RIGHT));
        }
        return crumb;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Lines(this);
    }

    private static final class Lines extends BreadCrumbBarSkin<String> {
        Lines(BreadCrumbBar<String> bar) {
            super(bar);
        }

        @Override
        protected void layoutChildren(double x, double y, double w, double h) {
            lay(x, y, w, true);
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return top + lay(0, 0, width < 0 ? Double.MAX_VALUE : width - left - right, false) + bottom;
        }

        @Override
        protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
            return computePrefHeight(width, top, right, bottom, left);
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return left + getChildren().stream().mapToDouble(crumb -> crumb.prefWidth(-1) + GAP).sum() + right;
        }

        /// The height that all lines take together.
        private double lay(double x, double y, double width, boolean forGood) {
            double lineAt = y;
            double at = x;
            double lineHeight = 0;
            for (Node crumb : getChildren()) {
                double wide = Math.min(snapSizeX(crumb.prefWidth(-1)), width);
                double high = snapSizeY(crumb.prefHeight(-1));
                if (at > x && at + wide > x + width + 0.5) {
                    lineAt += lineHeight;
                    at = x;
                    lineHeight = 0;
                }
                if (forGood) {
                    crumb.resizeRelocate(at, lineAt, wide, high);
                }
                at += wide + GAP;
                lineHeight = Math.max(lineHeight, high);
            }
            return lineAt + lineHeight - y;
        }
    }
}
