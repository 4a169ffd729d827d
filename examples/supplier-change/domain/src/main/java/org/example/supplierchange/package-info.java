/**
 * The supplier change of the German energy market, from one format version to the next.
 *
 * <p>Each format version is a package with its workflow; {@link org.example.supplierchange.ToFv2025} leads from one to the other.
 */
package org.example.supplierchange;
