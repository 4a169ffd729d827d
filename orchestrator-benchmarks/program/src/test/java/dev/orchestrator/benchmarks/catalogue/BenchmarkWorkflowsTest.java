package dev.orchestrator.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.orchestrator.workflow.Workflow;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class BenchmarkWorkflowsTest {
    /** The API does not become ready while a workflow of its own is missing in the database. */
    @Test
    void haveAllThatTheContainerOfAServiceFinds() {
        assertThat(BenchmarkWorkflows.all())
                .extracting(workflow -> workflow.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                        .importPackages("dev.orchestrator.benchmarks").stream()
                                .filter(type ->
                                        type.isAssignableTo(Workflow.class) && type.isAnnotatedWith(Singleton.class))
                                .map(JavaClass::getName)
                                .toList());
    }
}
