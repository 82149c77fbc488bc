import type { StoredDocument } from "#deployment/store/transaction.ts";
import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";

/** The fields without those that the system keeps, which may only be repeated as they are. */
export function userFields(fields: ConvexObject, stored?: StoredDocument): ConvexObject {
  const user: Record<string, ConvexValue> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (!field.startsWith("_")) {
      user[field] = value;
      continue;
    }
    if (field === "_id" && stored !== undefined) {
      if (value !== stored.id) {
        throw new Error(
          `Provided document ID ${JSON.stringify(value)} doesn't match '_id' field "${stored.id}"`,
        );
      }
    } else if (field === "_creationTime" && stored !== undefined) {
      if (value !== stored.creationTime) {
        throw new Error("Provided creation time doesn't match '_creationTime' field");
      }
    } else {
      throw new Error(
        `Field '${field}' starts with an underscore, which is only allowed for system fields like '_id'`,
      );
    }
  }
  return user;
}
