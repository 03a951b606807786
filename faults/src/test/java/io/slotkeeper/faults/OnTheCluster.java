package io.slotkeeper.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests on the one cluster of the run. Parameters of their methods may be the cluster, the
 * customers' ledger and a random generator by the seed. After each everything is healed, and the
 * audit must find nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface OnTheCluster {}
