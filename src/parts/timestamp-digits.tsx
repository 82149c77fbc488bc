import type { Timestamp } from "#values/timestamp.ts";

/** The 19 digits of a moment of the database's clock, never shortened. */
export function TimestampDigits(props: { ts: Timestamp; className?: string | undefined }) {
  const digits = props.ts.toString();
  return (
    <data value={digits} className={props.className ?? "value text-quiet"}>
      {digits}
    </data>
  );
}
