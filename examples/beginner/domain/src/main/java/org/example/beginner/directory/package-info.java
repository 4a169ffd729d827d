/** The system outside that the workflows keep in step with our subscriptions. */
package org.example.beginner.directory;
