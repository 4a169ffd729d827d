/** Format version FV2025: a market location names the place, and a change takes one working day. */
package org.example.supplierchange.fv2025;
