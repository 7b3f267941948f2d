import { counted, formatValue, naturalOrder, shownPlace } from "@epochal/conclusions";
import type { SeriesSummary, SeriesValue } from "@epochal/store";
import { Panel } from "../ui/panel.tsx";

/** All series of a run: where each was best, what was kept of it, and its range. */
export function SeriesTable({ series }: { series: readonly SeriesSummary[] }) {
  const sorted = series.toSorted(
    (a, b) => a.per.localeCompare(b.per) * -1 || naturalOrder(a.key, b.key),
  );
  return (
    <Panel title="Series" note={counted(series.length, "series", "series")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Table of all series">
        <table className="w-full whitespace-nowrap">
          <thead>
            <tr className="text-left text-muted text-small">
              <th className="py-1 pr-3 font-medium">Key</th>
              <Head>best</Head>
              <Head>kept</Head>
              <Head>last</Head>
              <Head>min</Head>
              <Head>max</Head>
              <Head>points</Head>
            </tr>
          </thead>
          <tbody>
            {sorted.map((each) => (
              <tr key={each.key} className="border-line border-t">
                <th className="max-w-48 truncate py-1 pr-3 text-left font-normal" title={each.key}>
                  {each.key}
                </th>
                <Value of={each.best} per={each.per} isStrong />
                <Value of={each.kept} per={each.per} />
                <Value of={each.last} per={each.per} />
                <td className="py-1 pl-2 text-right">{bare(each.min)}</td>
                <td className="py-1 pl-2 text-right">{bare(each.max)}</td>
                <td className="py-1 pl-2 text-right">
                  {each.count}
                  {each.nonFinite > 0 && (
                    <span className="text-bad">{` (${each.nonFinite} not finite)`}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Head({ children }: { children: string }) {
  return <th className="py-1 pl-2 text-right font-medium">{children}</th>;
}

interface ValueProps {
  readonly of: SeriesValue | undefined;
  readonly per: SeriesSummary["per"];
  readonly isStrong?: boolean;
}

function Value({ of, per, isStrong = false }: ValueProps) {
  if (of === undefined) return <td className="py-1 pl-2 text-right text-faint">–</td>;
  return (
    <td className="py-1 pl-2 text-right">
      <span className={isStrong ? "font-semibold" : ""}>{formatValue(of.value)}</span>
      <span className="ml-1 text-faint text-small">@ {shownPlace(of, per)}</span>
    </td>
  );
}

function bare(value: number | undefined): string {
  return value === undefined ? "–" : formatValue(value);
}
