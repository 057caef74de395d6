package org.jixiao.target.ui;

/** Whose unsaved typing a table keeps in the browser, of which task, and in which part of it. */
record GridKeep(String person, String task, String part) {}
