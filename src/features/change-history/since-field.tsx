import { useState } from "react";
import { parseTimestamp, type Timestamp } from "#values/timestamp.ts";
import { Instant } from "#parts/instant.tsx";
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
  // What was typed stands until another moment is shown; a choice keeps its words while its moment is.
  const text = draft !== undefined && draft.since === since ? draft.text : shown;
  const [wrong, setWrong] = useState<string>();

  const take = (typed: string) => {
    if (latest === undefined) return;
    const read = readSince(typed, latest, zone);
    setWrong(read.kind === "wrong" ? read.sentence : undefined);
    if (read.kind === "wrong") return;
    setDraft({ text: typed, since: read.ts.toString() });
    props.onSince(read.ts);
  };

  return (
    <Combobox
      label="Since"
      value={text}
      onChange={(typed) => {
        setDraft({ text: typed, since });
        setWrong(undefined);
      }}
      options={options}
      onPick={({ value }) => take(value)}
      onEnter={take}
      filtered
      error={wrong}
      hint={
        ts !== undefined &&
        ts !== 0n && (
          <>
            <Instant at={ts} milliseconds />
            <br />
            <data value={ts.toString()} className="value">
              {ts.toString()}
            </data>
          </>
        )
      }
    />
  );
}
