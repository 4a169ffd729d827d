package org.example.supplierchange;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends messages to grid operators. This one only logs them; a real one would hand them to the market communication gateway. */
@Singleton
public class GridOperator {
    private static final Logger LOG = Logger.getLogger(GridOperator.class);

    /**
     * Registers a customer.
     *
     * @param route where the grid operator's answer is expected
     */
    public void register(String gridOperator, String message, String route) {
        LOG.infof("%s is sent %s; it answers to %s", gridOperator, message, route);
    }
}
