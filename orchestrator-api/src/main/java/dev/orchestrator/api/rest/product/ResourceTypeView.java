package dev.orchestrator.api.rest.product;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of value that product blocks have. */
@Schema(name = "ResourceTypeSchema")
public record ResourceTypeView(String resourceType, String description, UUID resourceTypeId) {}
