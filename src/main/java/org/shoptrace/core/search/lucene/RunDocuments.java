package org.shoptrace.core.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.shoptrace.core.search.MetProduct;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Role;
import org.shoptrace.core.search.StepText;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;

/// A run as Lucene holds it, in one block, so that a commit has all of a run or nothing.
final class RunDocuments {
    /// Which kind of document it is: [#RUN], [#STEP], [#PRODUCT] or [#BARE].
    static final String KIND = "kind";
    static final String RUN = "run";
    static final String STEP = "step";
    /// A product as the run's answers describe it.
    static final String PRODUCT = "product";
    /// A product of which no answer says more than its id.
    static final String BARE = "bare";

    /// The run's id, a term and a doc value of every document.
    static final String ID = "id";
    /// The step's number, a point and a doc value of steps.
    static final String NUMBER = "number";
    static final String TOOL = "tool";
    /// The roles that a step has text of.
    static final String HAS = "has";
    static final String TITLE = "title";
    static final String PRODUCT_ID = "product_id";
    static final String PRICE = "price";
    static final String SERVICE = "service";
    static final String SHOP = "shop";

    private static final FieldType SEARCHABLE = searchable();

    private RunDocuments() {}

    /// The field whose words are a role's.
    static String words(Role role) {
        return "words_" + role.wireName();
    }

    /// The field that keeps a role's text.
    static String text(Role role) {
        return "text_" + role.wireName();
    }

    /// The doc value that holds the first step in which a run came across a product in that way; products it never did so lack it.
    static String first(Way way) {
        return "first_" + way.wireName();
    }

    static List<Document> of(Run run) {
        List<Document> documents = new ArrayList<>();
        for (StepText step : StepText.of(run)) {
            documents.add(step(run.id(), step));
        }
        for (MetProduct product : MetProduct.of(run)) {
            documents.add(product(run.id(), product));
        }
        documents.add(document(run.id(), RUN));
        return documents;
    }

    private static Document document(RunId run, String kind) {
        Document document = new Document();
        document.add(new StringField(ID, run.sha256(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(run.sha256())));
        document.add(new StringField(KIND, kind, Field.Store.NO));
        return document;
    }

    private static Document step(RunId run, StepText step) {
        Document document = document(run, STEP);
        document.add(new IntPoint(NUMBER, step.number()));
        document.add(new NumericDocValuesField(NUMBER, step.number()));
        step.tools().forEach(tool -> document.add(new StringField(TOOL, shortened(tool.toLowerCase(Locale.ROOT)), Field.Store.NO)));
        step.texts().forEach((role, text) -> {
            document.add(new StringField(HAS, role.wireName(), Field.Store.NO));
            document.add(new Field(words(role), new WordStream(text), SEARCHABLE));
            document.add(new StoredField(text(role), text));
        });
        return document;
    }

    private static Document product(RunId run, MetProduct product) {
        Document document = document(run, product.title().isPresent() ? PRODUCT : BARE);
        document.add(new StringField(PRODUCT_ID, shortened(product.productId().toLowerCase(Locale.ROOT)), Field.Store.NO));
        document.add(new StoredField(PRODUCT_ID, product.productId()));
        product.title().ifPresent(title -> document.add(new Field(TITLE, new WordStream(title), SEARCHABLE)));
        product.price().ifPresent(price -> document.add(new DoublePoint(PRICE, price)));
        product.services()
                .forEach(service -> document.add(new StringField(SERVICE, shortened(service.toLowerCase(Locale.ROOT)), Field.Store.NO)));
        document.add(new StringField(SHOP, shortened(product.shopId()), Field.Store.NO));
        for (Way way : Way.values()) {
            product.step(way).ifPresent(step -> document.add(new NumericDocValuesField(first(way), step)));
        }
        return document;
    }

    /// Lucene takes no term beyond 32,766 bytes; a name of a tool that long is a model's accident.
    static String shortened(String term) {
        return term.length() <= 1_000 ? term : term.substring(0, 1_000);
    }

    private static FieldType searchable() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
