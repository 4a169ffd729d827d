/** The products User internal and User external: one model, which differs by a fixed input, and its workflows. */
package org.example.beginner.user;
