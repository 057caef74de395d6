/** The shell of the pages and the parts they share; the only package of base that knows Vaadin. */
@org.jspecify.annotations.NullMarked
package org.jixiao.base.ui;
