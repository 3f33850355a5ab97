package org.shoptrace.core.sandbox.tool;

import java.util.List;

/// The tool `web_search`: where an agent looks for what the catalogue does not tell.
@FunctionalInterface
public interface WebSearch {
    /// The pages found, best first; none when nothing fits.
    ///
    /// @param most at most so many
    List<WebPage> search(String query, int most);

    /// A page as a search shows it.
    record WebPage(String url, String title, String content) {}
}
