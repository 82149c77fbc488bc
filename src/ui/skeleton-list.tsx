import { Skeleton } from "./skeleton.tsx";

// Uneven as real lines are, the same on every load so that nothing flickers.
const widths = [58, 72, 41, 83, 64, 35, 76, 52, 67, 46];

/** Rows of a list while it loads. `<SkeletonList label="Reading tables" rows={6} />` */
export function SkeletonList(props: { label: string; rows: number; rowHeight?: number | undefined }) {
  return (
    <div role="status" aria-label={props.label} className="animate-late">
      {Array.from({ length: props.rows }, (_, row) => (
        <div key={row} className="flex items-center px-3" style={{ height: props.rowHeight ?? 28 }}>
          <Skeleton width={`${widths[row % widths.length]}%`} />
        </div>
      ))}
    </div>
  );
}
