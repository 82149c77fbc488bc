import { picklist } from "valibot";
import type { TimeZoneChoice } from "#ui/format-instant.ts";
import { useStored } from "./use-stored.ts";

const schema = picklist(["local", "utc"]);

/** Which clock times are shown in; the other one is their title. One switch for the whole dashboard. */
export function useTimeZone(): readonly [TimeZoneChoice, (zone: TimeZoneChoice) => void] {
  return useStored<TimeZoneChoice>({
    area: "time",
    deployment: "any",
    version: 1,
    schema,
    fallback: "local",
  });
}
