package org.shoptrace.ui.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.Products;
import org.shoptrace.ui.session.WorkspaceViewModel;

class SearchViewModelTest {
    private final FakeSandbox sandbox = new FakeSandbox(Products.kettles(23));
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final SearchViewModel search = new SearchViewModel(workspace, new DirectJobRunner());

    SearchViewModelTest() {
        given.catalog(new CatalogState.Open(sandbox));
    }

    @Test
    void formEditsMakeTheRequestThatAnAgentWouldSend() {
        search.editWords("kettle");
        search.editPrice("50-120");
        search.editShop("s0");
        search.editSort(SortOrder.PRICE_DESCENDING);
        search.editServices(Set.of(Service.FREE_SHIPPING, Service.COD));
        assertEquals(Set.of(Service.FREE_SHIPPING, Service.COD), search.services());
        search.editServices(Set.of(Service.COD));
        search.search();

        assertEquals(new FindRequest("kettle", "1", "s0", "50-120", "pricedesc", "COD"), search.requestProperty().get());
        assertEquals(List.of("k12", "k6"), ids(search.resultProperty().get()));
    }

    @Test
    void clearedFiltersAreLeftOutOfTheRequest() {
        search.send(new FindRequest("kettle", "2", "s0", "1-2", "order", "COD"));
        search.editPrice("");
        search.editShop("");
        search.editSort(SortOrder.RANK);
        search.editServices(Set.of());

        assertEquals(FindRequest.of("kettle"), search.requestProperty().get());

        search.send(new FindRequest("kettle", "2", "s0", "1-2", "order", "COD"));
        search.clearFilters();

        assertEquals(FindRequest.of("kettle"), search.requestProperty().get());
        assertEquals(10, ids(search.resultProperty().get()).size());
    }

    @Test
    void aRequestOfARunIsSentExactlyAsItIs() {
        FindRequest odd = new FindRequest("kettle", "1", "", "100", "best", "COD, freeShipping");
        search.send(odd);

        assertEquals(odd, search.requestProperty().get());
        assertEquals(Set.of(Service.COD), search.services());
        assertEquals(SortOrder.RANK, search.sort());
        assertEquals(10, ids(search.resultProperty().get()).size());
    }

    @Test
    void pagesCountPlacesOn() {
        search.send(FindRequest.of("kettle"));
        search.showPage(3);

        SearchResult.Found found = assertInstanceOf(SearchResult.Found.class, search.resultProperty().get());
        assertEquals(21, found.firstPlace());
        assertEquals(3, found.pages());
        assertEquals(List.of("k21", "k22", "k23"), ids(found));
    }

    @Test
    void aPageBeyondTheLastOffersTheLast() {
        SearchResult.Empty empty = empty(new FindRequest("kettle", "4", null, null, null, null));

        assertEquals("The search keeps 23 products, on 3 pages. Page 4 is empty.", empty.why());
        assertEquals(List.of(new SearchResult.WayOut("Go to page 3, the last", new FindRequest("kettle", "3", null, null, null, null))),
                empty.outs());
    }

    @Test
    void aPageThatIsNoneIsNamed() {
        assertEquals("With page “1.0” the tool answers nothing: pages are 1 to 5.", empty(FindRequest.of("kettle").withPage("1.0")).why());
        assertEquals(
                "Without a page the tool answers nothing: pages are 1 to 5.",
                empty(new FindRequest("kettle", null, null, null, null, null)).why());
    }

    @Test
    void filtersThatLeaveNothingAreNamedWithWhatTheyCost() {
        SearchResult.Empty empty = empty(new FindRequest("kettle", "1", "s1", "1-5", null, "flashsale"));
        assertEquals("Products match the words, but none of them passes the filters.", empty.why());
        assertEquals(List.of("Without filters: 23 products"), labels(empty));

        assertEquals(
                List.of("Without the price: 4 products", "Without the shop: 1 product", "Without the services: 1 product"),
                labels(empty(new FindRequest("kettle", "1", "s1", "1-20", null, "COD"))));
    }

    @Test
    void stopWordsAndUnknownWordsAreToldApart() {
        assertTrue(empty(FindRequest.of("the for a")).why().startsWith("These are stop words only."));
        assertTrue(empty(FindRequest.of("zeppelin")).why().startsWith("No product has any of these words"));
        assertTrue(empty(FindRequest.of(" - ")).why().startsWith("There is no word to search for"));
    }

    @Test
    void aBadRequestIsShownInPlace() {
        search.send(new FindRequest(null, "1", null, null, null, null));

        SearchResult.Failed failed = assertInstanceOf(SearchResult.Failed.class, search.resultProperty().get());
        assertTrue(failed.message().contains("q is missing"), failed.message());
    }

    @Test
    void anUnreadableIndexIsShownInPlace() {
        sandbox.breakDown();
        search.send(FindRequest.of("kettle"));

        assertTrue(assertInstanceOf(SearchResult.Failed.class, search.resultProperty().get()).message().contains("Build it again"));
        assertFalse(search.searchingProperty().get());
    }

    @Test
    void withoutWordsThereIsNothingToSend() {
        search.send(FindRequest.of("kettle"));
        search.editWords("");
        search.search();

        assertInstanceOf(SearchResult.Nothing.class, search.resultProperty().get());
    }

    @Test
    void lateResultsOfAnEarlierSearchAreIgnored() {
        LateJobRunner jobs = new LateJobRunner();
        SearchViewModel late = new SearchViewModel(workspace, jobs);
        late.send(FindRequest.of("kettle"));
        late.send(new FindRequest("kettle", "1", null, "10-10", null, null));
        assertEquals(List.of("Searching"), jobs.cancelled());
        assertTrue(late.searchingProperty().get());

        jobs.finish(1);
        jobs.finish(0);

        assertEquals(List.of("k1"), ids(late.resultProperty().get()));
        assertFalse(late.searchingProperty().get());
    }

    private SearchResult.Empty empty(FindRequest request) {
        search.send(request);
        return assertInstanceOf(SearchResult.Empty.class, search.resultProperty().get());
    }

    private static List<String> labels(SearchResult.Empty empty) {
        return empty.outs().stream().map(SearchResult.WayOut::label).toList();
    }

    private static List<String> ids(SearchResult result) {
        return assertInstanceOf(SearchResult.Found.class, result).products().stream().map(Product::productId).toList();
    }
}
