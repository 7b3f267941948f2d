"use client";
import {
  epochWords,
  formatDifference,
  formatDuration,
  type SeriesComparison,
  shownPlace,
  type ValuePair,
  valueFormat,
} from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { Panel } from "../ui/panel.tsx";
import type { DiffData } from "../wire/diff-data.ts";
import { toneOf } from "./tone-of.ts";

interface MetricsPanelProps {
  readonly data: DiffData;
  /** The key whose curves are shown. */
  readonly shown: string | undefined;
  readonly onShow: (key: string) => void;
}

/** The values of the series that both have, at each one's best, last, at equal epoch and after equal time. */
export function MetricsPanel({ data, shown, onShow }: MetricsPanelProps) {
  const series = sorted(data);
  const lone = [
    ["A", data.seriesOnlyInA],
    ["B", data.seriesOnlyInB],
  ] as const;
  return (
    <Panel title="Metrics" note={series.length === 0 ? "none in common" : "B − A, and A → B"}>
      {series.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={SCROLLS} tabIndex={0} aria-label="Table of all metrics">
          <table className="w-full whitespace-nowrap">
            <thead>
              <tr className="text-left text-muted text-small">
                <th className="py-1 pr-3 pl-2 font-medium">Metric</th>
                <Head>Each at its best</Head>
                <Head>Last</Head>
                <Head>At equal epoch</Head>
                <Head>After equal time</Head>
              </tr>
            </thead>
            <tbody>
              {series.map((each) => (
                <tr
                  key={each.key}
                  data-difference=""
                  tabIndex={-1}
                  className={`border-line border-t ${each.key === shown ? "bg-accent-soft" : ""}`}
                >
                  <th
                    scope="row"
                    className="max-w-56 truncate py-1 pr-3 pl-2 text-left font-normal"
                  >
                    <Button
                      shape="link"
                      aria-pressed={each.key === shown}
                      title={`Show the curves of ${each.key}`}
                      onClick={() => onShow(each.key)}
                      className="max-w-full truncate text-left aria-pressed:font-semibold"
                    >
                      {each.key}
                    </Button>
                  </th>
                  <Pair pair={each.best} series={each} isPlaced />
                  <Pair pair={each.last} series={each} isPlaced />
                  <Pair
                    pair={each.equalEpoch}
                    series={each}
                    note={each.equalEpoch && epochWords(each.equalEpoch.epoch)}
                  />
                  <Pair
                    pair={each.equalTime}
                    series={each}
                    note={each.equalTime && formatDuration(each.equalTime.ms)}
                  />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lone.map(
        ([name, those]) =>
          those.length > 0 && (
            <p key={name} className="mt-2 break-words text-muted">
              Only {name} has {those.map(({ key }) => key).join(", ")}.
            </p>
          ),
      )}
    </Panel>
  );
}

/** Words for screen readers stand aside of the rest: they must not make the page wider. */
const SCROLLS = "relative -mx-2 overflow-x-auto";

function Head({ children }: { readonly children: string }) {
  return <th className="w-[19%] py-1 pl-4 text-right last:pr-2 font-medium">{children}</th>;
}

interface PairProps {
  readonly pair: ValuePair | undefined;
  readonly series: SeriesComparison;
  /** Where both values were taken. */
  readonly note?: string | undefined;
  /** Whether each was taken at a place of its own. */
  readonly isPlaced?: boolean;
}

function Pair({ pair, series, note, isPlaced = false }: PairProps) {
  if (pair === undefined || (pair.a === undefined && pair.b === undefined)) {
    return <td className="py-1 pl-4 text-right text-faint last:pr-2">–</td>;
  }
  const { a, b, difference, better } = pair;
  // Two that lie close together are told with the digits that differ.
  const format = valueFormat([a, b].flatMap((each) => each?.value ?? []));
  const text = (value: typeof a) => (value === undefined ? "–" : format(value.value));
  const place = (value: typeof a) => (value === undefined ? "–" : shownPlace(value, series.per));
  const where = isPlaced ? `@ ${place(a)} → ${place(b)}` : note;
  return (
    <td className="py-1 pl-4 text-right last:pr-2">
      <span className={`font-semibold ${toneOf(better)}`}>
        {difference === undefined ? "–" : formatDifference(difference)}
        {better === "b" && <span className="sr-only"> better</span>}
        {better === "a" && <span className="sr-only"> worse</span>}
      </span>
      <span className="block text-muted text-small">
        {text(a)} → {text(b)} <span className="text-faint">{where}</span>
      </span>
    </td>
  );
}

/** What they are judged by first, then validation, then the others; what the machine did last. */
function sorted({ series, judged }: DiffData): SeriesComparison[] {
  const rank = ({ key, kind, split, per }: SeriesComparison) => {
    if (key === judged) return 0;
    if (kind === "system" || kind === "learning_rate") return 4;
    return per === "batch" ? 3 : split === "validation" ? 1 : 2;
  };
  return series.toSorted((one, two) => rank(one) - rank(two) || (one.key < two.key ? -1 : 1));
}
