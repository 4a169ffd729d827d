package dev.orchestrator.api.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orchestrator.state.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Replies that carry a tag of their content, so that a client which has it already is only told so. */
public final class EntityTag {
    private static final int TAG_BYTES = 16;

    private EntityTag() {}

    /**
     * The body as JSON with its tag, to which further headers can be added; 304 without a body when the client has it.
     *
     * @param ifNoneMatch the tags that the client has, or null
     */
    public static Response.ResponseBuilder reply(Object body, String ifNoneMatch) {
        byte[] json = write(body);
        String tag = "\"" + digest(json) + "\"";
        Response.ResponseBuilder response =
                has(ifNoneMatch, tag) ? Response.notModified() : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, tag);
    }

    private static boolean has(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private static byte[] write(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reply can be written as JSON", e);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
