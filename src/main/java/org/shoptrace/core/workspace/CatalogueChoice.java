package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;

/// Finds the catalogue that a workspace's runs were made over: the one that knows most of the products in their answers, of which it
/// looks at some of each file. Only catalogues that are built can be asked; of those that know as many, the one that would be opened
/// anyway counts (`src/site/markdown/formats.md`, *Identity of a run*).
public final class CatalogueChoice {
    private static final int RUNS_OF_A_FILE = 5;
    private static final int FILES = 60;
    private static final int PRODUCTS = 400;

    private CatalogueChoice() {}

    /// The catalogue that a person chose, while it is there; else as [#of(Workspace, Catalogs, Progress)].
    public static Optional<Catalogue> of(Workspace workspace, Identity identity, Catalogs catalogs, Progress progress) {
        return identity.catalogue()
                .flatMap(name -> workspace.catalogues().stream()
                        .filter(catalogue -> workspace.folder().name(catalogue.directory()).equals(name))
                        .findFirst())
                .or(() -> of(workspace, catalogs, progress));
    }

    /// The catalogue to open; empty when the workspace has none.
    public static Optional<Catalogue> of(Workspace workspace, Catalogs catalogs, Progress progress) {
        Optional<Catalogue> usual = workspace.mainCatalogue();
        List<Catalogue> built = workspace.builtCatalogues();
        if (built.size() < 2) {
            return usual;
        }
        Set<String> products = products(workspace.rolloutFiles(), progress);
        Optional<Catalogue> best = usual;
        int most = usual.map(catalogue -> known(catalogue, products, catalogs)).orElse(0);
        for (Catalogue catalogue : built) {
            progress.checkCancelled();
            int known = known(catalogue, products, catalogs);
            if (known > most) {
                best = Optional.of(catalogue);
                most = known;
            }
        }
        return best;
    }

    private static Set<String> products(List<Path> rollouts, Progress progress) {
        Set<String> products = new LinkedHashSet<>();
        for (Path file : rollouts.subList(0, Math.min(FILES, rollouts.size()))) {
            progress.checkCancelled();
            try {
                for (Run run : RolloutFile.firstRuns(file, RUNS_OF_A_FILE)) {
                    List<String> ids = ids(run);
                    products.addAll(ids.subList(0, Math.min(ids.size(), Math.max(1, PRODUCTS - products.size()))));
                }
            } catch (ShoptraceException e) {
                // Whoever lists the runs reports the file; the others are enough to choose by.
                continue;
            }
            if (products.size() >= PRODUCTS) {
                break;
            }
        }
        return products;
    }

    private static List<String> ids(Run run) {
        List<String> ids = new ArrayList<>();
        run.steps().stream().flatMap(step -> step.calls().stream()).flatMap(call -> call.observation().stream()).forEach(answer -> {
            switch (answer) {
                case Observation.Found found -> found.hits().forEach(hit -> ids.add(hit.productId()));
                case Observation.Viewed viewed -> viewed.details().forEach(detail -> ids.add(detail.productId()));
                default -> {}
            }
        });
        return ids;
    }

    /// How many of `products` a catalogue knows; 0 for one that cannot be opened, which is reported when somebody chooses it.
    private static int known(Catalogue catalogue, Set<String> products, Catalogs catalogs) {
        if (!catalogue.built() || products.isEmpty()) {
            return 0;
        }
        int known = 0;
        try (Sandbox sandbox = catalogs.open(catalogue.directory())) {
            for (String product : products) {
                known += sandbox.product(product).isPresent() ? 1 : 0;
            }
            return known;
        } catch (ShoptraceException e) {
            return 0;
        }
    }
}
