import { useState } from "react";
import { parseTimestamp, type Timestamp } from "#values/timestamp.ts";
import { Instant } from "#parts/instant.tsx";
import { TimestampDigits } from "#parts/timestamp-digits.tsx";
import { useTimeZone } from "#parts/use-time-zone.ts";
import { Combobox } from "#ui/combobox.tsx";
import { readSince } from "./read-since.ts";
import { defaultSince, sinceChoices } from "./since-choices.ts";
import { sinceText } from "./since-text.ts";

const options = sinceChoices.map(({ label }) => ({ value: label }));

/** The moment after which changes are read: a choice, a date, or the digits of a timestamp. */
export function SinceField(props: {
  /** Digits as the URL has them; undefined for the default. */
  since: string | undefined;
  latest: Timestamp | undefined;
  onSince: (since: Timestamp) => void;
}) {
  const { since, latest } = props;
  const [zone] = useTimeZone();
  const ts = since === undefined ? undefined : parseTimestamp(since);
  // A moment that was the start of "Last hour" keeps that name while later commits move the hour on.
  const [named, setNamed] = useState<{ since: string; label: string }>();
  const choice = sinceChoices.find(({ from }) => latest !== undefined && ts === from(latest));
  if (since !== undefined && choice !== undefined && named?.since !== since) {
    setNamed({ since, label: choice.label });
  }
  const name = named?.since === since ? named?.label : undefined;
  const shown = name ?? (ts === undefined ? defaultSince.label : sinceText(ts, zone));
  const [draft, setDraft] = useState<{ text: string; since: string | undefined }>();
  const [wrong, setWrong] = useState<string>();
  // What was typed and not taken stands until another moment is shown.
  const typed = draft !== undefined && draft.since === since ? draft.text : undefined;

  const take = (text: string) => {
    if (latest === undefined) return;
    const read = readSince(text, latest, zone);
    setWrong(read.kind === "wrong" ? read.sentence : undefined);
    if (read.kind === "wrong") return;
    setNamed({ since: read.ts.toString(), label: text });
    setDraft(undefined);
    props.onSince(read.ts);
  };

  return (
    <Combobox
      label="Since"
      value={typed ?? shown}
      onChange={(text) => {
        setDraft({ text, since });
        setWrong(undefined);
      }}
      options={options}
      onPick={({ value }) => take(value)}
      onEnter={take}
      filtered
      error={wrong}
      hint={typed === undefined ? <Moment ts={ts} /> : "Enter reads the log since then."}
    />
  );
}

/** The moment to the nanosecond, whatever words the field has for it. */
function Moment({ ts }: { ts: Timestamp | undefined }) {
  if (ts === undefined || ts === 0n) return null;
  return (
    <>
      <Instant at={ts} milliseconds />
      <br />
      <TimestampDigits ts={ts} />
    </>
  );
}
