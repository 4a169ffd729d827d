package dev.orchestrator.api.rest.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.rest.json.UnixTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one migration did to a process, or has prepared for it.
 *
 * @param status whether it has only been prepared, was done, or was taken back
 * @param valid whether it still holds: what is prepared can be done, what was migrated can be moved back
 */
@Schema(name = "StateMigrationEntrySchema")
public record MigrationEntry(
        String migration,
        String status,
        boolean valid,
        int sourceVersion,
        int targetVersion,
        String goOnAt,
        @Schema(type = SchemaType.OBJECT) ObjectNode oldState,
        @Schema(type = SchemaType.OBJECT) ObjectNode newState,
        UnixTime preparedAt,
        String preparedBy,
        UnixTime migratedAt,
        String migratedBy,
        UnixTime movedBackAt,
        String movedBackBy) {}
