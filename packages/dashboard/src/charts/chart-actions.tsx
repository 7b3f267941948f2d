"use client";
import { canvasTokens, type Theme } from "@epochal/panel/charts";
import { type ReactNode, type RefObject, useState } from "react";
import { type ChartCsvArgs, chartCsv } from "./chart-csv.ts";
import { chartPng } from "./chart-png.ts";
import { saveFile } from "./save-file.ts";

interface ChartActionsProps extends ChartCsvArgs {
  /** Ids of the runs that have a line in the picture. */
  readonly drawn: ReadonlySet<string>;
  readonly title: string;
  readonly note: string;
  readonly theme: Theme;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly hasTable: boolean;
  readonly onTable: () => void;
  /** More buttons. */
  readonly children?: ReactNode;
}

const BUTTON =
  "rounded px-1 py-0.5 text-faint hover:bg-grid hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent";

/** What takes a chart's numbers or its picture away. */
export function ChartActions(props: ChartActionsProps) {
  const { title, note, theme, canvas, drawn, hasTable, onTable, children, ...shown } = props;
  const [fault, setFault] = useState<string>();
  const named = (name: string) => `${name} of ${title}`;
  const save = (ending: string, make: () => Promise<Blob>) => () => {
    setFault(undefined);
    make().then(
      (blob) => saveFile(title, ending, blob),
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  };
  const csv = save("csv", async () => new Blob([await chartCsv(shown)], { type: "text/csv" }));
  const png = save("png", () => {
    const element = canvas.current;
    if (element === null) throw new Error("The chart is not there.");
    const coloured = shown.runs.filter(({ id, context }) => !context && drawn.has(id));
    const legend = coloured.map(({ label, color }) => ({ label, color: color[theme] }));
    return chartPng({ canvas: element, title, note, legend, tokens: canvasTokens(element, theme) });
  });
  return (
    <span className="ml-auto flex flex-none gap-0.5 self-start text-small print:hidden">
      {fault !== undefined && (
        <span role="alert" className="text-bad">
          {fault}
        </span>
      )}
      <button
        type="button"
        className={BUTTON}
        aria-pressed={hasTable}
        aria-label={named("Table")}
        onClick={onTable}
      >
        Table
      </button>
      <button type="button" className={BUTTON} aria-label={named("CSV")} onClick={csv}>
        CSV
      </button>
      <button type="button" className={BUTTON} aria-label={named("PNG")} onClick={png}>
        PNG
      </button>
      {children}
    </span>
  );
}
