import { PlaceLink } from "#parts/place-link.tsx";
import { schemaPlace } from "#places/schema-place.ts";
import { cx } from "#ui/cx.ts";
import type { Shape } from "#values/shape.ts";
import { typeParts, type TypePart } from "./type-parts.ts";

const tones: Record<TypePart["tone"], string> = {
  plain: "text-ink",
  number: "text-value-number",
  word: "text-value-word",
  id: "text-accent",
  quiet: "text-quiet",
};

/** A type; an id of a table leads to that table. */
export function TypeLabel(props: {
  shape: Shape;
  optional: boolean;
  /** Where the table of an id is looked for: the component of the table that the type is of. */
  component: string;
  isTable: (name: string) => boolean;
}) {
  return (
    <span className="value break-words">
      {typeParts(props.shape).map((part, index) =>
        part.table !== undefined && props.isTable(part.table) ? (
          <PlaceLink
            key={index}
            place={schemaPlace}
            search={{ table: part.table, component: props.component || undefined, field: undefined }}
            className="rounded-3 text-accent underline-offset-2 hover:underline"
          >
            {part.text}
          </PlaceLink>
        ) : (
          <span key={index} className={cx(tones[part.tone])}>
            {part.text}
          </span>
        ),
      )}
      {props.optional && (
        <span className="text-quiet" title="Some documents lack this field">
          ?
        </span>
      )}
    </span>
  );
}
