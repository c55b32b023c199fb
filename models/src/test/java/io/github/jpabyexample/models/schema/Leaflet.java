package io.github.jpabyexample.models.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

/** One object in the rows of two tables ("SecondaryTable Annotation"). */
@Entity
@Table(name = "leaflet")
@SecondaryTable(name = "leaflet_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "leaflet_id"))
public class Leaflet {

    @Id
    private Long id;

    @Column(nullable = false, length = 100)
    private String title;

    @Column(table = "leaflet_text", name = "body", length = 4000)
    private String text;

    /** For the provider. */
    protected Leaflet() {}

    public Leaflet(Long id, String title, String text) {
        this.id = id;
        this.title = title;
        this.text = text;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public void write(String newText) {
        text = newText;
    }
}
