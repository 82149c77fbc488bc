import { places } from "./names.ts";
import type { Dice } from "./dice.ts";

const months = ["January", "February", "March", "September", "October", "November", "December"] as const;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const browsers = ["Firefox", "Safari", "Chrome", "Edge", "Vivaldi"] as const;
const cards = ["Visa", "Mastercard", "Maestro", "American Express"] as const;
const languages = ["Portuguese", "Polish", "Dutch", "Japanese", "Welsh", "Spanish"] as const;
const codes = ["SPRING10", "NEIGHBOUR", "WELCOME-BACK", "EARLYBIRD", "TWOFORONE"] as const;

/** Fills the braces of a text. `name` and `staff` are given names of people who appear in the conversation. */
export function fillIn(text: string, dice: Dice, people: { name: string; staff: string }): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    switch (key) {
      case "name":
        return people.name;
      case "staff":
        return people.staff;
      case "amount":
        return `€${dice.between(9, 240)}.${dice.pick(["00", "50", "90"])}`;
      case "browser":
        return dice.pick(browsers);
      case "card":
        return dice.pick(cards);
      case "city":
        return dice.pick(places).city;
      case "code":
        return dice.pick(codes);
      case "count":
        return String(dice.between(3, 48));
      case "hour":
        return `${dice.between(7, 17)}:${dice.pick(["00", "15", "30", "45"])}`;
      case "invoice":
        return `INV-${dice.between(2018, 2025)}-${dice.between(1000, 9899)}`;
      case "language":
        return dice.pick(languages);
      case "month":
        return dice.pick(months);
      case "row":
        return String(dice.between(112, 4870));
      case "weekday":
        return dice.pick(weekdays);
      default:
        return whole;
    }
  });
}
