package io.github.jpabyexample.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projects of users, outside of our reactor: they get our artifacts from where those are published, and nowhere else. */
final class Users {

    private static final Repository HERE = Repository.here();
    private static final Path GUIDE = HERE.root().resolve("docs/from-lesson-to-your-project.md");

    private final Guide guide = Guide.read(GUIDE);
    private final Path folder;
    private final Published published;
    private final List<String> names = new ArrayList<>();
    private final Set<String> followed = new TreeSet<>();

    Users(Path folder, Published published) {
        this.folder = folder;
        this.published = published;
    }

    /** One follows the guide, with choices of sections. */
    Users follow(String... choices) {
        guide.follow(next(), choices);
        followed.addAll(List.of(choices));
        return this;
    }

    /** One copies the example of a README that has a word in it, into a program with some of our modules. */
    Users copy(String program, String readme, String word, String modules, String... choices) {
        Path project = next();
        guide.followInPom(project, "1. A project");
        guide.followInPom(project, choices);
        Guide.replace(
                project,
                "pom.xml",
                Stream.of(modules.split(" "))
                        .map("""
                <dependency>
                  <groupId>io.github.jpabyexample</groupId>
                  <artifactId>jpa-by-example-%s</artifactId>
                </dependency>
                """::formatted)
                        .collect(Collectors.joining("", "    <!-- What the shop is written with -->\n", "")));
        String text = Repository.read(
                HERE.root().resolve("checks/src/test/resources/users").resolve(program));
        Planted.in(project)
                .file(
                        "src/main/java/com/example/shop/Shop.java",
                        text.formatted(Guide.block(HERE.root().resolve(readme), word)));
        return this;
    }

    /** One has a program and a schema of his own, and takes of the guide only what it says of the POM. */
    Users bring(String program, String main, String... choices) {
        Path project = next();
        guide.followInPom(project, "1. A project");
        guide.followInPom(project, choices);
        Planted.in(project)
                .file("pom.xml", Repository.read(project.resolve("pom.xml")).replace("com.example.shop.Shop", main));
        Path theirs = HERE.root().resolve("checks/src/test/resources/users").resolve(program);
        HERE.files(theirs, "")
                .forEach(
                        file -> Planted.in(project).file(theirs.relativize(file).toString(), Repository.read(file)));
        return this;
    }

    /** {@return the choices of the guide that neither these users have taken nor others} */
    List<String> leftOutBy(Users others) {
        List<String> left = new ArrayList<>(guide.choices());
        left.removeAll(followed);
        left.removeAll(others.followed);
        return left;
    }

    private Path next() {
        names.add("user-" + (names.size() + 1));
        return folder.resolve(names.get(names.size() - 1));
    }

    /** Builds and starts all of them. */
    MavenRun build(Map<String, String> environment, String... arguments) {
        var reactor = Planted.in(folder).file("settings.xml", downloaded());
        for (String name : names) {
            String pom = name + "/pom.xml";
            reactor.file(
                    pom,
                    Repository.read(folder.resolve(pom))
                            .replace("<artifactId>shop</artifactId>", "<artifactId>" + name + "</artifactId>"));
        }
        reactor.root("""
                        <modelVersion>4.0.0</modelVersion>
                        <groupId>com.example</groupId>
                        <artifactId>users</artifactId>
                        <version>1</version>
                        <packaging>pom</packaging>
                        """).existing(names).reactor();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("test", "org.codehaus.mojo:exec-maven-plugin:3.6.4:exec", "-pl", "!.", "--fail-at-end"));
        return MavenRun.of(
                folder,
                request -> {
                    request.setLocalRepositoryDirectory(published.repository().toFile());
                    request.setGlobalSettingsFile(folder.resolve("settings.xml").toFile());
                    environment.forEach(request::addShellEnvironment);
                },
                all.toArray(String[]::new));
    }

    // What this build has downloaded need not be downloaded again.
    private static String downloaded() {
        String repository = """
                <id>downloaded</id>
                <url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                """.formatted(MavenRun.localRepository().toUri());
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>downloaded</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository);
    }
}
