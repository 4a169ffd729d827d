/** The product User Group: its model and the workflows that make, change, check and end subscriptions to it. */
package org.example.beginner.usergroup;
