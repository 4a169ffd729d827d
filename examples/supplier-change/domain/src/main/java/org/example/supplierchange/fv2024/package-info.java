/** Format version FV2024: a metering point names the place, and a change takes up to three weeks. */
package org.example.supplierchange.fv2024;
