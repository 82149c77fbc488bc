import { formatCount } from "#ui/format-count.ts";

/** One refused record, or a refused range of them. */
export interface RefusedLine {
  readonly line: number;
  readonly lastLine?: number | undefined;
  readonly reason: string;
  readonly source: string;
}

/** The refused records with line and reason; `count` is how many there are, of which the first are listed. */
export function RefusedRecords(props: { title: string; count: number; lines: readonly RefusedLine[] }) {
  const { count, lines } = props;
  if (count === 0) return null;
  return (
    <section aria-label={props.title}>
      <h2 className="flex min-h-8 items-center gap-2 px-4 text-13 font-semibold">
        {props.title}
        <span className="rounded-3 bg-bad-bg px-1.5 text-11 font-medium text-bad">{formatCount(count)}</span>
        {count > lines.length && (
          <span className="text-11 font-normal text-quiet">
            the first {formatCount(lines.length)} are listed
          </span>
        )}
      </h2>
      <div>
        <table className="w-full table-fixed border-t border-line text-12">
          <thead className="max-sm:sr-only">
            <tr className="h-7 bg-sunken text-left text-11 text-ink-2">
              <th scope="col" className="w-28 px-4 text-right font-medium">
                Line
              </th>
              <th scope="col" className="px-3 font-medium">
                Why
              </th>
              <th scope="col" className="px-3 font-medium">
                Record
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((refused) => (
              <tr
                key={refused.line}
                className="border-t border-line align-top max-sm:block max-sm:px-4 max-sm:py-2"
              >
                <td className="px-4 py-1 text-right whitespace-nowrap max-sm:block max-sm:p-0 max-sm:text-left">
                  <span className="sm:hidden">line </span>
                  {formatCount(refused.line)}
                  {refused.lastLine !== undefined && ` to ${formatCount(refused.lastLine)}`}
                </td>
                <td className="px-3 py-1 break-words max-sm:block max-sm:p-0">{refused.reason}</td>
                <td
                  className="value truncate px-3 py-1 text-ink-2 max-sm:block max-sm:p-0"
                  title={refused.source}
                >
                  {refused.source}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
