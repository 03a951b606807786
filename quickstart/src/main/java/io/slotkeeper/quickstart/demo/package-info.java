/** The two businesses of the first start, made over HTTP as anybody would. */
@NullMarked
package io.slotkeeper.quickstart.demo;

import org.jspecify.annotations.NullMarked;
