package dev.orchestrator.api.customer;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Type;

/** A customer, as subscriptions and processes show it. */
@Type("CustomerType")
@DefaultNonNull
public record CustomerType(String customerId, String fullname, String shortcode) {}
