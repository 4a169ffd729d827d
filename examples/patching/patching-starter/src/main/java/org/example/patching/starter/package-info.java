/** The program behind {@code ./starter}. */
package org.example.patching.starter;
