package org.shoptrace.ui.sandbox;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The product that is looked at.
public final class ProductViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob opening;
    private final ReadOnlyObjectWrapper<ProductPage> page = new ReadOnlyObjectWrapper<>(new ProductPage.Nothing());

    ProductViewModel(WorkspaceViewModel workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.opening = new LatestJob(jobs);
    }

    // Properties

    public ReadOnlyObjectProperty<ProductPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    // Commands

    /// Shows a product that a search has brought; there is nothing to read.
    public void show(Product product) {
        opening.forget();
        page.set(new ProductPage.Shown(product));
    }

    /// Opens a product by its id; while no catalogue is open it waits for one.
    public void open(String productId) {
        opening.forget();
        if (productId.isEmpty()) {
            page.set(new ProductPage.Nothing());
            return;
        }
        page.set(new ProductPage.Opening(productId));
        if (workspace.sandbox().isEmpty()) {
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        opening.run(
                "Opening product " + productId,
                _ -> sandbox.product(productId)
                        .<ProductPage>map(ProductPage.Shown::new)
                        .orElseGet(() -> new ProductPage.Unknown(productId)),
                page::set,
                failure -> page.set(new ProductPage.Failed(productId, String.valueOf(failure.getMessage()))));
    }

    /// Reads the product that waited for the catalogue.
    void reopen() {
        open(page.get().id());
    }

    /// Forgets a product of a catalogue that is closed; one that waits for a catalogue goes on waiting.
    void forget() {
        opening.forget();
        if (!(page.get() instanceof ProductPage.Opening)) {
            page.set(new ProductPage.Nothing());
        }
    }
}
