package io.github.jpabyexample.testing.garden;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

/** Its ids come from a table, whose row must survive when tables are emptied. */
@Entity
@TableGenerator(name = "label_ids", table = "id_table", pkColumnValue = "label", allocationSize = 2)
public class Label {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "label_ids")
    private Long id;

    public Long id() {
        return id;
    }
}
