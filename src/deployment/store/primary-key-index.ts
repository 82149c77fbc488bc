/** The hidden index by which streaming import finds the record it replaces. */
export const primaryKeyIndex = "_by_airbyte_primary_key";
