package io.github.jpabyexample.tour;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A line of the terminal that says how far lessons are while they run, and is wiped off when they have: the claims that
 * JUnit reports as done, of those that it found. Until the first of them begins, the database is opened, which has no
 * measure: there the line names the step and turns a wheel.
 */
final class ProgressLine implements TestExecutionListener, AutoCloseable {

    private static final String WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int BAR = 20;
    private static final int TURN_MILLIS = 100;

    private final Terminal terminal;
    private final String title;
    private final Display display;
    private @Nullable Timer clock;
    private String step = "";
    private @Nullable TestPlan plan;
    private long claims;
    private long done;
    private int turn;
    private boolean drawn;
    private boolean echoed;
    private boolean leaving;
    private @Nullable SignalHandler before;

    private ProgressLine(Terminal terminal, String title, long claims) {
        this.terminal = terminal;
        this.title = title;
        this.claims = claims;
        display = new Display(terminal, false);
    }

    /**
     * Begins a line.
     *
     * @param terminal in which nobody else writes while tests run; in one that cannot go back in a line, nothing is drawn
     * @param title what runs
     * @param claims how many there are
     */
    static ProgressLine on(Terminal terminal, String title, long claims) {
        var line = new ProgressLine(terminal, title, claims);
        if (!isDumb(terminal)) {
            line.begin();
        }
        return line;
    }

    /** {@return whether it is no screen, only a stream of lines} */
    static boolean isDumb(Terminal terminal) {
        return terminal instanceof DumbTerminal || terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
        step = "opening the database";
        draw();
    }

    // One of a method that is run several times, which JUnit finds out as it goes.
    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier test) {
        claims += test.isTest() ? 1 : 0;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            step = test.getDisplayName();
            draw();
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        stopIfLeaving();
        done += test.isTest() ? 1 : 0;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest()) {
            done++;
        } else if (plan != null) {
            done += plan.getDescendants(test).stream()
                    .filter(TestIdentifier::isTest)
                    .count();
        }
    }

    /** Wipes the line off, so that what ran can be shown in its place; the next lesson draws it again. */
    @Override
    public synchronized void testPlanExecutionFinished(TestPlan testPlan) {
        stopIfLeaving();
        wipe();
    }

    @Override
    public synchronized void close() {
        end();
        if (before != null) {
            terminal.handle(Signal.INT, before);
        }
    }

    private void begin() {
        // What is typed meanwhile is read afterwards, and would be echoed into the line.
        echoed = terminal.echo(false);
        before = terminal.handle(Signal.INT, signal -> leave());
        clock = new Timer("progress", true);
        clock.schedule(
                new TimerTask() {

                    @Override
                    public void run() {
                        turn();
                    }
                },
                TURN_MILLIS,
                TURN_MILLIS);
    }

    private void leave() {
        synchronized (this) {
            leaving = true;
            end();
        }
        System.exit(Console.INTERRUPTED);
    }

    // While the JVM ends, tests would go on, and complain that their database is gone.
    private void stopIfLeaving() {
        try {
            while (leaving) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        if (clock != null) {
            clock.cancel();
        }
        wipe();
        if (echoed) {
            echoed = false;
            terminal.echo(true);
        }
        terminal.flush();
    }

    private void wipe() {
        if (drawn) {
            display.update(List.of(), 0);
            display.reset();
            drawn = false;
        }
    }

    private synchronized void turn() {
        turn = (turn + 1) % WHEEL.length();
        if (drawn) {
            draw();
        }
    }

    private void draw() {
        if (isDumb(terminal)) {
            return;
        }
        int columns = Math.max(1, terminal.getSize().getColumns());
        display.resize(Size.of(columns, 1));
        display.update(List.of(line().columnSubSequence(0, columns - 1)), 0);
        drawn = true;
    }

    private AttributedString line() {
        var line = new AttributedStringBuilder()
                .append(String.valueOf(WHEEL.charAt(turn)), Screen.GOOD)
                .append(" " + title + " ");
        if (claims > 0) {
            int full = (int) (BAR * Math.min(done, claims) / claims);
            line.append("█".repeat(full), Screen.GOOD)
                    .append("░".repeat(BAR - full), Screen.FAINT)
                    .append(" " + done + " of " + claims + " ");
        }
        return line.append(step, Screen.FAINT).toAttributedString();
    }
}
