"use strict";

const POLL_MS = 1000;
const chats = new Map();
const byId = (id) => document.getElementById(id);

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const call = async (method, path, body) => {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) {
    throw new Error(json.detail);
  }
  return json;
};

const chatPath = (phone) => `/simulator/chats/${encodeURIComponent(phone)}`;

const complain = (problem) => {
  byId("connection").textContent = problem;
};

/** Whatever a person does is shown at once, not at the next poll. */
const act = async (control, action) => {
  control.disabled = true;
  try {
    await action();
    await refresh();
    complain("");
    return true;
  } catch (error) {
    complain(error.message);
    return false;
  } finally {
    control.disabled = false;
  }
};

const addChat = (phone) => {
  const id = `chat-${phone.slice(1)}`;
  const list = make("ol", { class: "messages", tabindex: "0", "aria-label": `Messages of ${phone}` });
  const text = make("input", {
    "aria-label": `Message from ${phone}`,
    placeholder: "Message",
    maxlength: "4096",
    autocomplete: "off",
    required: "",
  });
  const send = make("button", { class: "primary", type: "submit", "aria-label": `Send from ${phone}` }, "Send");
  const form = make("form", { class: "say" }, text, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await act(send, () => call("POST", `${chatPath(phone)}/say`, { text: text.value }))) {
      text.value = "";
    }
    text.focus();
  });
  const count = make("p");
  const head = make("div", { class: "chat-head" }, make("div", {}, make("h2", { id }, phone), count));
  byId("empty").hidden = true;
  byId("chats").append(make("section", { class: "chat", "aria-labelledby": id }, head, list, form));
  const chat = { list, count, lines: new Map() };
  chats.set(phone, chat);
  return chat;
};

const marks = {
  accepted: "\u2026 accepted",
  sent: "\u2713 sent",
  delivered: "\u2713\u2713 delivered",
  read: "\u2713\u2713 read",
  received: "",
};

const time = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

const meta = (message) => {
  const kind = message.kind === "template" ? "template \u00b7 " : "";
  return `${kind}${time(message.at)} ${marks[message.status]}`.trimEnd();
};

const addLine = (phone, chat, message) => {
  const mine = message.from !== "business";
  const state = make("p", { class: "meta" }, meta(message));
  const bubble = make(
    "div",
    { class: "bubble" },
    make("span", { class: "unseen" }, mine ? `${phone}: ` : "Business: "),
    make("p", { class: "text" }, message.text),
    state,
  );
  const line = make("li", mine ? { class: "mine" } : {}, bubble);
  if (message.buttons.length > 0) {
    const taps = make("div", { class: "taps" });
    for (const { title } of message.buttons) {
      const button = make("button", { type: "button", "aria-label": `${title}, in the chat of ${phone}` }, title);
      button.addEventListener("click", () =>
        act(button, () => call("POST", `${chatPath(phone)}/tap`, { messageId: message.messageId, title })).then(
          () => button.focus(),
        ),
      );
      taps.append(button);
    }
    line.append(taps);
  }
  chat.list.append(line);
  chat.lines.set(message.messageId, state);
};

const show = (phone, messages) => {
  const chat = chats.get(phone) ?? addChat(phone);
  const fresh = messages.filter((message) => !chat.lines.has(message.messageId));
  const atEnd = chat.list.scrollHeight - chat.list.scrollTop - chat.list.clientHeight < 40;
  for (const message of messages) {
    const state = chat.lines.get(message.messageId);
    if (state === undefined) {
      addLine(phone, chat, message);
    } else if (state.textContent !== meta(message)) {
      state.textContent = meta(message);
    }
  }
  const lines = chat.lines.size;
  chat.count.textContent = lines === 1 ? "1 message" : `${lines} messages`;
  if (fresh.length > 0 && atEnd) {
    chat.list.scrollTop = chat.list.scrollHeight;
  }
  return fresh.filter((message) => message.from === "business").map((message) => `New for ${phone}: ${message.text}`);
};

const refresh = async () => {
  const news = [];
  for (const phone of await call("GET", "/simulator/chats")) {
    news.push(...show(phone, await call("GET", chatPath(phone))));
  }
  if (news.length > 0) {
    byId("news").textContent = news.join(". ");
  }
};

let lost = false;

const poll = async () => {
  try {
    await refresh();
    if (lost) {
      complain("");
    }
    lost = false;
  } catch {
    lost = true;
    complain("The simulator does not answer; trying again.");
  }
  setTimeout(poll, POLL_MS);
};

byId("newcomer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const phone = byId("newcomer-phone").value.replaceAll(" ", "");
  const text = byId("newcomer-text").value;
  if (await act(event.submitter ?? byId("newcomer").lastElementChild, () =>
    call("POST", `${chatPath(phone)}/say`, { text }),
  )) {
    byId("newcomer").reset();
  }
});

const switches = ["loseAnswer", "spoilAnswer", "duplicateWebhooks", "shuffleWebhooks"];

const showFaults = (faults) => {
  const error = byId("error");
  const code = String(faults.error ?? "");
  if (![...error.options].some((option) => option.value === code)) {
    error.append(make("option", { value: code }, code));
  }
  error.value = code;
  byId("every").value = faults.every;
  byId("delayMs").value = faults.delayMs;
  for (const name of switches) {
    byId(name).checked = faults[name];
  }
  const on = code !== "" || faults.delayMs > 0 || switches.some((name) => faults[name]);
  byId("faults-state").textContent = on ? "An outage is simulated." : "Everything works.";
  byId("faults-state").classList.toggle("on", on);
};

byId("faults").addEventListener("submit", (event) => event.preventDefault());
byId("faults").addEventListener("change", async () => {
  if (!byId("faults").reportValidity()) {
    return;
  }
  const faults = { every: Number(byId("every").value), delayMs: Number(byId("delayMs").value) };
  if (byId("error").value !== "") {
    faults.error = Number(byId("error").value);
  }
  for (const name of switches) {
    faults[name] = byId(name).checked;
  }
  try {
    showFaults(await call("PUT", "/simulator/faults", faults));
  } catch (error) {
    byId("faults-state").textContent = error.message;
  }
});

call("GET", "/simulator/faults").then(showFaults, () => {});
poll();
