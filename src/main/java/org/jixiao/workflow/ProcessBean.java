package org.jixiao.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Spring bean that models may name in expressions by {@link #name()}, and nothing of it but its methods marked
 * {@link Callable}. Arguments and results are strings, numbers, booleans, dates and lists of them.
 *
 * <p>A bean hides a process variable of the same name ({@code year} is both: {@code ${year.sections()}} is the bean's;
 * models hand the variable on with {@code camunda:in source="year"}). The one word of {@code execution} that shipped
 * models use is {@code ${execution.processBusinessKey}}: a called case appends to its caller's key.
 */
public interface ProcessBean {

    String name();

    /** Open to expressions. A method that acts takes no ids: it acts on {@link CurrentCase#facts()}. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Callable {}
}
