import type { Subject } from "./read-subject.ts";

/** Blocks of Markdown, one below the other. */
export function document(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A paragraph in one line. */
export function flow(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}

/** A value in code marks; a sentence as it is. */
export function code(value: string): string {
  const flat = flow(value);
  return /^[-\w.[\]", :/]+$/.test(flat) && !/ \w+ /.test(flat) && !/^\w+: /.test(flat)
    ? `\`${flat}\``
    : flat;
}

/** The first paragraph of a doc comment. */
export function summaryOf({ doc }: Subject): string {
  return flow(doc.text.split(/\n\n/)[0] ?? "");
}
