package io.github.jpabyexample.models.values;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Values in each kind of collection. None has an id: they belong to their notebook and to nobody else. */
@Entity
@Table(name = "notebook")
public class Notebook {

    @Id
    private Long id;

    @ElementCollection
    @CollectionTable(name = "notebook_remark", joinColumns = @JoinColumn(name = "notebook_id"))
    @Column(name = "remark", nullable = false, length = 100)
    private List<String> remarks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "notebook_tag", joinColumns = @JoinColumn(name = "notebook_id"))
    @Column(name = "tag", nullable = false, length = 100)
    private Set<String> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "notebook_chapter", joinColumns = @JoinColumn(name = "notebook_id"))
    @OrderColumn(name = "place")
    @Column(name = "chapter", nullable = false, length = 100)
    private List<String> chapters = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "notebook_page", joinColumns = @JoinColumn(name = "notebook_id"))
    @MapKeyColumn(name = "keyword", length = 100)
    @Column(name = "page", nullable = false)
    private Map<String, Integer> index = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "notebook_loan", joinColumns = @JoinColumn(name = "notebook_id"))
    private Set<Loan> loans = new HashSet<>();

    /** For the provider. */
    protected Notebook() {}

    public Notebook(Long id) {
        this.id = id;
    }

    public List<String> remarks() {
        return remarks;
    }

    public Set<String> tags() {
        return tags;
    }

    public List<String> chapters() {
        return chapters;
    }

    public Map<String, Integer> index() {
        return index;
    }

    public Set<Loan> loans() {
        return loans;
    }

    /** A value of two columns. No record: EclipseLink 5.0 cannot fill in one that is an element. */
    @Embeddable
    public static class Loan {

        @Column(name = "reader", nullable = false, length = 100)
        private String reader;

        @Column(name = "lent_on", nullable = false)
        private LocalDate lentOn;

        /** For the provider. */
        protected Loan() {}

        public Loan(String reader, LocalDate lentOn) {
            this.reader = reader;
            this.lentOn = lentOn;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Loan that && reader.equals(that.reader) && lentOn.equals(that.lentOn);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reader, lentOn);
        }
    }
}
