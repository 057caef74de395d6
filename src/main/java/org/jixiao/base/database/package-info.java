/** The schema's first migration, and the database that the product brings along when none is named. */
@org.jspecify.annotations.NullMarked
package org.jixiao.base.database;
