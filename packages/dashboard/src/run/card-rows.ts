import { counted, formatCount, formatValue } from "@epochal/conclusions";
import type { RunCard } from "@epochal/record";

/** A part of the card, in a few lines. */
export interface CardRow {
  readonly part: string;
  readonly lines: readonly string[];
}

type DataPrint = NonNullable<NonNullable<RunCard["data"]>["x"]>;

/** The parts of a card in words. Parts that often differ come first. */
export function cardRows(card: RunCard): CardRow[] {
  const { code, data, model, weights, training, seed, backend, versions, machine, lockfile } = card;
  const rows: (CardRow | undefined)[] = [
    code && { part: "code", lines: codeLines(code) },
    card.arguments?.length ? { part: "arguments", lines: [card.arguments.join(" ")] } : undefined,
    data && { part: "data", lines: dataLines(data) },
    model && {
      part: "model",
      lines: [
        `${counted(model.layers, "layer")}, ${counted(model.parameters, "parameter")} · ${model.hash}`,
      ],
    },
    weights && { part: "initial weights", lines: [weights.hash] },
    training && { part: "training", lines: trainingLines(training) },
    card.fit && { part: "fit()", lines: [leaves(card.fit)] },
    seed && { part: "seed", lines: [leaves({ "setSeed()": seed.set, "fit()": seed.fit })] },
    backend && {
      part: "backend",
      lines: [[backend.name, backend.gpu].filter(Boolean).join(" on "), leaves(backend.flags)],
    },
    versions && { part: "versions", lines: [leaves(versions)] },
    machine && { part: "machine", lines: machineLines(machine) },
    lockfile && { part: "lockfile", lines: [`${lockfile.name} · ${lockfile.hash}`] },
    card.environment && Object.keys(card.environment).length > 0
      ? { part: "environment", lines: [leaves(card.environment)] }
      : undefined,
  ];
  return rows
    .filter((row) => row !== undefined)
    .map(({ part, lines }) => ({ part, lines: lines.filter(Boolean) }));
}

function leaves(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" · ");
}

function codeLines({
  commit,
  branch,
  isDirty,
  script,
  scriptHash,
  untracked,
}: NonNullable<RunCard["code"]>) {
  const state = isDirty ? "with uncommitted changes" : "as committed";
  const news = counted(untracked?.length ?? 0, "new file");
  return [
    commit === undefined
      ? "not in a git repository"
      : `${commit.slice(0, 10)}${branch ? ` on ${branch}` : ""}, ${state}`,
    untracked === undefined
      ? ""
      : `${news}: ${untracked.slice(0, 3).join(", ")}${untracked.length > 3 ? " …" : ""}`,
    script === undefined ? "" : `${script}${scriptHash ? ` · ${scriptHash}` : ""}`,
  ];
}

function dataLines({ x, y, validation, batches }: NonNullable<RunCard["data"]>): string[] {
  const classes = Object.entries(y?.classes ?? {}).map(
    ([label, count]) => `${label}: ${formatCount(count)}`,
  );
  return [
    ...(x ? [`x ${printLine(x)}`] : []),
    ...(y ? [`y ${printLine(y)}`] : []),
    ...(classes.length > 0 ? [`classes ${classes.join(", ")}`] : []),
    ...(validation ?? []).map(
      (print, i) => `validation ${i === 0 ? "x" : "y"} ${printLine(print)}`,
    ),
    ...(batches === undefined ? [] : [`a dataset of ${counted(batches, "batch", "batches")}`]),
  ];
}

function printLine({ shapes, dtypes, checksum, isSampled }: DataPrint): string {
  const shape = shapes.map((sizes) => `[${sizes.join(", ")}]`).join(" ");
  const sum = checksum === undefined ? "" : ` · ${checksum}${isSampled ? " (of a sample)" : ""}`;
  return `${shape} ${[...new Set(dtypes)].join(", ")}${sum}`;
}

function trainingLines({ optimizer, loss, metrics }: NonNullable<RunCard["training"]>): string[] {
  const { name, ...rest } = optimizer;
  const settings = Object.entries(rest).map(
    ([key, value]) => `${key} ${typeof value === "number" ? formatValue(value) : value}`,
  );
  return [
    [String(name ?? "no optimizer"), ...settings].join(" · "),
    `loss ${typeof loss === "string" ? loss : JSON.stringify(loss)}`,
    `metrics ${metrics.filter((metric) => metric !== "loss").join(", ") || "none"}`,
  ];
}

function machineLines(machine: NonNullable<RunCard["machine"]>): string[] {
  const { host, system, cpu, cores, memoryGB } = machine;
  const power = [
    cpu,
    ...(cores === undefined ? [] : [counted(Number(cores), "core")]),
    ...(memoryGB === undefined ? [] : [`${memoryGB} GB`]),
  ];
  return [[host, system].filter(Boolean).join(" · "), power.filter(Boolean).join(", ")];
}
