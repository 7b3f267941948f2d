import { looksSecret, namesSecret } from "./redact.ts";

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
 * The arguments of a script that may be recorded: options, numbers, `true` and `false`, and the values of options on a list.
 * Of all others it is only told that they were there.
 *
 * @param more names of further options whose values may be recorded
 */
export function allowedArguments(given: readonly string[], more: readonly string[]): string[] {
  const listed = new Set([...names, ...more.map(bare)]);
  let option: string | undefined;
  return given.map((text) => {
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) {
      const isListed = option !== undefined && listed.has(option);
      option = undefined;
      return allowed(text, isListed);
    }
    option = value === undefined ? bare(name) : undefined;
    if (value === undefined) return text;
    return `${text.slice(0, text.indexOf("="))}=${allowed(value, listed.has(bare(name)))}`;
  });

  function allowed(value: string, isListed: boolean): string {
    const isPlain = /^(true|false|[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?)$/i.test(value);
    const isSecret = looksSecret(value) || (option !== undefined && namesSecret(option));
    return (isPlain || isListed) && !isSecret ? value : leftOut;
  }
}

function bare(name: string): string {
  return name.replace(/^-+/, "").toLowerCase();
}
