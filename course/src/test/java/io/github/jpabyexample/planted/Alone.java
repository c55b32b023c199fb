package io.github.jpabyexample.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.OnlyOn;

/** A lesson that nobody runs. */
@Lesson(value = "One is alone.", level = WORKING, sqlalchemy = "none")
@OnlyOn(value = "hibernate", because = "no other has it")
class Alone {}
