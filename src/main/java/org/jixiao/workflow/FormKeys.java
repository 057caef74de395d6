package org.jixiao.workflow;

import java.util.Set;

/** The forms that a step may ask for by its form key; told by whoever shows them. */
public interface FormKeys {

    Set<String> all();
}
