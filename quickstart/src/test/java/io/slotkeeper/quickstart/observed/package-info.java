/** What operators are shown: dashboards, alert rules and runbooks, held against what there is. */
@NullMarked
package io.slotkeeper.quickstart.observed;

import org.jspecify.annotations.NullMarked;
