import { badRequest } from "#deployment/http/refusal.ts";
import { decodeBase64, encodeBase64 } from "#values/base64.ts";
import { decodeDocumentId, encodeDocumentId } from "#values/document-id.ts";
import { isObject, parseJson } from "#values/json.ts";

/** Where a walk through a snapshot stands: behind an id of a tablet, or with `id` null at its start. */
export interface SnapshotCursor {
  readonly tablet: Uint8Array;
  readonly number: number;
  readonly id: Uint8Array | null;
}

/** The least internal id; a cursor that names it stands before every document there can be. */
const least = new Uint8Array(16);

export function printSnapshotCursor({ tablet, number, id }: SnapshotCursor): string {
  const uid = encodeBase64(tablet).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const document = encodeDocumentId({ tableNumber: number, internalId: id ?? least });
  return JSON.stringify({ tablet: uid, id: document });
}

/** Reads a cursor that this deployment printed. Throws `InvalidListSnapshotCursor`. */
export function readSnapshotCursor(text: string): SnapshotCursor {
  try {
    const json = parseJson(text);
    if (!isObject(json) || typeof json["tablet"] !== "string" || typeof json["id"] !== "string") {
      throw new Error("not a cursor");
    }
    const tablet = decodeBase64(json["tablet"].replaceAll("-", "+").replaceAll("_", "/") + "==");
    const { tableNumber, internalId } = decodeDocumentId(json["id"]);
    if (tablet.length !== 16) throw new Error("not a tablet");
    return { tablet, number: tableNumber, id: internalId.some((byte) => byte !== 0) ? internalId : null };
  } catch {
    throw badRequest(
      "InvalidListSnapshotCursor",
      "Invalid value for the `cursor` argument of list_snapshot. Use a `cursor` returned by a previous list_snapshot call, and treat it as an opaque value.",
    );
  }
}
