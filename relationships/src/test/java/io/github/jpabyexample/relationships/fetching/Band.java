package io.github.jpabyexample.relationships.fetching;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** With a getter for each attribute and a toString of all of them, as an IDE or Lombok writes them. */
@Entity
public class Band {

    @Id
    private String name;

    @OneToMany(mappedBy = "band", cascade = CascadeType.PERSIST)
    private List<Song> songs = new ArrayList<>();

    /** For the provider. */
    protected Band() {}

    Band(String name, String... titles) {
        this.name = name;
        for (String title : titles) {
            songs.add(new Song(title, this));
        }
    }

    public String getName() {
        return name;
    }

    public List<Song> getSongs() {
        return songs;
    }

    @Override
    public String toString() {
        return "Band(name=" + name + ", songs=" + songs + ")";
    }
}
