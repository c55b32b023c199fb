package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Course;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;

/** The console on a terminal of JLine's that reads a script instead of keys; the end of the script is Ctrl-D. */
record ConsoleRun(int status, String raw) {

    private static final char CTRL_C = 3;

    /** Nothing is typed for a moment, so that a signal is heard before the input ends. */
    private static final class Silence extends InputStream {

        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(300);
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    /** How a console is set up. */
    record Setting(Course course, Path home, Path recorded, int columns) {

        static Setting in(Path home, String... lessons) {
            return new Setting(TourRun.planted(lessons), home, home, 100);
        }

        Setting columns(int other) {
            return new Setting(course, home, recorded, other);
        }

        ConsoleRun type(String... lines) {
            return keys(String.join("\n", lines) + "\n");
        }

        ConsoleRun keys(String keys) {
            return run(this, keys);
        }
    }

    /** {@return what was shown, without colours} */
    String text() {
        return AttributedString.stripAnsi(raw).replace("\r", "");
    }

    private static ConsoleRun run(Setting setting, String keys) {
        var out = new ByteArrayOutputStream();
        var in =
                new SequenceInputStream(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), new Silence());
        try (Terminal terminal = new DumbTerminal("script", "xterm-256color", in, out, StandardCharsets.UTF_8);
                var runner = new LessonRunner(setting.course())) {
            var attributes = terminal.getAttributes();
            attributes.setLocalFlag(LocalFlag.ISIG, true);
            attributes.setControlChar(ControlChar.VINTR, CTRL_C);
            terminal.setAttributes(attributes);
            terminal.setSize(Size.of(setting.columns(), 40));
            int status = new Console(
                            terminal,
                            Syllabus.of(setting.course()),
                            setting.course().paths(),
                            new Recorded(setting.recorded()),
                            new Bookmark(setting.home()),
                            runner)
                    .run();
            terminal.flush();
            return new ConsoleRun(status, out.toString(StandardCharsets.UTF_8));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("The console broke off", e);
        }
    }
}
