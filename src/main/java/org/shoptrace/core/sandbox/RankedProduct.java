package org.shoptrace.core.sandbox;

/// A product in a ranking without filters, with its BM25 score.
public record RankedProduct(String productId, float score) {}
