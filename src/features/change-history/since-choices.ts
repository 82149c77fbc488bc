import { asTimestamp, type Timestamp } from "#values/timestamp.ts";

export interface SinceChoice {
  readonly label: string;
  /** The cursor, counted back from the latest commit and never from this computer's clock. ns */
  readonly from: (latest: Timestamp) => Timestamp;
}

const minute = 60_000_000_000n;

function back(length: bigint): (latest: Timestamp) => Timestamp {
  return (latest) => asTimestamp(latest > length ? latest - length : 0n);
}

/** The starts that a person is likely to want. */
export const sinceChoices: readonly SinceChoice[] = [
  { label: "Last 15 minutes", from: back(15n * minute) },
  { label: "Last hour", from: back(60n * minute) },
  { label: "Last day", from: back(24n * 60n * minute) },
  { label: "Last 4 days", from: back(4n * 24n * 60n * minute) },
  // A deployment younger than the log's reach gives everything since 0; an older one says that it no longer has it.
  { label: "Since the log begins", from: () => asTimestamp(0n) },
];

/** What is read when nothing else was asked for: reading is billed, so not much. */
export const defaultSince: SinceChoice = sinceChoices[1] as SinceChoice;
