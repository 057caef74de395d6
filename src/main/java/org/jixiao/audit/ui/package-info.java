/** The record as an auditor reads it. */
@org.jspecify.annotations.NullMarked
package org.jixiao.audit.ui;
