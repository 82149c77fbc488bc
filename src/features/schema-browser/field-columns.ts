/** The columns of the tree grid; on a phone the type goes below the name. */
export const fieldColumns =
  "grid grid-cols-[minmax(0,280px)_minmax(0,1fr)_104px] gap-x-4 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto]";
