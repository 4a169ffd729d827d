package dev.orchestrator.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an author gives to a page beyond its fields.
 *
 * @param choices the options of each run-time choice, value to label
 * @param defaults the pre-filled values and display texts by the fields' names on the wire
 */
record PageContent(Map<Class<? extends Choice>, Map<String, String>> choices, Map<String, Object> defaults) {
    static final PageContent EMPTY = new PageContent(Map.of(), Map.of());

    PageContent withChoices(Class<? extends Choice> choice, Map<String, String> options) {
        Map<Class<? extends Choice>, Map<String, String>> more = new LinkedHashMap<>(choices);
        more.put(choice, new LinkedHashMap<>(options));
        return new PageContent(more, defaults);
    }

    PageContent withDefaults(Map<String, Object> values) {
        return new PageContent(choices, values);
    }
}
