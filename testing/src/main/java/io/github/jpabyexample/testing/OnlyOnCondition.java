package io.github.jpabyexample.testing;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

final class OnlyOnCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
                .map(only -> evaluate(only, Requested.fromSystem()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("runs on every stack"));
    }

    private static ConditionEvaluationResult evaluate(OnlyOn only, Requested stack) {
        if (only.because().isBlank()) {
            throw new IllegalArgumentException("@OnlyOn(" + Arrays.toString(only.value())
                    + ") needs a reason that a reader understands: because = \"…\"");
        }
        String where = String.join(" and ", only.value());
        return Arrays.stream(only.value()).allMatch(stack::has)
                ? ConditionEvaluationResult.enabled("runs on " + where)
                : ConditionEvaluationResult.disabled("only on " + where + ": " + only.because());
    }
}
