package io.github.jpabyexample.lesson.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stacks do differently, of which kind that is, and what to do about it.
 *
 * <pre>{@code
 * jpa.expect(
 *         cost("selects for 3 owners with a collection in a load graph")
 *                 .write("join fetch: one select on both")
 *                 .leftOpen("Use of Entity Graphs in find and query operations"),
 *         on(HIBERNATE, 1), on(ECLIPSELINK, 4));
 *
 * jpa.expect(cost("selects for 3 owners"), on(HIBERNATE, 1), on(ECLIPSELINK, 4));   // IllegalArgumentException: says
 *                                                                                  // neither what to write nor who follows
 * }</pre>
 *
 * @param kind what the difference costs who doesn't know of it
 * @param topic what differs, in the reader's words
 * @param write what to write so that it is the same on every provider, or that nothing does it; null until it is said
 * @param specification who follows Jakarta Persistence; null until it is said
 * @param since the first version that does this, such as {@code Hibernate 7.4}; null where it has always been so
 * @param because what makes the difference, where that is a setting, weaving or enhancement; else null
 */
public record Difference(
        Kind kind,
        String topic,
        @Nullable String write,
        @Nullable Specification specification,
        @Nullable String since,
        @Nullable String because) {

    /** What a difference costs, the worst first. */
    public enum Kind {
        /** Data is wrong or lost, without a word. */
        DATA("Wrong or lost data, without a word"),
        /** An exception on one side, or another one. */
        EXCEPTION("Another exception"),
        /** Another answer, by which nothing is lost. */
        ANSWER("Another answer, by which nothing is lost"),
        /** More or other statements. */
        COST("Another cost in statements"),
        /** Other tables or columns. */
        SCHEMA("Another schema");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** {@return a name for readers} */
        public String title() {
            return title;
        }
    }

    /**
     * Who does what Jakarta Persistence says.
     *
     * @param section the title of a section of Jakarta Persistence 3.2, without its number; empty where none speaks of it
     * @param open whether it is left open
     * @param followers the providers that follow that section; none where it is left open
     */
    public record Specification(String section, boolean open, List<String> followers) {

        /** Copies the list, so that the record stays as it is. */
        public Specification {
            followers = List.copyOf(followers);
        }

        /**
         * Says who does what the specification says.
         *
         * @param provider how to name a provider
         * @param title how to quote the title of a section
         * @return a part of a sentence
         */
        public String inWords(UnaryOperator<String> provider, UnaryOperator<String> title) {
            if (section.isEmpty()) {
                return "does not speak of it";
            }
            String quoted = title.apply(section);
            if (open) {
                return "left open by " + quoted;
            }
            return switch (followers.size()) {
                case 0 -> "none follows " + quoted;
                case 1 -> provider.apply(followers.get(0)) + " follows " + quoted;
                default -> "all follow " + quoted;
            };
        }
    }

    /**
     * By which data is wrong or lost.
     *
     * @param topic what differs
     * @return the difference; the rest is still to be said
     */
    public static Difference data(String topic) {
        return new Difference(Kind.DATA, topic, null, null, null, null);
    }

    /**
     * By which there is an exception, or another one.
     *
     * @param topic what differs
     * @return the difference; the rest is still to be said
     */
    public static Difference exception(String topic) {
        return new Difference(Kind.EXCEPTION, topic, null, null, null, null);
    }

    /**
     * By which an answer is another, and nothing is lost.
     *
     * @param topic what differs
     * @return the difference; the rest is still to be said
     */
    public static Difference answer(String topic) {
        return new Difference(Kind.ANSWER, topic, null, null, null, null);
    }

    /**
     * By which more or other statements are sent.
     *
     * @param topic what differs
     * @return the difference; the rest is still to be said
     */
    public static Difference cost(String topic) {
        return new Difference(Kind.COST, topic, null, null, null, null);
    }

    /**
     * By which tables or columns are others.
     *
     * @param topic what differs
     * @return the difference; the rest is still to be said
     */
    public static Difference schema(String topic) {
        return new Difference(Kind.SCHEMA, topic, null, null, null, null);
    }

    /**
     * Says what to write.
     *
     * @param advice so that it is the same on every provider, or that nothing does it
     * @return the difference with it
     */
    public Difference write(String advice) {
        return new Difference(kind, topic, advice, specification, since, because);
    }

    /**
     * Says who does what the specification asks for.
     *
     * @param section the title of a section of Jakarta Persistence
     * @param providers those that follow it; none where none does
     * @return the difference with it
     */
    public Difference follows(String section, String... providers) {
        return with(new Specification(section, false, List.of(providers)));
    }

    /**
     * Says that each provider may do as it does.
     *
     * @param section the title of the section of Jakarta Persistence that leaves it open
     * @return the difference with it
     */
    public Difference leftOpen(String section) {
        return with(new Specification(section, true, List.of()));
    }

    /**
     * Says that Jakarta Persistence does not speak of it.
     *
     * @return the difference with it
     */
    public Difference unspecified() {
        return with(new Specification("", true, List.of()));
    }

    /**
     * Says since when it is so: many readers run an older version.
     *
     * @param version with the provider, such as {@code Hibernate 7.4}
     * @return the difference with it
     */
    public Difference since(String version) {
        return new Difference(kind, topic, write, specification, version, because);
    }

    /**
     * Says that a setting, weaving or enhancement makes the difference.
     *
     * @param cause such as {@code hibernate.jpa.compliance.query}
     * @return the difference with it
     */
    public Difference because(String cause) {
        return new Difference(kind, topic, write, specification, since, cause);
    }

    /**
     * Refuses what a reader could do nothing with.
     *
     * @throws IllegalArgumentException if it does not say what to write, or who follows the specification, or if no section
     *     has the title that it gives
     */
    public void requireComplete() {
        List<String> missing = new ArrayList<>();
        if (write == null || write.isBlank()) {
            missing.add("what to write so that it is the same on every provider: .write(\"…\")");
        }
        if (specification == null) {
            missing.add(
                    "who follows the specification: .follows(\"<section>\", HIBERNATE), .leftOpen(\"<section>\"), or .unspecified()");
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("'" + topic + "' does not say " + String.join(", nor ", missing));
        }
        String section = specification == null ? "" : specification.section();
        if (!section.isEmpty() && !Sections.TITLES.contains(section)) {
            throw new IllegalArgumentException("'" + topic + "' names the section '" + section
                    + "', but Jakarta Persistence 3.2 has none of that title: " + Sections.FILE + " lists them");
        }
    }

    private Difference with(Specification who) {
        return new Difference(kind, topic, write, who, since, because);
    }

    /** {@return all that is said beside the values, a sentence each; of what is not said, nothing} */
    public List<String> sentences() {
        return Stream.of(
                        write == null ? "" : "Write: " + write,
                        specification == null
                                ? ""
                                : "Specification: " + specification.inWords(name -> name, title -> "\"" + title + "\""),
                        since == null ? "" : "Since: " + since,
                        because == null ? "" : "Because of: " + because)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
