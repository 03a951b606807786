package io.slotkeeper.quickstart.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorPageTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Browser browser;
  private Business business;
  private com.microsoft.playwright.Page page;

  @BeforeAll
  void openBrowser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "The page is not tested: install Debian's package chromium, which brings " + CHROMIUM);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    open.add(playwright);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  void closeBrowser() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    business = new Business();
    page = browser.newPage();
    problems.clear();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(message.text());
          }
        });
    page.onPageError(problems::add);
    page.navigate(business.simulator.url().toString());
  }

  @AfterEach
  void closePage() {
    page.close();
    business.close();
    Assertions.assertEquals(List.of(), problems);
  }

  @Test
  void showsAMessageTakesATapAndShowsTheAnswer() {
    assertThat(page.getByText("No messages yet")).isVisible();

    business.sendTemplate("Ana", "10:00");
    Locator messages = messages();
    assertThat(messages).containsText(Business.TEMPLATE_TEXT);
    assertThat(page.locator("#news")).containsText(Business.TEMPLATE_TEXT);

    button("Approve, in the chat of " + Business.PHONE).click();
    await().until(() -> business.receiver.messages().size() == 1);
    Assertions.assertEquals(
        "A.x", business.receiver.messages().getFirst().at("/button/payload").asString());

    business.sendText("Confirmed, <b>thank you</b>");
    assertThat(messages).containsText("Confirmed, <b>thank you</b>");
    assertThat(messages.locator("li")).hasCount(3);
  }

  @Test
  void letsAPhoneWriteByKeyboard() {
    page.getByLabel("Phone, with country code").fill("+34 600 000 001");
    page.getByLabel("Message", new GetByLabelOptions().setExact(true)).fill("Hello");
    page.keyboard().press("Enter");
    await().until(() -> business.receiver.messages().size() == 1);

    page.getByLabel("Message from +34600000001").fill("cancel");
    page.keyboard().press("Enter");
    await().until(() -> business.receiver.messages().size() == 2);

    assertThat(page.getByLabel("Messages of +34600000001").locator("li")).hasCount(2);
    assertThat(page.getByLabel("Message from +34600000001")).isFocused();
  }

  @Test
  void switchesOutages() {
    page.getByLabel("Answer with an error").selectOption("131016");
    assertThat(page.getByText("An outage is simulated.")).isVisible();
    Assertions.assertEquals(503, business.sendTemplate("Ana", "10:00").status());

    page.getByLabel("Answer with an error").selectOption("");
    assertThat(page.getByText("Everything works.")).isVisible();
    Assertions.assertEquals(200, business.sendTemplate("Ana", "10:00").status());
  }

  @Test
  void fitsANarrowScreen() {
    business.sendTemplate("Ana", "x".repeat(300));
    page.setViewportSize(320, 640);
    assertThat(messages()).isVisible();

    Assertions.assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
  }

  private Locator messages() {
    return page.getByLabel("Messages of " + Business.PHONE);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }
}
