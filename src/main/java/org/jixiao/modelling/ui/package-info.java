/** Pages for modellers. */
@org.jspecify.annotations.NullMarked
package org.jixiao.modelling.ui;
