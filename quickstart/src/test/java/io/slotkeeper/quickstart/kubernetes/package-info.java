/** The manifests for Kubernetes are ones that it takes, and say the same as each other. */
@NullMarked
package io.slotkeeper.quickstart.kubernetes;

import org.jspecify.annotations.NullMarked;
