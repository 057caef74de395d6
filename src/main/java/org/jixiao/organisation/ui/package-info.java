/** Sign-in, one's own account, and the pages of the administrators. */
@org.jspecify.annotations.NullMarked
package org.jixiao.organisation.ui;
