package dev.orchestrator.worker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/**
 * Sees to it that steps which compute without end and hear no interruption do not keep all carriers of the virtual threads, on which
 * the other processes wait to run.
 *
 * <p>A virtual thread that is not served in time shows it; then the JVM gets more carriers, and the system shares the processors
 * between them. Where the JVM can't be told so, the worker stops claiming and lets its leases run out, so that others take over.
 */
final class CarrierWatch {
    private static final Logger LOG = Logger.getLogger(CarrierWatch.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_CARRIERS = 128;

    /** More than a queue of the scheduler holds before it grows, in a worker at its limit of processes. */
    private static final int MOST_STARTED = 10_000;

    private static final String PARALLELISM = "Parallelism";
    private static final String MOUNTED = "MountedVirtualThreadCount";

    private volatile boolean isServed = true;
    private Thread thread;

    void start() {
        thread = Thread.ofPlatform().daemon().name("carrier-watch").start(this::watch);
    }

    void stop() {
        thread.interrupt();
    }

    /** Whether virtual threads run; false from when one had to wait too long until it is served. */
    boolean isServed() {
        return isServed;
    }

    private void watch() {
        try {
            while (true) {
                CountDownLatch served = new CountDownLatch(1);
                Thread.ofVirtual().name("carrier-probe").start(served::countDown);
                boolean mayGrow = true;
                while (!served.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    isServed = false;
                    mayGrow = mayGrow && addCarriers();
                }
                isServed = true;
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether more can be added when these are kept too. */
    private static boolean addCarriers() {
        try {
            int carriers = number(PARALLELISM);
            int more = Math.min(2 * carriers, MOST_CARRIERS);
            if (more == carriers) {
                LOG.errorf(
                        "All %d carriers are kept by steps that compute without end; this worker claims nothing until one of them"
                                + " ends. A thread dump shows them: give such steps less to do",
                        carriers);
                return false;
            }
            jvm().setAttribute(scheduler(), new Attribute(PARALLELISM, more));
            startCarriers(carriers);
            LOG.warnf(
                    "All %d carriers are kept by steps that compute without end; now there may be %d", carriers, more);
            return true;
        } catch (JMException e) {
            LOG.errorf(
                    "All carriers are kept by steps that compute without end, and this JVM gives no more (%s): this worker claims"
                            + " nothing and lets its leases run out. JDK 24 or newer would give more; else give such steps less to do",
                    e.getMessage());
            return false;
        }
    }

    /**
     * Starts threads that do nothing until more carriers work than before. The scheduler sets one to work only for a thread that comes
     * to an empty queue, or to one that must grow; and each of its queues may hold threads that wait.
     */
    private static void startCarriers(int before) throws JMException {
        for (int started = 0; started < MOST_STARTED && number(MOUNTED) <= before; started++) {
            Thread.startVirtualThread(() -> {});
        }
    }

    private static int number(String attribute) throws JMException {
        return (int) jvm().getAttribute(scheduler(), attribute);
    }

    private static MBeanServer jvm() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName scheduler() throws JMException {
        return new ObjectName("jdk.management:type=VirtualThreadScheduler");
    }
}
