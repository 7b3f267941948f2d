"use client";
import { useKept } from "../ui/use-kept.ts";
import { readLayout, usualLayout } from "./column-layout.ts";

const USUAL_WIDTH = 540;
const readWidth = (kept: unknown) =>
  typeof kept === "number" && kept >= 200 && kept <= 10_000 ? kept : undefined;

/** The columns of a project's table and how wide the table is, kept in this browser. */
export function useColumnLayout(project: string) {
  const [layout, setLayout] = useKept(`epochal.columns.${project}`, usualLayout, readLayout);
  const [width, setWidth] = useKept<number | undefined>(
    `epochal.table-width.${project}`,
    undefined,
    readWidth,
  );
  return { layout, setLayout, width, setWidth, usualWidth: USUAL_WIDTH };
}
