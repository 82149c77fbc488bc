import type { ReactNode } from "react";

export interface GridColumn<Row> {
  readonly id: string;
  /** The name of the column, as a word: "subject". */
  readonly header: string;
  /** Quiet after the name: "string", "Id". */
  readonly detail?: string | undefined;
  /** Pixels; 160 when missing. */
  readonly size?: number | undefined;
  readonly align?: "left" | "right" | undefined;
  /** Stays at the left while the others scroll. The frozen ones come first, whatever the order. */
  readonly frozen?: boolean | undefined;
  /** Names the row for those who hear the grid. */
  readonly rowHeader?: boolean | undefined;
  readonly sorted?: "ascending" | "descending" | undefined;
  /** Pressed or Enter on the heading. */
  readonly onSort?: (() => void) | undefined;
  /** The whole height and width of the cell is marked (the column chosen elsewhere). */
  readonly marked?: boolean | undefined;
  readonly cell: (row: Row, index: number) => ReactNode;
}

export const defaultColumnSize = 160;
export const minColumnSize = 48;
export const maxColumnSize = 1200;
