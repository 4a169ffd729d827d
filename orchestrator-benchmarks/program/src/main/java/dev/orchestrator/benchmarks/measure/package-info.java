/** How long requests take: {@code Contest} runs two sides in turn, {@code Load} one of them, {@code Latencies} tells the result. */
package dev.orchestrator.benchmarks.measure;
