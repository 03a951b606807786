/** Who may depend on whom and what nobody may do, as rules that are shown to bite. */
@NullMarked
package io.slotkeeper.quickstart.architecture;

import org.jspecify.annotations.NullMarked;
