/// Writes HTML, SVG and other XML, so that every text stays text. What the text is about is not known here.
///
/// Key types: [Markup] writes elements; an [HtmlPage] is a page that needs nothing else; [DrawnText] is a text as it can be drawn, which
/// the window asks as well.
///
/// May depend on: the JDK.
@NullMarked
package org.shoptrace.core.markup;

import org.jspecify.annotations.NullMarked;
