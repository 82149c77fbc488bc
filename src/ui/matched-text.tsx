/** A text with its matched letters marked. `<MatchedText text="tickets" ranges={[[0, 4]]} />` */
export function MatchedText(props: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of props.ranges) {
    parts.push(props.text.slice(at, from));
    parts.push(
      <b key={from} className="font-semibold text-accent">
        {props.text.slice(from, to)}
      </b>,
    );
    at = to;
  }
  parts.push(props.text.slice(at));
  return <span>{parts}</span>;
}
