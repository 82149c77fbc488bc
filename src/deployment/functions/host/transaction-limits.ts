import type { Limits } from "#deployment/functions/limits.ts";
import type { TransactionUsage } from "#deployment/store/transaction.ts";

const readAdvice =
  "Consider using smaller limits in your queries, paginating your queries, or using indexed queries with a selective index range expressions.";

interface Limited {
  readonly usage: keyof TransactionUsage;
  readonly limit: (limits: Limits) => number;
  readonly what: string;
  readonly unit: string;
  readonly advice: string;
}

const limited: readonly Limited[] = [
  {
    usage: "documentsRead",
    limit: (limits) => limits.documentsRead,
    what: "documents read",
    unit: "",
    advice: ` ${readAdvice}`,
  },
  {
    usage: "bytesRead",
    limit: (limits) => limits.bytesRead,
    what: "bytes read",
    unit: " bytes",
    advice: ` ${readAdvice}`,
  },
  {
    usage: "intervalsRead",
    limit: (limits) => limits.intervalsRead,
    what: "reads",
    unit: "",
    advice: ` ${readAdvice}`,
  },
  {
    usage: "documentsWritten",
    limit: (limits) => limits.documentsWritten,
    what: "documents written",
    unit: "",
    advice: "",
  },
  {
    usage: "bytesWritten",
    limit: (limits) => limits.bytesWritten,
    what: "bytes written",
    unit: " bytes",
    advice: "",
  },
];

/** What is wrong with a transaction that has taken more than it may; undefined while it has not. */
export function exceededLimit(usage: TransactionUsage, limits: Limits): string | undefined {
  for (const { usage: counter, limit, what, unit, advice } of limited) {
    const most = limit(limits);
    if (usage[counter] > most) {
      return `Too many ${what} in a single function execution (limit: ${most}${unit}).${advice}`;
    }
  }
  return undefined;
}

/** A log line for each limit of which four fifths are taken. */
export function limitWarnings(usage: TransactionUsage, limits: Limits): string[] {
  return limited.flatMap(({ usage: counter, limit, what, unit, advice }) => {
    const most = limit(limits);
    const actual = usage[counter];
    if (actual <= most * 0.8) return [];
    return [
      `[WARN] Many ${what} in a single function execution (actual: ${actual}${unit}, limit: ${most}${unit}).${advice}`,
    ];
  });
}
