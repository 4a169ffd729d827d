package dev.orchestrator.api.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as clients see it: what is wrong, where, and of which kind. */
final class ResponseError implements GraphQLError {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient List<Object> path;
    private final transient List<SourceLocation> locations;
    private final ErrorType type;

    ResponseError(String message, List<Object> path, List<SourceLocation> locations, ErrorType type) {
        this.message = message;
        this.path = path;
        this.locations = locations;
        this.type = type;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("error_type", type.wireName());
    }

    /** Whose fault it is, for the server; clients have the type in the extensions. */
    @Override
    public ErrorClassification getErrorType() {
        return type == ErrorType.INTERNAL_ERROR
                ? graphql.ErrorType.DataFetchingException
                : graphql.ErrorType.OperationNotSupported;
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("message", message);
        if (locations != null && !locations.isEmpty()) {
            specification.put(
                    "locations", locations.stream().map(ResponseError::place).toList());
        }
        if (path != null) {
            specification.put("path", path);
        }
        specification.put("extensions", getExtensions());
        return specification;
    }

    private static Map<String, Integer> place(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }
}
