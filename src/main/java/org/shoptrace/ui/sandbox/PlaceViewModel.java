package org.shoptrace.ui.sandbox;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Where the open product stands for the words searched for, whatever filters and pages hide: why a search did not show it.
public final class PlaceViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob ranking;
    private final SearchViewModel search;
    private final ProductViewModel product;
    private final ReadOnlyObjectWrapper<ProductPlace> place = new ReadOnlyObjectWrapper<>(ProductPlace.NOTHING);

    PlaceViewModel(WorkspaceViewModel workspace, JobRunner jobs, SearchViewModel search, ProductViewModel product) {
        this.workspace = workspace;
        this.ranking = new LatestJob(jobs);
        this.search = search;
        this.product = product;
        search.resultProperty().subscribe(_ -> refresh());
        product.pageProperty().subscribe(_ -> refresh());
    }

    // Properties

    /// Its sentence is empty while nothing was searched for or no product is open.
    ReadOnlyObjectProperty<ProductPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void refresh() {
        ranking.forget();
        place.set(ProductPlace.NOTHING);
        String words = words();
        if (words.isBlank() || workspace.sandbox().isEmpty()
                || !(product.pageProperty().get() instanceof ProductPage.Shown(Product open))) {
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        ranking.run(
                "Ranking product " + open.productId(),
                _ -> ProductPlace.of(sandbox, words, open.productId()),
                place::set,
                failure -> place.set(ProductPlace.failed(String.valueOf(failure.getMessage()))));
    }

    private String words() {
        FindRequest sent = switch (search.resultProperty().get()) {
            case SearchResult.Found found -> found.request();
            case SearchResult.Empty empty -> empty.request();
            case SearchResult.Nothing _,SearchResult.Failed _ -> FindRequest.of("");
        };
        return sent.q() == null ? "" : sent.q();
    }
}
