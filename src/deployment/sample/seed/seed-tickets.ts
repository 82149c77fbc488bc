import type { Transaction } from "#deployment/store/transaction.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { fillIn } from "./fill-in.ts";
import {
  agentReplies,
  attachmentNames,
  closings,
  customerReplies,
  greetings,
  internalNotes,
} from "./message-texts.ts";
import { day, hour, minute, type Person, type SupportDesk } from "./support-desk.ts";
import { ticketTopics } from "./ticket-topics.ts";

const ticketCount = 600;
const spamCount = 26;

/** A conversation in the making. */
interface Conversation {
  readonly id: string;
  readonly openedAt: number;
  readonly customer: Person;
  readonly agent: Person;
  readonly messages: string[];
  hasAnswer: boolean;
}

/** Tickets over the whole time, more by day than by night, each with its conversation; and some spam. */
export function seedTickets(desk: SupportDesk, start: number, end: number): void {
  const { timeline, dice } = desk;
  for (let at = 0; at < ticketCount; at++) timeline.at(moment(desk, start, end), () => openTicket(desk));
  for (let at = 0; at < spamCount; at++) timeline.at(moment(desk, start, end), () => openSpam(desk));
  // Whatever the dice say, something has just happened when somebody looks.
  for (const minutes of [41, 17, 6, 2]) {
    timeline.at(end - (minutes + dice.fraction()) * minute, () => openTicket(desk));
  }
}

function moment({ dice }: SupportDesk, start: number, end: number): number {
  for (;;) {
    const at = start + 10 * minute + dice.fraction() * (end - start - 10 * minute);
    const hourOfDay = (at % day) / hour;
    if (dice.chance(hourOfDay > 7 && hourOfDay < 19 ? 1 : 0.25)) return at;
  }
}

function openTicket(desk: SupportDesk): void {
  const { dice, timeline } = desk;
  const topic = dice.pick(ticketTopics);
  const customer = dice.pick(desk.customers);
  const agent = dice.pick(desk.agents);
  const people = { name: dice.pick(desk.customers).name, staff: dice.pick(desk.customers).name };
  const conversation = desk.commit((transaction): Conversation => {
    const id = transaction.insert("tickets", {
      number: desk.nextTicketNumber(),
      subject: fillIn(topic.subject, dice, people),
      status: "open",
      priority: topic.labels.includes("urgent") ? 1 : dice.pick([2, 2, 3, 3, 4, 2.5]),
      customer: customer.id,
      assignee: null,
      labels: [...topic.labels],
      firstResponseHours: Infinity,
      ...(dice.chance(0.2) && { custom: customFields(desk) }),
    });
    const opened = { id, openedAt: timeline.now, customer, agent, messages: [], hasAnswer: false };
    const closing = dice.chance(0.5) ? `\n\n${dice.pick(closings)}\n${customer.name}` : "";
    const body = `${fillIn(topic.opening, dice, people)}${closing}`;
    addMessage(desk, transaction, opened, customer, body, dice.chance(0.22));
    desk.note(transaction, { kind: "ticket.opened", ticket: id, actor: customer.id });
    return opened;
  });
  timeline.after((4 + dice.fraction() * 90) * minute, () => assign(desk, conversation));
}

function customFields({ dice }: SupportDesk): ConvexValue {
  return {
    ...(dice.chance(0.6) && { device: dice.pick(["tablet", "desk computer", "phone", "card reader"]) }),
    ...(dice.chance(0.6) && { seats: dice.between(1, 60) }),
    calledBack: dice.chance(0.3),
  };
}

function assign(desk: SupportDesk, conversation: Conversation): void {
  const { dice, timeline } = desk;
  const { id, agent } = conversation;
  desk.commit((transaction) => {
    desk.patch(transaction, id, { assignee: agent.id });
    if (dice.chance(0.15)) {
      const actor = dice.chance(0.3) ? "system" : agent.id;
      const changes = [{ field: "assignee", from: null, to: agent.id }];
      desk.note(transaction, { kind: "ticket.assigned", ticket: id, actor, changes });
    }
    if (dice.chance(0.2)) note(desk, transaction, conversation);
  });
  timeline.after((5 + dice.fraction() * 200) * minute, () => answer(desk, conversation));
}

function answer(desk: SupportDesk, conversation: Conversation): void {
  const { dice, timeline } = desk;
  const { id, agent, customer } = conversation;
  const people = { name: customer.name, staff: dice.pick(desk.customers).name };
  desk.commit((transaction) => {
    const body = `${fillIn(dice.pick(greetings), dice, people)}\n\n${fillIn(dice.pick(agentReplies), dice, people)}\n\n${dice.pick(closings)}\n${agent.name}`;
    addMessage(desk, transaction, conversation, agent, body, dice.chance(0.08));
    const waited = (timeline.now - conversation.openedAt) / hour;
    const first = conversation.hasAnswer ? {} : { firstResponseHours: waited };
    desk.patch(transaction, id, { ...first, status: "pending" });
    conversation.hasAnswer = true;
  });
  if (dice.chance(0.12)) timeline.after((1 + dice.fraction() * 20) * minute, () => edit(desk, conversation));
  if (dice.chance(0.82)) timeline.after((0.2 + dice.fraction() * 9) * hour, () => reply(desk, conversation));
  else timeline.after((2 + dice.fraction() * 20) * hour, () => close(desk, conversation));
}

