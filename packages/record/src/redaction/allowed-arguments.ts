import { redactArguments } from "./redact-arguments.ts";

/** Options whose values say how a model is trained, whatever they are. */
const names = new Set([
  "activation",
  "arch",
  "backend",
  "config",
  "data",
  "dataset",
  "device",
  "experiment",
  "fold",
  "loss",
  "mode",
  "model",
  "monitor",
  "name",
  "optimizer",
  "out",
  "output",
  "project",
  "schedule",
  "split",
  "tag",
  "task",
]);

const leftOut = "…";

/**
 * The arguments of a script as they may be recorded: options, numbers, `true` and `false`, and the values of options on a list.
 * Others, and whatever looks like a secret, are replaced by a mark.
 *
 * @param more names of further options whose values may be recorded
 */
export function allowedArguments(given: readonly string[], more: readonly string[] = []): string[] {
  const listed = new Set([...names, ...more.map(bare)]);
  const safe = redactArguments(given);
  let option: string | undefined;
  return given.map((text, i) => {
    const isSafe = safe[i] === text;
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined || (!isSafe && value === undefined)) {
      const isListed = option !== undefined && listed.has(option);
      option = undefined;
      return isSafe && (isListed || isPlain(text)) ? text : leftOut;
    }
    option = value === undefined ? bare(name) : undefined;
    if (value === undefined || (isSafe && (listed.has(bare(name)) || isPlain(value)))) return text;
    return `${text.slice(0, text.indexOf("="))}=${leftOut}`;
  });
}

function isPlain(value: string): boolean {
  return /^(true|false|[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?)$/i.test(value);
}

function bare(name: string): string {
  return name.replace(/^-+/, "").toLowerCase();
}
