/** A cell by row and column. Row -1 is the row of headings. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once, for Page Up and Page Down. */
  readonly page: number;
}

/**
 * Where a key leads in a grid, as the ARIA grid pattern has it: arrows, Home and End in the row, with Ctrl or ⌘ in
 * the whole grid, Page Up and Page Down by what is seen. Undefined for any other key. The cursor stops at the edges.
 */
export function moveInGrid(
  key: string,
  from: GridPosition,
  size: GridSize,
  whole: boolean,
): GridPosition | undefined {
  const to = target(key, from, size, whole);
  if (!to) return undefined;
  return {
    row: Math.max(-1, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  };
}

function target(
  key: string,
  { row, column }: GridPosition,
  size: GridSize,
  whole: boolean,
): GridPosition | undefined {
  const page = Math.max(1, size.page - 1);
  switch (key) {
    case "ArrowDown":
      return { row: whole ? size.rows - 1 : row + 1, column };
    case "ArrowUp":
      return { row: whole ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: whole ? size.columns - 1 : column + 1 };
    case "ArrowLeft":
      return { row, column: whole ? 0 : column - 1 };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      // From the first rows it stays among the rows: the headings are one arrow further.
      return { row: Math.max(Math.min(row, 0), row - page), column };
    case "Home":
      return { row: whole ? 0 : row, column: 0 };
    case "End":
      return { row: whole ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
