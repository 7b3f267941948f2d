import type { Task } from "./task.ts";

/** What a task took. */
export interface TaskFigures {
  readonly actions: number;
  /** From the opening of the address to the answer. */
  readonly seconds: number;
}

/** A Markdown table of a row for each task. */
export function tasksTable(
  rows: readonly { readonly task: Task; readonly figures: TaskFigures }[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    line(["", "question", "actions", "seconds", "shown by", "others"]),
    "| ---: | --- | ---: | ---: | --- | --- |",
    ...rows.map(({ task, figures }, at) => {
      const [file, title] = task.story;
      return line([
        String(at + 1),
        task.question,
        String(figures.actions),
        figures.seconds.toFixed(1),
        `[${title}](../e2e/tests/${file})`,
        task.rivals ?? "not measured",
      ]);
    }),
  ].join("\n");
}
