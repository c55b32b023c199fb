package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedClassesTest {

    @TempDir
    Path folder;

    @Test
    void the_project_lists_its_mapped_classes_and_no_others() {
        assertThat(ListedClasses.violations(Repository.here())).isEmpty();
    }

    @Test
    void the_units_of_all_modules_have_names_of_their_own() {
        assertThat(ListedClasses.unitsOfOneName(Repository.here())).isEmpty();
    }

    @Test
    void a_unit_with_the_name_of_another_is_found() {
        var planted = Planted.in(folder)
                .file("models/src/main/resources/META-INF/persistence.xml", unit())
                .module("models")
                .file("crud/src/test/resources/META-INF/persistence.xml", unit())
                .module("crud");

        assertThat(ListedClasses.unitsOfOneName(planted.repository()))
                .singleElement()
                .asString()
                .contains("crud/src/test/resources/META-INF/persistence.xml has a unit")
                .contains("as has models/src/main/resources/META-INF/persistence.xml: give it another name");
    }

    @Test
    void a_listed_class_is_accepted_in_the_module_that_has_it_and_in_the_units_of_others() {
        var planted = Planted.in(folder)
                .main("models", "package planted; @jakarta.persistence.Entity public class Book {}")
                .file("models/src/main/resources/META-INF/persistence.xml", unit("planted.Book"))
                .test("crud", "package planted; class LockTest { @jakarta.persistence.Entity static class Seat {} }")
                .file(
                        "crud/src/test/resources/META-INF/persistence.xml",
                        unit("planted.Book", "planted.LockTest$Seat"));

        assertThat(ListedClasses.violations(planted.repository())).isEmpty();
    }

    @Test
    void an_unlisted_class_is_found_in_main_and_test_code() {
        var planted = Planted.in(folder)
                .main("models", "package planted; @jakarta.persistence.Entity public class Book {}")
                .main("models", "package planted; @jakarta.persistence.Embeddable public class Money {}")
                .main("models", "package planted; @jakarta.persistence.MappedSuperclass public class Audited {}")
                .main("models", "package planted; public class Plain {}")
                .test("models", """
                        package planted;

                        class YearTest {
                            @jakarta.persistence.Converter
                            static class YearConverter {}
                        }
                        """)
                .file("crud/src/main/resources/META-INF/persistence.xml", unit("planted.Book"))
                .module("crud");

        assertThat(ListedClasses.violations(planted.repository()))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("planted.Book (Book.java:0) is in no persistence.xml of models")
                                .contains("add <class>planted.Book</class>"),
                        line -> assertThat(line).contains("planted.Money"),
                        line -> assertThat(line).contains("planted.Audited"),
                        line -> assertThat(line).contains("<class>planted.YearTest$YearConverter</class>"));
    }

    @Test
    void a_listed_class_that_does_not_exist_is_found() {
        var planted = Planted.in(folder)
                .module("crud")
                .file("crud/src/test/resources/META-INF/persistence.xml", unit("planted.Gone"));

        assertThat(ListedClasses.violations(planted.repository()))
                .singleElement()
                .asString()
                .contains("crud/src/test/resources/META-INF/persistence.xml lists planted.Gone, which does not exist");
    }

    @Test
    void a_class_may_be_unlisted_with_a_reason() {
        assertThat(violations("planted.Book: shows what is not woven")).isEmpty();
    }

    @Test
    void a_class_is_not_unlisted_without_a_reason_if_it_is_gone_or_listed() {
        assertThat(violations("planted.Book"))
                .singleElement()
                .asString()
                .contains("planted.Book, which gives no reason");
        assertThat(violations("planted.Book: why", "planted.Gone: why"))
                .singleElement()
                .asString()
                .contains("planted.Gone, which does not exist");
        assertThat(violations("planted.Book: why", "planted.Seat: why"))
                .singleElement()
                .asString()
                .contains("planted.Seat, which is in a persistence.xml after all");
    }

    private List<String> violations(String... lines) {
        var planted = Planted.in(folder)
                .main("models", "package planted; @jakarta.persistence.Entity public class Book {}")
                .main("models", "package planted; @jakarta.persistence.Entity public class Seat {}")
                .file("models/src/main/resources/META-INF/persistence.xml", unit("planted.Seat"))
                .file("models/src/test/resources/META-INF/unlisted-classes.txt", String.join("\n", lines));
        return ListedClasses.violations(planted.repository());
    }

    private static String unit(String... classes) {
        return "<persistence><persistence-unit name='planted'><class>" + String.join("</class><class>", classes)
                + "</class></persistence-unit></persistence>";
    }
}
