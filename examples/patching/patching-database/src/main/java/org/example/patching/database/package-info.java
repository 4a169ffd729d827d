/** The PostgreSQL that the scripts of the example use. */
package org.example.patching.database;
