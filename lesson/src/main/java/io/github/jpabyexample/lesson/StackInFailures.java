package io.github.jpabyexample.lesson;

import io.github.jpabyexample.testing.Stack;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Puts module and stack before the message of a failure when one build runs them all: the line that names the red test, in
 * Maven's summary too, then names both.
 */
final class StackInFailures implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    /** A failure that is no failed assertion: the cause is what the test threw. */
    private static final class FailedOn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedOn(String message, Throwable cause) {
            super(message, cause, true, false);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    static String prefix(Class<?> test) {
        return Boolean.getBoolean("stack.all")
                ? "[" + module(test) + ", " + Stack.requested().name() + "] "
                : "";
    }

    // Their packages are named for the modules.
    private static String module(Class<?> test) {
        return test.getPackageName().replaceFirst("^io\\.github\\.jpabyexample\\.(\\w+).*", "$1");
    }

    // An IDE still shows the difference of an AssertionFailedError, and the trace still begins where the test failed.
    private static Throwable named(ExtensionContext context, Throwable failure) {
        String prefix = prefix(context.getRequiredTestClass());
        if (prefix.isEmpty() || failure instanceof TestAbortedException || failure instanceof VirtualMachineError) {
            return failure;
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith(prefix)) {
            return failure;
        }
        Throwable named;
        if (failure instanceof AssertionFailedError difference && difference.isExpectedDefined()) {
            named = new AssertionFailedError(
                    prefix + message.strip(), difference.getExpected(), difference.getActual(), failure.getCause());
        } else if (failure instanceof AssertionError) {
            named = new AssertionError(prefix + message.strip(), failure.getCause());
        } else {
            return new FailedOn(prefix + failure, failure);
        }
        named.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            named.addSuppressed(suppressed);
        }
        return named;
    }
}
