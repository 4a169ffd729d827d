/** One workflow in the four stages of a change; each class is one stage, as it would follow the one before in the same file. */
package org.example.patching;
