package dev.orchestrator.api.rest.translation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The labels that the web UI shows. */
@Path("/api/translations")
@Tag(name = "Translations")
@RunOnVirtualThread
public class TranslationResource {
    private static final String DEFAULT = "en-GB";

    private final Translations translations;

    TranslationResource(Translations translations) {
        this.translations = translations;
    }

    /** A web UI without languages of its own asks for none in particular. */
    @GET
    @Operation(operationId = "get_default_translations", summary = "The labels of forms and workflows in English")
    public JsonNode inEnglish() {
        return in(DEFAULT);
    }

    @GET
    @Path("/{language}")
    @Operation(
            operationId = "get_translations_api_translations__language__get",
            summary = "The labels of forms and workflows in a language, such as en-GB")
    public JsonNode in(@PathParam("language") String language) {
        return translations
                .of(language)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_LANGUAGE, "There are no translations for " + language));
    }
}
