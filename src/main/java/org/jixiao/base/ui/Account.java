package org.jixiao.base.ui;

import java.util.Optional;

/** What the shell shows of the person signed in; the organisation module implements it. */
public interface Account {

    /** Empty when nobody is signed in. */
    Optional<Who> who();

    /**
     * @param post the person's post or role as it reads beside the name, or empty
     * @param unit name of the unit whose pages these are, or empty
     */
    record Who(String name, String post, String unit) {}
}
