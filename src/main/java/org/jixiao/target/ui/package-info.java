/** Pages and task forms of a section's targets. */
@org.jspecify.annotations.NullMarked
package org.jixiao.target.ui;
