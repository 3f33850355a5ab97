package org.shoptrace.core.sandbox.lucene;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.shoptrace.core.catalog.BadDocumentException;
import org.shoptrace.model.catalog.Document;

/// A document as Lucene holds it: the searchable text, what filters and sorts look at, and the line it came from.
///
/// Analysis and ranking are the reference's (Anserini 1.5): Lucene's `EnglishAnalyzer`, BM25 with k1 = 0.9 and b = 0.4, no positions.
/// Source: `src/site/markdown/sandbox.md`, *Search*.
final class DocumentFields {
    static final String CONTENTS = "contents";
    /// A term, to find a product by its id, and a doc value, to order equal scores by its UTF-8 bytes.
    static final String ID = "id";
    static final String SHOP = "shop";
    static final String PRICE = "price";
    static final String SOLD = "sold";
    static final String SERVICE = "service";
    /// The line of the source, as it was.
    static final String LINE = "line";

    private static final FieldType SEARCHABLE = searchable();

    private DocumentFields() {}

    static Analyzer analyzer() {
        return new EnglishAnalyzer();
    }

    static Similarity similarity() {
        return new BM25Similarity(0.9f, 0.4f);
    }

    /// @throws BadDocumentException when an id is too long for an index
    static org.apache.lucene.document.Document of(Document document, byte[] line) throws BadDocumentException {
        var fields = new org.apache.lucene.document.Document();
        BytesRef id = term(document.id());
        fields.add(new StringField(ID, id, Field.Store.NO));
        fields.add(new BinaryDocValuesField(ID, id));
        fields.add(new Field(CONTENTS, document.contents(), SEARCHABLE));
        fields.add(new StringField(SHOP, term(document.product().shopId()), Field.Store.NO));
        fields.add(new DoubleField(PRICE, comparable(document.product().priceValue()), Field.Store.NO));
        fields.add(new DoubleDocValuesField(SOLD, comparable(document.product().soldCount().asDouble())));
        for (String service : document.product().services()) {
            fields.add(new StringField(SERVICE, term(service), Field.Store.NO));
        }
        fields.add(new StoredField(LINE, line));
        return fields;
    }

    /// The number with -0.0 as 0.0: Lucene tells them apart, the reference does not.
    static double comparable(double number) {
        return number + 0.0;
    }

    private static BytesRef term(String text) throws BadDocumentException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > IndexWriter.MAX_TERM_LENGTH) {
            throw new BadDocumentException("an id or service of " + utf8.length + " bytes is longer than an index can hold");
        }
        return new BytesRef(utf8);
    }

    private static FieldType searchable() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
