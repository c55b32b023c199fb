package io.github.jpabyexample.lesson;

import io.github.jpabyexample.testing.Stack;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

final class OnlyOnCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        // It may be the first to start the database, which shall be as quiet as ever.
        Logging.forTests();
        return AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
                .map(only -> evaluate(only, Stack.requested(), context))
                .orElseGet(() -> ConditionEvaluationResult.enabled("runs on every stack"));
    }

    private static ConditionEvaluationResult evaluate(OnlyOn only, Stack stack, ExtensionContext context) {
        if (only.because().isBlank()) {
            throw new IllegalArgumentException("@OnlyOn(" + Arrays.toString(only.value())
                    + ") needs a reason that a reader understands: because = \"…\"");
        }
        if (only.value().length == 0) {
            throw new IllegalArgumentException("@OnlyOn needs the name of a provider or of a database");
        }
        String where = String.join(" and ", only.value());
        if (stack.isOn(only.value())) {
            return ConditionEvaluationResult.enabled("runs on " + where);
        }
        String reason = "only on " + where + ": " + only.because();
        if (context.getTestMethod().isEmpty()) {
            LessonLog.of(context).ifPresent(log -> log.skippedAll(context, reason));
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
