/** A projection that no service has: the worked example of docs/read-models.md. */
@NullMarked
package io.slotkeeper.query.example;

import org.jspecify.annotations.NullMarked;
