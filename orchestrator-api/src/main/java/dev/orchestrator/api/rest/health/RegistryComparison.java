package dev.orchestrator.api.rest.health;

import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.WorkflowCheck;
import dev.orchestrator.workflow.WorkflowDifference;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Lays the registered products and workflows against those in the database, in two statements. */
@Singleton
class RegistryComparison {
    static final String MEND =
            "run the migrations; 'db migrate-domain-models' and 'db migrate-workflows' write what is new";

    private static final Logger LOG = Logger.getLogger(RegistryComparison.class);

    private final ProductRegistry products;
    private final WorkflowRegistry workflows;
    private final ProductRepository catalogue;
    private final StoredWorkflows stored;

    RegistryComparison(
            ProductRegistry products, WorkflowRegistry workflows, ProductRepository catalogue, StoredWorkflows stored) {
        this.products = products;
        this.workflows = workflows;
        this.catalogue = catalogue;
        this.stored = stored;
    }

    /**
     * What was found, in words.
     *
     * @param missing what the classes need and the database has not
     * @param tolerable what differs without keeping the application from working
     */
    record Findings(List<String> missing, List<String> tolerable) {}

    Findings compare() {
        try {
            return found();
        } catch (RuntimeException e) {
            LOG.warn("The database can't be compared with the application's classes", e);
            return new Findings(List.of("the database is away or has no schema of the orchestrator"), List.of());
        }
    }

    private Findings found() {
        List<String> missing = new ArrayList<>();
        List<String> tolerable = new ArrayList<>();
        for (RegistryDifference difference : RegistryCheck.differences(products, catalogue.catalogue())) {
            (difference.isFatal() ? missing : tolerable).add(difference.toString());
        }
        for (WorkflowDifference difference : WorkflowCheck.differences(workflows, stored.all())) {
            (difference.kind() == WorkflowDifference.Kind.MISSING ? missing : tolerable).add(difference.toString());
        }
        return new Findings(missing, tolerable);
    }
}
