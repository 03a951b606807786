/** What holds for every HTTP request of both services: JSON, versions, sizes, health. */
@NullMarked
package io.slotkeeper.platform.web;

import org.jspecify.annotations.NullMarked;
