package io.github.jpabyexample.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody said of the stack that an argument file then says otherwise: {@code java -Djpa.database=postgresql
 * @tour.args} would run on H2, for of two arguments the later holds.
 */
final class Overwritten {

    private Overwritten() {}

    /**
     * Looks for properties of the stack that are given twice.
     *
     * @param arguments of the Java machine, in their order
     * @return a sentence for each that is given with different values, with what to do
     */
    static List<String> in(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> lost = new ArrayList<>();
        for (String argument : arguments) {
            String[] both = argument.split("=", 2);
            if (both.length == 2 && both[0].matches("-Djpa\\.(provider|database)")) {
                String name = both[0].replaceFirst("-Djpa\\.", "");
                String earlier = given.put(name, both[1]);
                if (earlier != null && !earlier.equals(both[1])) {
                    lost.add(("tour: you ask for %s, but this tour was built for %s. Build it for another stack:"
                                    + " mvn -q package -Ptour -Djpa.%s=%1$s")
                            .formatted(earlier, both[1], name));
                }
            }
        }
        return lost;
    }
}