function reply(desk: SupportDesk, conversation: Conversation): void {
  const { dice, timeline } = desk;
  const { id, customer, agent } = conversation;
  desk.commit((transaction) => {
    const people = { name: agent.name, staff: dice.pick(desk.customers).name };
    const body = fillIn(dice.pick(customerReplies), dice, people);
    addMessage(desk, transaction, conversation, customer, body, dice.chance(0.1));
    desk.patch(transaction, id, { status: "open" });
  });
  if (dice.chance(0.25)) timeline.after(dice.fraction() * 30 * minute, () => react(desk, conversation));
  const isGoingOn = dice.chance(0.6) && conversation.messages.length < 11;
  if (isGoingOn) timeline.after((0.1 + dice.fraction() * 6) * hour, () => answer(desk, conversation));
  else timeline.after((0.1 + dice.fraction() * 4) * hour, () => close(desk, conversation));
}

function close(desk: SupportDesk, { id, agent, customer }: Conversation): void {
  const { dice, timeline } = desk;
  desk.commit((transaction) => {
    const satisfaction = dice.pick([5, 5, 4, 4, 3, 2, 1, 4.5, NaN, NaN, -Infinity]);
    desk.patch(transaction, id, { status: "closed", closedAt: timeline.now, satisfaction });
    const changes = [
      { field: "status", from: "pending", to: "closed" },
      { field: "satisfaction", from: null, to: satisfaction },
    ];
    const actor = dice.chance(0.1) ? "system" : dice.pick([agent.id, agent.id, customer.id]);
    desk.note(transaction, { kind: "ticket.closed", ticket: id, actor, changes });
  });
}

/** A word that only colleagues see. */
function note(desk: SupportDesk, transaction: Transaction, conversation: Conversation): void {
  const { dice } = desk;
  const people = { name: conversation.customer.name, staff: dice.pick(desk.agents).name };
  const id = transaction.insert("messages", {
    ticket: conversation.id,
    author: conversation.agent.id,
    body: fillIn(dice.pick(internalNotes), dice, people),
    isInternal: true,
    attachments: [],
    ...(dice.chance(0.4) && { mentions: [dice.pick(desk.agents).id] }),
  });
  conversation.messages.push(id);
}

function edit(desk: SupportDesk, conversation: Conversation): void {
  const id = conversation.messages.at(-1);
  if (id === undefined) return;
  desk.commit((transaction) => {
    const body = transaction.get(id)?.fields["body"];
    if (typeof body !== "string") return;
    const addition = desk.dice.pick([
      "PS: the office is closed tomorrow afternoon.",
      "Edit: the link works again now.",
      "(Corrected the date, sorry.)",
    ]);
    desk.patch(transaction, id, { body: `${body}\n\n${addition}`, editedAt: desk.timeline.now });
  });
}

function react(desk: SupportDesk, { messages, agent }: Conversation): void {
  const id = messages.at(-1);
  if (id === undefined) return;
  desk.commit((transaction) => {
    desk.patch(transaction, id, {
      reactions: [{ emoji: desk.dice.pick(["👍", "🎉", "🙏", "❤️"]), by: agent.id }],
    });
  });
}

function addMessage(
  desk: SupportDesk,
  transaction: Transaction,
  conversation: Conversation,
  author: Person,
  body: string,
  hasAttachment: boolean,
): void {
  const { dice } = desk;
  const attachments = hasAttachment ? [attach(desk, transaction, conversation.id, author)] : [];
  const id = transaction.insert("messages", {
    ticket: conversation.id,
    author: author.id,
    body,
    isInternal: false,
    attachments,
    ...(dice.chance(0.5) && {
      sentiment: dice.chance(0.1) ? null : dice.chance(0.03) ? NaN : dice.fraction() * 2 - 1,
    }),
  });
  conversation.messages.push(id);
}

function attach(desk: SupportDesk, transaction: Transaction, ticket: string, uploader: Person): string {
  const { dice } = desk;
  const file = dice.pick(attachmentNames);
  return transaction.insert("attachments", {
    ticket,
    uploader: uploader.id,
    name: fillIn(file.name, dice, { name: uploader.name, staff: uploader.name }),
    contentType: file.contentType,
    // Some are larger than what 32 bits count.
    size: dice.chance(0.03)
      ? 5_368_709_120n + BigInt(dice.between(0, 999))
      : BigInt(dice.between(900, 4_800_000)),
    sha256: dice.bytes(32),
    ...(file.isImage && dice.chance(0.6) && { preview: dice.bytes(dice.between(16, 64)) }),
    ...(file.isImage && { dimensions: { width: dice.between(320, 3840), height: dice.between(240, 2160) } }),
  });
}

/** Advertisement that somebody throws away again: what remains of it is in the history only. */
function openSpam(desk: SupportDesk): void {
  const { dice, timeline } = desk;
  const customer = dice.pick(desk.customers);
  const { ticket, message } = desk.commit((transaction) => {
    const opened = transaction.insert("tickets", {
      number: desk.nextTicketNumber(),
      subject: dice.pick([
        "Your domain is about to expire",
        "Best price for followers",
        "We found 14 problems on your website",
        "Quick question about your parking space",
      ]),
      status: "open",
      priority: 4,
      customer: customer.id,
      assignee: null,
      labels: [],
      firstResponseHours: Infinity,
    });
    const sent = transaction.insert("messages", {
      ticket: opened,
      author: customer.id,
      body: "Dear business owner, this is a limited offer. Reply with YES and your number.",
      isInternal: false,
      attachments: [],
      sentiment: null,
    });
    return { ticket: opened, message: sent };
  });
  timeline.after((10 + dice.fraction() * 300) * minute, () => {
    desk.commit((transaction) => {
      transaction.remove(message);
      transaction.remove(ticket);
      desk.note(transaction, { kind: "ticket.deletedAsSpam", actor: dice.pick(desk.agents).id });
    });
  });
}
