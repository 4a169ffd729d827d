package dev.orchestrator.api.rest.product;

import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be changed of a block or a resource type.
 *
 * @param given whether there is a description at all, which may be null
 */
@Schema(name = "DescriptionPatchSchema")
record DescriptionPatch(
        @Schema(maxLength = DescriptionPatch.MAX_LENGTH, nullable = true)
        String description,

        @Schema(hidden = true) boolean given) {
    static final int MAX_LENGTH = 2000;

    static DescriptionPatch read(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        DescriptionPatch patch =
                new DescriptionPatch(fields.optionalText("description", MAX_LENGTH), fields.has("description"));
        fields.check();
        return patch;
    }
}
