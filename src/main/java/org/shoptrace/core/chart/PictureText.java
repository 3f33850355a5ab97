package org.shoptrace.core.chart;

/// A text that a picture's file carries along, for programs: nobody sees it in the picture.
///
/// @param keyword what it is, Latin letters, such as `Provenance`
/// @param text    itself
public record PictureText(String keyword, String text) {}
