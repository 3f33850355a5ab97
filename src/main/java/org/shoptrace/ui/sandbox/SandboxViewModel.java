package org.shoptrace.ui.sandbox;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The screen *Sandbox*: the catalogue's state, a search in it, and a product's page.
public final class SandboxViewModel {
    private final WorkspaceViewModel workspace;
    private final Runnable buildIndex;
    private final SearchViewModel search;
    private final ProductViewModel product;
    private final PlaceViewModel place;

    /// @param buildIndex starts building the index of a catalogue that has none
    public SandboxViewModel(WorkspaceViewModel workspace, JobRunner jobs, Runnable buildIndex) {
        this.workspace = workspace;
        this.buildIndex = buildIndex;
        this.search = new SearchViewModel(workspace, jobs);
        this.product = new ProductViewModel(workspace, jobs);
        this.place = new PlaceViewModel(workspace, jobs, search, product);
        workspace.catalogProperty().subscribe(this::catalogChanged);
    }

    // Properties

    public ReadOnlyObjectProperty<CatalogState> catalogProperty() {
        return workspace.catalogProperty();
    }

    public SearchViewModel search() {
        return search;
    }

    public ProductViewModel product() {
        return product;
    }

    public PlaceViewModel place() {
        return place;
    }

    // Commands

    /// Searches exactly as an agent did.
    public void openSearch(FindRequest request) {
        search.send(request);
    }

    /// Opens a product's page; before a catalogue is open the page waits for it.
    public void openProduct(String productId) {
        product.open(productId);
    }

    /// Searches for everything that a shop has of the words searched for.
    public void searchInShop(String shopId) {
        search.editShop(shopId);
        search.search();
    }

    /// Searches for words and nothing else.
    public void searchForWords(String words) {
        openSearch(FindRequest.of(words));
    }

    /// Searches for the words of the open product's title, which shows it among its neighbours; nothing when no product is open.
    public void searchForNeighbours() {
        if (product.pageProperty().get() instanceof ProductPage.Shown(Product shown)) {
            openSearch(FindRequest.of(shown.title()));
        }
    }

    public void buildIndex() {
        buildIndex.run();
    }

    private void catalogChanged(CatalogState state) {
        if (state instanceof CatalogState.Open) {
            search.search();
            product.reopen();
        } else {
            search.forgetResults();
            product.forget();
        }
    }
}
