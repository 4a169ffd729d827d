package dev.orchestrator.api.rest.workflow.postgres;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.workflow.WorkflowView;
import dev.orchestrator.workflow.Target;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code workflows}. */
@Entity
@Table(name = "workflows")
public class WorkflowRow {
    @Id
    @Column(name = "workflow_id")
    public UUID workflowId;

    public String name;

    @Enumerated(EnumType.STRING)
    public Target target;

    @Column(name = "is_task")
    public boolean isTask;

    public String description;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    public WorkflowView toView() {
        return new WorkflowView(name, target, isTask, description, UnixTime.of(createdAt), workflowId, null);
    }
}
