import type { ReactNode } from "react";
import type { Place } from "#places/place.ts";
import { placeHref } from "./place-href.ts";

/** A link to a place. `<PlaceLink place={dataPlace} search={{ table: "users" }}>users</PlaceLink>` */
export function PlaceLink<Search extends object>(props: {
  place: Place<Search>;
  search: NoInfer<Search>;
  className?: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <a href={placeHref(props.place, props.search)} className={props.className ?? "link"} title={props.title}>
      {props.children}
    </a>
  );
}
