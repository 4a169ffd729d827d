package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.FieldNames;
import dev.orchestrator.api.listing.Page.FieldLists;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of one list, fixed in code: the only names and expressions that get into its SQL. */
public final class ListFields {
    private final Map<String, Field> filters = new TreeMap<>();
    private final Map<String, Field> sorts = new TreeMap<>();
    private final String key;
    private String defaultOrder;
    private boolean sortsInBothSpellings;

    private ListFields(String key) {
        this.key = key;
        this.defaultOrder = key;
    }

    /** The key is an expression that is unique among the rows, so that pages neither repeat nor skip one. */
    public static ListFields keyedBy(String key) {
        return new ListFields(key);
    }

    public ListFields text(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.TEXT, expression, Field.CONDITION));
    }

    public ListFields word(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.WORD, expression, Field.CONDITION));
    }

    public ListFields id(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.ID, expression, Field.CONDITION));
    }

    public ListFields bool(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.BOOLEAN, expression, Field.CONDITION));
    }

    public ListFields integer(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.INTEGER, expression, Field.CONDITION));
    }

    public ListFields time(String name, String expression) {
        return filterAndSort(new Field(name, FieldKind.TIME, expression, Field.CONDITION));
    }

    public ListFields filterText(String name, String expression, String enclosing) {
        return filter(new Field(name, FieldKind.TEXT, expression, enclosing));
    }

    public ListFields filterExactText(String name, String expression, String enclosing) {
        return filter(new Field(name, FieldKind.EXACT_TEXT, expression, enclosing));
    }

    public ListFields filterExactText(String name, String expression) {
        return filterExactText(name, expression, Field.CONDITION);
    }

    public ListFields filterText(String name, String expression) {
        return filterText(name, expression, Field.CONDITION);
    }

    public ListFields filterId(String name, String expression, String enclosing) {
        return filter(new Field(name, FieldKind.ID, expression, enclosing));
    }

    public ListFields filterId(String name, String expression) {
        return filterId(name, expression, Field.CONDITION);
    }

    public ListFields sortText(String name, String expression) {
        return sort(new Field(name, FieldKind.TEXT, expression, Field.CONDITION));
    }

    public ListFields sortValue(String name, String expression) {
        return sort(new Field(name, FieldKind.INTEGER, expression, Field.CONDITION));
    }

    /** The order of a list that is not asked to be sorted. */
    public ListFields inOrderOf(String order) {
        defaultOrder = order + ", " + key;
        return this;
    }

    /** Names each sort in snake_case besides camelCase. */
    public ListFields sortableInBothSpellings() {
        sortsInBothSpellings = true;
        return this;
    }

    private ListFields filterAndSort(Field field) {
        return filter(field).sort(field);
    }

    private ListFields filter(Field field) {
        filters.put(field.name(), field);
        return this;
    }

    private ListFields sort(Field field) {
        sorts.put(field.name(), field);
        return this;
    }

    Optional<Field> filter(String name) {
        return Optional.ofNullable(filters.get(FieldNames.snakeCase(name)));
    }

    Optional<Field> sort(String name) {
        return Optional.ofNullable(sorts.get(FieldNames.snakeCase(name)));
    }

    Collection<Field> filters() {
        return filters.values();
    }

    SortedSet<String> camelCaseFilters() {
        SortedSet<String> names = new TreeSet<>();
        filters.keySet().forEach(name -> names.add(FieldNames.camelCase(name)));
        return names;
    }

    SortedSet<String> sortNames() {
        SortedSet<String> names = new TreeSet<>();
        sorts.keySet().forEach(name -> names.add(FieldNames.camelCase(name)));
        if (sortsInBothSpellings) {
            names.addAll(sorts.keySet());
        }
        return names;
    }

    FieldLists names() {
        return new FieldLists(
                sortNames().stream().toList(), filters.keySet().stream().toList());
    }

    String key() {
        return key;
    }

    String defaultOrder() {
        return defaultOrder;
    }
}
