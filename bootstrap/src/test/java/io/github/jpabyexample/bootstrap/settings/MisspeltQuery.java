package io.github.jpabyexample.bootstrap.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has a named query with a mistake in it, on purpose: in {@code misspelt-orm.xml}, where no compiler sees it. */
@Entity
public class MisspeltQuery {

    @Id
    private Long id;

    /** For the provider. */
    protected MisspeltQuery() {}

    public Long id() {
        return id;
    }
}
