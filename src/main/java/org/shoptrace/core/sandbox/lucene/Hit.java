package org.shoptrace.core.sandbox.lucene;

import org.apache.lucene.util.BytesRef;

/// A document that matches: its number in the index, its score and its product id.
///
/// Hits are ranked by score, the highest first; equal scores by product id, ascending as UTF-8 bytes. So no two hits are equal,
/// and the order does not depend on segments or on the threads that built them.
record Hit(int document, float score, BytesRef id) {}
