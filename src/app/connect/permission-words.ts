import type { KeyPermissions } from "#api/check-admin-key.ts";

/** What a key may do, in one sentence. */
export function permissionWords({ allowedOps, isReadOnly }: KeyPermissions): string {
  const readOnly = isReadOnly ? "Read, and nothing that writes" : undefined;
  if (allowedOps.length === 0) return readOnly ?? "Everything";
  const shown = allowedOps.slice(0, 4).join(", ");
  const rest = allowedOps.length - 4;
  const list = rest > 0 ? `${shown} and ${rest} more` : shown;
  return readOnly === undefined ? `Only ${list}` : `${readOnly}: ${list}`;
}
