import type { Transaction } from "#deployment/store/transaction.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { companies, familyNames, givenNames, places, userTags } from "./names.ts";
import { hour, type Person, type SupportDesk } from "./support-desk.ts";

const agentCount = 21;
const firstCustomers = 150;
const laterCustomers = 80;
const batch = 30;

/** Agents first, then the customers that were carried over, then those who sign up in the course of time. */
export function seedPeople(desk: SupportDesk, start: number, end: number): void {
  const { timeline, dice } = desk;
  timeline.at(start, () => {
    desk.commit((transaction) => {
      for (let at = 0; at < agentCount; at++) {
        const role = at < 3 ? "admin" : "agent";
        desk.agents.push(addPerson(desk, transaction, role, desk.agents[0]?.id));
      }
    });
  });
  for (let at = 0; at < firstCustomers; at += batch) {
    timeline.at(start + 1000 + at * 40, () => {
      desk.commit((transaction) => {
        for (let each = 0; each < batch; each++) addCustomer(desk, transaction);
      });
    });
  }
  for (let at = 0; at < laterCustomers; at++) {
    timeline.at(start + hour + dice.fraction() * (end - start - hour), () => {
      desk.commit((transaction) => {
        const person = addCustomer(desk, transaction);
        desk.note(transaction, { kind: "user.signedUp", actor: person.id });
      });
    });
  }
  for (let at = 0; at < 60; at++) {
    timeline.at(start + hour + dice.fraction() * (end - start - hour), () => changeSettings(desk));
  }
}

function addCustomer(desk: SupportDesk, transaction: Transaction): Person {
  const person = addPerson(desk, transaction, "customer", undefined);
  desk.customers.push(person);
  return person;
}

function addPerson(
  { dice }: SupportDesk,
  transaction: Transaction,
  role: "customer" | "agent" | "admin",
  manager: string | undefined,
): Person {
  const given = dice.pick(givenNames);
  const name = `${given} ${dice.pick(familyNames)}`;
  const company = dice.pick(companies);
  const place = dice.pick(places);
  const isCustomer = role === "customer";
  const domain = isCustomer ? company.domain : "tidebook.example";
  const fields: Record<string, ConvexValue> = {
    name,
    email: `${mailName(name)}${dice.chance(0.3) ? dice.between(2, 99) : ""}@${domain}`,
    role,
    timezone: place.timezone,
    tags: isCustomer ? dice.some(userTags, 0.12) : [],
    notifications: {
      email: dice.chance(0.9),
      push: dice.chance(0.4),
      digest: dice.pick(["daily", "weekly", null]),
    },
    signIns: BigInt(dice.between(0, 900)),
  };
  if (isCustomer) {
    fields["plan"] = dice.pick(["free", "free", "team", "team", "enterprise"]);
    fields["company"] = company.name;
  }
  if (manager !== undefined) fields["manager"] = manager;
  if (dice.chance(0.7)) fields["address"] = address(dice, place);
  if (dice.chance(0.25)) fields["avatar"] = dice.bytes(dice.between(24, 96));
  return { id: transaction.insert("users", fields), name: given, timezone: place.timezone };
}

function address(dice: SupportDesk["dice"], place: (typeof places)[number]): ConvexValue {
  const exact = (degrees: number): number => degrees + (dice.fraction() - 0.5) / 10;
  return {
    city: place.city,
    country: place.country,
    ...(dice.chance(0.6) && { postcode: `${dice.between(10, 99)}${dice.between(100, 999)}` }),
    ...(dice.chance(0.4) && {
      position: { latitude: exact(place.latitude), longitude: exact(place.longitude) },
    }),
  };
}

/** `Søren O’Rourke` -> `s.ren.o.rourke` would help nobody: letters with marks lose them, others are left out. */
function mailName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .replace(/[^a-z ]/g, "")
    .replaceAll(" ", ".");
}

/** Somebody signs in again, changes the plan or leaves. */
function changeSettings(desk: SupportDesk): void {
  const { dice } = desk;
  const person = dice.pick(desk.customers);
  desk.commit((transaction) => {
    const stored = transaction.get(person.id);
    if (stored === null) return;
    const signIns = (stored.fields["signIns"] as bigint) + BigInt(dice.between(1, 4));
    if (dice.chance(0.4)) {
      const from = stored.fields["plan"] ?? null;
      const to = dice.pick(["team", "enterprise"]);
      desk.patch(transaction, person.id, { plan: to, signIns });
      const changes = [{ field: "plan", from, to }];
      desk.note(transaction, { kind: "user.changedPlan", actor: person.id, changes });
    } else {
      const notifications = { email: dice.chance(0.5), push: dice.chance(0.5), digest: null };
      desk.patch(transaction, person.id, { notifications, signIns });
    }
  });
}
