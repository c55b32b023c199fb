package io.github.jpabyexample.models.classes;

/**
 * Two classes that are no proper entities (specification, "The Entity Class"), mapped to one table by mapping files: with annotations, an agent
 * would come across the second one in each run.
 */
public final class Coupons {

    private Coupons() {}

    /** Final, so that nobody can make a subclass of it that loads lazily. */
    public static final class Sealed {

        private String code;
        private Integer percent;

        Sealed() {}

        Sealed(String code, Integer percent) {
            this.code = code;
            this.percent = percent;
        }

        public String code() {
            return code;
        }

        public Integer percent() {
            return percent;
        }
    }

    /** Without a constructor that a provider could call. */
    public static class Unmakeable {

        private final String code;
        private final Integer percent;

        public Unmakeable(String code, Integer percent) {
            this.code = code;
            this.percent = percent;
        }

        public String code() {
            return code;
        }

        public Integer percent() {
            return percent;
        }
    }
}
