package io.github.jpabyexample.planted;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.OnlyOn;

/** A lesson that nobody runs. */
@Lesson(value = "One is alone.", sqlalchemy = "none")
@OnlyOn(value = "hibernate", because = "no other has it")
class Alone {}
