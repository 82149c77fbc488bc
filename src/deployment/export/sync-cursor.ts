import { decodeHex, encodeHex } from "#deployment/http/hex.ts";
import { badRequest } from "#deployment/http/refusal.ts";

/** How far a data sync has come. */
export interface SyncCursor {
  readonly syncId: string;
  /** The tablets the sync knows; one that is new, or gone, means that its table was replaced. */
  readonly tablets: readonly bigint[];
  /** Up to when (ns) everything was delivered. */
  readonly ts: bigint;
  /** While the first pass is under way: the tablet being walked and the last id of it, in hex. */
  readonly walk: { readonly tablet: bigint; readonly id: string | null } | null;
}

/** Hexadecimal digits that mean nothing to their bearer. */
export function printSyncCursor({ syncId, tablets, ts, walk }: SyncCursor): string {
  const text = [syncId, tablets.join("."), ts, walk === null ? "" : `${walk.tablet}.${walk.id ?? ""}`].join(
    ";",
  );
  const bytes = new TextEncoder().encode(text);
  return encodeHex(Uint8Array.of(...bytes, checksum(bytes)));
}

/** Reads a cursor that this deployment printed. Throws `InvalidDataSyncCursor`. */
export function readSyncCursor(hex: string): SyncCursor {
  const bytes = decodeHex(hex);
  const text = bytes?.subarray(0, -1);
  if (bytes === undefined || text === undefined || bytes.at(-1) !== checksum(text)) throw invalid();
  const [syncId = "", tablets = "", ts = "", walk = ""] = new TextDecoder().decode(text).split(";");
  if (!/^[0-9]+$/.test(ts)) throw invalid();
  const [tablet = "", id = ""] = walk.split(".");
  return {
    syncId,
    tablets: tablets === "" ? [] : tablets.split(".").map(BigInt),
    ts: BigInt(ts),
    walk: walk === "" ? null : { tablet: BigInt(tablet), id: id === "" ? null : id },
  };
}

function invalid() {
  return badRequest("InvalidDataSyncCursor", "Could not parse the data sync cursor");
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x5a;
  for (const byte of bytes) sum = (sum * 31 + byte) & 0xff;
  return sum;
}
