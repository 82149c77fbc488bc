import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Place } from "#places/place.ts";

/** A link to a place. `<PlaceLink place={dataPlace} search={{ table: "users" }}>users</PlaceLink>` */
export function PlaceLink<Search extends object>(props: {
  place: Place<Search>;
  search: NoInfer<Search>;
  className?: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link
      to={props.place.path}
      search={props.search as Record<string, unknown>}
      className={props.className ?? "link"}
      title={props.title}
    >
      {props.children}
    </Link>
  );
}
