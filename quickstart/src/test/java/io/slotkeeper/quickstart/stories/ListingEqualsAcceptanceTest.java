package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.Volume;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingEqualsAcceptanceTest {

  private static final long SEED = 20261129;
  private static final int SHOPS = Volume.of(9, 12);
  private static final int SLOTS_PER_SHOP = 45;
  private static final int LEAST = 300;

  @Test
  void acceptsExactlyTheSlotsThatItLists() {
    Random random = new Random(SEED);
    int accepted = 0;
    int refused = 0;
    for (int each = 0; each < SHOPS; each++) {
      RandomShop chance = RandomShop.open(random);
      chance.live();
      List<String> candidates = chance.candidates(SLOTS_PER_SHOP);
      Set<String> free =
          chance
              .slots()
              .filter(RandomShop::isFree)
              .map(RandomShop::id)
              .collect(Collectors.toUnmodifiableSet());
      for (String slot : candidates) {
        Answer answer = chance.shop().tryToBook(slot);
        if (free.contains(slot)) {
          assertThat(answer.status()).as("%s in %s", slot, chance.shop().zone()).isEqualTo(201);
          accepted++;
        } else {
          assertThat(answer.text("code"))
              .as("%s in %s", slot, chance.shop().zone())
              .isIn("slot-taken", "slot-not-offered");
          refused++;
        }
      }
    }
    assertThat(accepted + refused).isGreaterThanOrEqualTo(LEAST);
    assertThat(accepted).isGreaterThan(LEAST / 5);
    assertThat(refused).isGreaterThan(LEAST / 5);
  }
}
