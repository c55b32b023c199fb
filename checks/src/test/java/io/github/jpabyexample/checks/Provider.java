package io.github.jpabyexample.checks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A provider that the project knows, as the data in its folder has it.
 *
 * @param name by which the build chooses it, and how names of its settings begin
 * @param packages of its classes, below which none of ours lies
 */
record Provider(String name, String packages) {

    /** All that this project knows, also where a check looks at a planted one. */
    static List<Provider> known() {
        Repository here = Repository.here();
        return here.files(here.root().resolve("providers"), "provider.properties").stream()
                .map(Provider::read)
                .toList();
    }

    private static Provider read(Path file) {
        var data = new Properties();
        try {
            data.load(new StringReader(Repository.read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String implementation = data.getProperty("persistence-provider");
        return new Provider(data.getProperty("name"), implementation.substring(0, implementation.indexOf(".jpa.")));
    }
}
