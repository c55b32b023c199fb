package io.github.jpabyexample.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;

/** A lesson that nobody runs. */
@Lesson(value = "One differs.", level = WORKING, sqlalchemy = "none")
class Differing {

    int differs(LessonUnit jpa) {
        return jpa.expect(answer("it").write("nothing").unspecified(), on("hibernate", 1), on("eclipselink", 2));
    }
}
