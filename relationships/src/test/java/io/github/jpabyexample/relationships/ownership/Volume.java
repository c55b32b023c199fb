package io.github.jpabyexample.relationships.ownership;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** The owning side, of the foreign key. It keeps nothing in step. */
@Entity
class Volume {

    @Id
    private String title = "The Warden";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "series_name")
    private @Nullable Series series;

    @Nullable
    Series series() {
        return series;
    }

    void series(@Nullable Series newSeries) {
        series = newSeries;
    }
}
