/** Shows that the Maven wrapper runs where there is nothing but a JDK. */
@NullMarked
package io.slotkeeper.quickstart.wrapper;

import org.jspecify.annotations.NullMarked;
