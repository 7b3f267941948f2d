import { type ChartMark, markWords } from "@epochal/panel/charts";

/** What lasted is named by the epoch in which it began. */
const placeOf = ({ x, until }: ChartMark) => Math.floor(x) + (until === undefined ? 0 : 1);

/** What the marks in the charts mean, and where they stand. */
export function MarksLegend({ marks }: { readonly marks: readonly ChartMark[] }) {
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <ul
      aria-label="Marks"
      className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 pl-[46px] text-small text-muted"
    >
      {kinds.map((kind) => {
        const epochs = marks.filter((mark) => mark.kind === kind).map(placeOf);
        const place = epochs.length === 1 ? "epoch" : "epochs";
        return (
          <li key={kind}>
            <span aria-hidden="true">{markWords[kind].glyph}</span> {markWords[kind].words} ({place}{" "}
            {epochs.join(", ")})
          </li>
        );
      })}
    </ul>
  );
}
