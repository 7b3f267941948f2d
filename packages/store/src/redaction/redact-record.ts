import type { JournalRecord, RunCard, RunEvent } from "@epochal/callbacks";
import { isObject } from "../is-shape.ts";
import { redactConfig } from "./redact-config.ts";
import { redactDiff } from "./redact-diff.ts";
import { redactText } from "./redact-text.ts";

/** A record without secrets: the last look before it is written. Ids, names of metrics, numbers and processes are left as they are. */
export function redactRecord(record: JournalRecord): JournalRecord {
  switch (record.type) {
    case "run":
      return {
        ...record,
        project: redactText(record.project),
        ...(record.name !== undefined && { name: redactText(record.name) }),
        config: redactConfig(record.config) as Readonly<Record<string, unknown>>,
        tags: record.tags.map(redactText),
        notes: redactText(record.notes),
      };
    case "event":
      return { ...record, event: redactEvent(record.event) };
    case "request":
      return { ...record, by: redactText(record.by) };
    case "end":
      return record.reason === undefined
        ? record
        : { ...record, reason: redactText(record.reason) };
    default:
      return record;
  }
}

function redactEvent(event: RunEvent): RunEvent {
  if (event.type === "card") return { ...event, card: redactCard(event.card) };
  // Their `key` and `value` are a metric's.
  const isOfMetric = event.type === "non_finite" || event.type === "histogram";
  return (isOfMetric ? redactStrings(event) : redactConfig(event)) as RunEvent;
}

/** A card, or what a program gave as one. */
function redactCard(card: RunCard): RunCard {
  if (!isObject(card)) return redactStrings(card) as RunCard;
  const { code, ...parts } = card;
  const safe = redactConfig(parts) as RunCard;
  if (!isObject(code)) {
    return code === undefined ? safe : ({ ...safe, code: redactStrings(code) } as RunCard);
  }
  const { diff, ...rest } = code;
  return {
    ...safe,
    code: {
      ...(redactStrings(rest) as typeof rest),
      ...(diff !== undefined && {
        diff: (typeof diff === "string" ? redactDiff(diff) : redactStrings(diff)) as string,
      }),
    },
  };
}

/** All texts in it, whatever their names: `key` is the metric that an event is about. */
function redactStrings(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(redactStrings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redactStrings(inner)]),
  );
}
