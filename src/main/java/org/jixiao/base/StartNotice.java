package org.jixiao.base;

import java.util.List;

/** A feature's lines to whoever started the product, printed below the address: who can sign in, what to do first. */
public interface StartNotice {

    /** Empty when there is nothing to say. */
    List<String> lines();
}
