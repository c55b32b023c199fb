package io.github.jpabyexample.models.beyond;

import java.util.Map;

/** What is known of a book, in no fixed form. Mapped by a provider's mapping file alone. */
public class IndexCard {

    private Long id;
    private Map<String, String> details;

    /** For the provider. */
    protected IndexCard() {}

    public IndexCard(Long id, Map<String, String> details) {
        this.id = id;
        this.details = Map.copyOf(details);
    }

    public Map<String, String> details() {
        return details;
    }
}
