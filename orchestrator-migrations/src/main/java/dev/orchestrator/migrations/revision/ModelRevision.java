package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.Catalogue;
import dev.orchestrator.product.CatalogueUsage;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.RegistryDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes that bring the catalogue in the database to what the registered products are.
 *
 * <p>The same comparison that programs make at start decides what there is to do, so afterwards they find no difference.
 */
public final class ModelRevision {
    private final ProductRegistry registry;
    private final Catalogue catalogue;
    private final CatalogueUsage usage;

    public ModelRevision(ProductRegistry registry, ProductRepository products) {
        this.registry = registry;
        this.catalogue = products.catalogue();
        this.usage = products.usage();
    }

    public boolean isEmpty() {
        return RegistryCheck.differences(registry, catalogue).isEmpty();
    }

    /**
     * Asks what code can't know, and makes the changes of it.
     *
     * @param renames what was renamed; without, each possible rename is asked for
     */
    public List<Change> changes(Answers answers, AnswersFile inputs, Optional<AnswersFile> renames) {
        inputs.requireSubjects(subjects());
        RenameDraft renamed = new RenameDraft(registry, catalogue);
        renames.ifPresentOrElse(renamed::take, () -> renamed.ask(answers));
        List<RegistryDifference> rest = RegistryCheck.differences(registry, renamed.catalogue());
        Draft draft = new Draft();
        new Additions(registry, renamed.catalogue(), usage)
                .addTo(draft, only(rest, Kind.MISSING, Kind.CHANGED, Kind.INVALID));
        new Removals(usage).addTo(draft, only(rest, Kind.SURPLUS));
        List<Change> changes = new ArrayList<>(renamed.changes());
        changes.addAll(draft.changes(answers));
        return changes;
    }

    private static List<RegistryDifference> only(List<RegistryDifference> differences, Kind... kinds) {
        Set<Kind> wanted = Set.of(kinds);
        return differences.stream()
                .filter(difference -> wanted.contains(difference.kind()))
                .toList();
    }

    private Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        subjects.addAll(registry.products().keySet());
        subjects.addAll(registry.blocks().keySet());
        subjects.addAll(registry.resourceTypes().keySet());
        subjects.addAll(catalogue.products().keySet());
        subjects.addAll(catalogue.blocks().keySet());
        subjects.addAll(catalogue.resourceTypes());
        return subjects;
    }
}
