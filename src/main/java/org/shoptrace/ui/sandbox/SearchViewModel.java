package org.shoptrace.ui.sandbox;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A search of the catalogue. Its one truth is the request that an agent would send; the form shows and edits that, so a request that
/// came from a run is repeated exactly, odd values included, until it is edited.
public final class SearchViewModel {
    private final WorkspaceViewModel workspace;
    private final LatestJob searching;
    private final ReadOnlyObjectWrapper<FindRequest> request = new ReadOnlyObjectWrapper<>(FindRequest.of(""));
    private final ReadOnlyObjectWrapper<SearchResult> result = new ReadOnlyObjectWrapper<>(new SearchResult.Nothing());

    SearchViewModel(WorkspaceViewModel workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.searching = new LatestJob(jobs);
    }

    // Properties

    /// The request as it stands on the wire.
    public ReadOnlyObjectProperty<FindRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// What the latest search came to; stays while the next is under way.
    public ReadOnlyObjectProperty<SearchResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.runningProperty();
    }

    /// The services that the request asks for, as the sandbox reads it.
    public Set<Service> services() {
        return RequestNotes.onFirstPage(request.get()).services();
    }

    /// The order that the request asks for, as the sandbox reads it.
    public SortOrder sort() {
        return SortOrder.ofWireName(request.get().sort());
    }

    // Commands

    /// Changes the words; like every edit it goes back to the first page and waits for [#search].
    public void editWords(String words) {
        FindRequest now = request.get();
        edit(new FindRequest(words, "1", now.shopId(), now.price(), now.sort(), now.service()));
    }

    public void editPrice(String price) {
        FindRequest now = request.get();
        edit(new FindRequest(now.q(), "1", now.shopId(), orMissing(price), now.sort(), now.service()));
    }

    public void editShop(String shopId) {
        FindRequest now = request.get();
        edit(new FindRequest(now.q(), "1", orMissing(shopId), now.price(), now.sort(), now.service()));
    }

    public void editSort(SortOrder sort) {
        FindRequest now = request.get();
        edit(new FindRequest(now.q(), "1", now.shopId(), now.price(), orMissing(sort.wireName()), now.service()));
    }

    /// Asks for exactly these services.
    public void editServices(Set<Service> asked) {
        String names = Arrays.stream(Service.values()).filter(asked::contains).map(Service::wireName).collect(Collectors.joining(","));
        FindRequest now = request.get();
        edit(new FindRequest(now.q(), "1", now.shopId(), now.price(), now.sort(), orMissing(names)));
    }

    /// Keeps the words and drops everything else.
    public void clearFilters() {
        FindRequest now = request.get();
        send(new FindRequest(now.q(), "1", null, null, null, null));
    }

    public void showPage(int page) {
        send(request.get().withPage(Integer.toString(page)));
    }

    /// Sends the request as the form has it; without any words there is nothing to send.
    public void search() {
        String words = request.get().q();
        if (words == null || words.isEmpty()) {
            searching.forget();
            result.set(new SearchResult.Nothing());
        } else {
            run(request.get());
        }
    }

    /// Sends a request exactly as it is.
    public void send(FindRequest newRequest) {
        request.set(newRequest);
        run(newRequest);
    }

    /// Forgets the results, which belong to a catalogue that is closed; the request stays.
    void forgetResults() {
        searching.forget();
        result.set(new SearchResult.Nothing());
    }

    private void edit(FindRequest edited) {
        request.set(edited);
    }

    private void run(FindRequest wanted) {
        searching.forget();
        if (workspace.sandbox().isEmpty()) {
            return;
        }
        Sandbox sandbox = workspace.sandbox().get();
        searching.run(
                "Searching",
                _ -> SearchResult.of(sandbox, wanted),
                result::set,
                failure -> result.set(new SearchResult.Failed(wanted, String.valueOf(failure.getMessage()))));
    }

    private static @Nullable String orMissing(String text) {
        return text.isEmpty() ? null : text;
    }
}
