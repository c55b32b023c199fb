package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("strict")
class LinksTest {

    @TempDir
    Path folder;

    @Test
    void the_links_of_the_project_lead_somewhere() {
        assertThat(Links.violations(Repository.here())).isEmpty();
    }

    @Test
    void a_link_to_a_file_a_folder_a_heading_or_another_site_is_accepted() {
        assertThat(in("""
                        # One `persistence.xml`, and *more*!
                        ## Twice
                        ## Twice
                        <a id="by-hand"></a>

                        [file](other%20page.md) ![image](../docs/../docs/other%20page.md) [folder](../docs)
                        [here](#one-persistencexml-and-more) [again](#twice-1) [there](other%20page.md#lower_case) [html](#by-hand)
                        [site](https://example.org/nowhere#x) [mail](mailto:a@example.org) [line](code.java#L10)
                        `[code](nowhere)` [ref]

                        [ref]: code.java
                        """)).isEmpty();
    }

    @Test
    void a_link_to_nothing_is_found_in_text_tables_images_references_and_html() {
        assertThat(in("""
                                See [gone](gone.md).

                                | a |
                                |---|
                                | [cell](cell.md) |

                                ![image](image.png) [ref] <img src="html.png">
                                [outside](../../outside.md)

                                [ref]: reference.md
                                """))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("docs/page.md:1 links to gone.md, but there is no such file"),
                        line -> assertThat(line).startsWith("docs/page.md:5 links to cell.md"),
                        line -> assertThat(line).startsWith("docs/page.md:7 links to image.png"),
                        line -> assertThat(line).startsWith("docs/page.md:7 links to reference.md"),
                        line -> assertThat(line).startsWith("docs/page.md:7 links to html.png"),
                        line -> assertThat(line).startsWith("docs/page.md:8 links to ../../outside.md"));
    }

    @Test
    void a_link_to_no_heading_is_found_and_the_headings_are_offered() {
        assertThat(in("# Here\n[a](#there) [b](other%20page.md#here)"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("page.md:2 links to #there", "no such heading", "[here]"),
                        line -> assertThat(line).contains("docs/other page.md has no such heading", "[lower_case]"));
    }

    @Test
    void a_link_to_what_a_build_makes_is_found() {
        Planted.in(folder).file("docs/target/report.md", "[not looked at](nowhere)");

        assertThat(in("[report](target/report.md)")).singleElement().asString().contains("only a build makes");
    }

    private List<String> in(String page) {
        return Links.violations(Planted.in(folder)
                .file("docs/page.md", page)
                .file("docs/other page.md", "# lower_case")
                .file("docs/code.java", "")
                .repository());
    }
}
