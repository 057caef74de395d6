/** Pages of the self-evaluation: its task forms, the sheet with lights and scores, the board of the year. */
@org.jspecify.annotations.NullMarked
package org.jixiao.evaluation.ui;
