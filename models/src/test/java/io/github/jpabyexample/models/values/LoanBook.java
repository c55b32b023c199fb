package io.github.jpabyexample.models.values;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** Records as the elements of a collection. */
@Entity
@Table(name = "loan_book")
public class LoanBook {

    @Id
    private Long id;

    @ElementCollection
    @CollectionTable(name = "loan_book_line", joinColumns = @JoinColumn(name = "loan_book_id"))
    private Set<Line> lines = new HashSet<>();

    /** For the provider. */
    protected LoanBook() {}

    public LoanBook(Long id) {
        this.id = id;
    }

    public Set<Line> lines() {
        return lines;
    }

    @Embeddable
    public record Line(
            @Column(name = "reader", nullable = false, length = 100)
            String reader) {}
}
