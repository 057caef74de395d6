package org.jixiao.organisation;

/** The order in which the demo's data are loaded, as {@code @Order} of the application runners. */
public final class Demo {

    /** {@code true}: load the unit, the people and the year that come with the product, once. */
    public static final String PROPERTY = "jixiao.demo";

    public static final int ORGANISATION = 100;
    public static final int TARGETS = 200;

    private Demo() {}
}
