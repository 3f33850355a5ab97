package org.shoptrace.ui.sandbox;

import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Where the open product stands for the words searched for, whatever filters and pages hide: why a search did not show it.
public final class PlaceViewModel {
    private final WorkspaceViewModel workspace;
    private final JobRunner jobs;
    private final SearchViewModel search;
    private final ProductViewModel product;
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private int generation;

    PlaceViewModel(WorkspaceViewModel workspace, JobRunner jobs, SearchViewModel search, ProductViewModel product) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.search = search;
        this.product = product;
        search.resultProperty().subscribe(_ -> refresh());
        product.pageProperty().subscribe(_ -> refresh());
    }

    // Properties

    /// A sentence; empty while nothing was searched for or no product is open.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void refresh() {
        int mine = ++generation;
        place.set("");
        String words = words();
        if (words.isBlank() || workspace.sandbox().isEmpty()
                || !(product.pageProperty().get() instanceof ProductPage.Shown(Product open))) {
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        jobs.run(
                "Ranking product " + open.productId(),
                _ -> sentence(words, sandbox, open.productId()),
                sentence -> publish(mine, sentence),
                failure -> publish(mine, String.valueOf(failure.getMessage())));
    }

    private String words() {
        FindRequest sent = switch (search.resultProperty().get()) {
            case SearchResult.Found found -> found.request();
            case SearchResult.Empty empty -> empty.request();
            case SearchResult.Nothing _,SearchResult.Failed _ -> FindRequest.of("");
        };
        return sent.q() == null ? "" : sent.q();
    }

    private void publish(int of, String sentence) {
        if (of == generation) {
            place.set(sentence);
        }
    }

    /// The place, and which words put it there.
    private static String sentence(String words, Sandbox sandbox, String productId) throws ShoptraceException {
        OptionalInt rank = sandbox.rank(words, productId);
        String place = rank.isPresent()
                ? "Place " + Counts.grouped(rank.getAsInt()) + " for “" + words + "”, before any filter"
                : "Does not match “" + words + "”";
        return place + sandbox.explain(words, productId).map(why -> ": " + why.sentence(sandbox.size())).orElse("");
    }
}
