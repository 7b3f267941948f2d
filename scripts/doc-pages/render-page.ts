import { tagOf } from "./doc-comment.ts";
import { code, document, flow, summaryOf, table } from "./markdown.ts";
import { keyOf, type Subject } from "./read-subject.ts";
import { wholeExample } from "./whole-example.ts";

export const better: Readonly<Record<"max" | "min", string>> = { max: "higher", min: "lower" };

/** The page of a metric, a callback or a function; `exported` are the names that its example may import. */
export function renderPage(
  subject: Subject,
  isMetric: boolean,
  exported: ReadonlySet<string>,
): string {
  const { name, isFunction, direction, doc, options, source } = subject;
  const rest = doc.text.split(/\n\n/).slice(1);
  const throws = doc.tags.filter(([tag]) => tag === "throws").map(([, text]) => flow(text));
  const key = keyOf(subject) || "the function's name";
  const way = direction === undefined ? "neither way" : better[direction];
  return document([
    `# ${name}${isFunction ? "()" : ""}`,
    summaryOf(subject),
    ...(isMetric ? [`Key in the logs: \`${key}\`. Better: ${way}.`] : []),
    ...rest.map(flow),
    "## Example",
    wholeExample(tagOf(doc, "example") ?? "", exported),
    ...(options.length === 0
      ? []
      : [
          "## Options",
          table(
            ["Option", "Type", "Default", "Meaning"],
            options.map((option) => [
              `\`${option.name}\``,
              `\`${option.type}\``,
              option.default === undefined ? "must be given" : code(option.default),
              flow(option.text) || "The key in the logs; validation prefixes it with `val_`.",
            ]),
          ),
        ]),
    ...(throws.length === 0 ? [] : ["## Throws", throws.map((each) => `- ${each}`).join("\n")]),
    `[All of them](README.md) · [Source](../../src/${source})`,
  ]);
}
