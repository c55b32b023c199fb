package io.github.jpabyexample.models.values;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stories in each kind of collection that has a table between the two. */
@Entity
@Table(name = "anthology")
public class Anthology {

    @Id
    private Long id;

    @ManyToMany
    @JoinTable(name = "anthology_listed", joinColumns = @JoinColumn(name = "anthology_id"))
    private List<Story> listed = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "anthology_chosen", joinColumns = @JoinColumn(name = "anthology_id"))
    private Set<Story> chosen = new HashSet<>();

    @ManyToMany
    @OrderColumn(name = "place")
    @JoinTable(name = "anthology_ordered", joinColumns = @JoinColumn(name = "anthology_id"))
    private List<Story> ordered = new ArrayList<>();

    @OneToMany
    @JoinTable(name = "anthology_owned", joinColumns = @JoinColumn(name = "anthology_id"))
    private List<Story> owned = new ArrayList<>();

    /** For the provider. */
    protected Anthology() {}

    public Anthology(Long id, List<Story> stories) {
        this.id = id;
        listed.addAll(stories);
        chosen.addAll(stories);
        ordered.addAll(stories);
        owned.addAll(stories);
    }

    public List<Story> listed() {
        return listed;
    }

    public Set<Story> chosen() {
        return chosen;
    }

    public List<Story> ordered() {
        return ordered;
    }

    public List<Story> owned() {
        return owned;
    }
}
