import type { RunEvent } from "../events/run-event.ts";
import type { JournalRecord } from "../records/journal-record.ts";
import type { RunUpdate } from "../records/update-record.ts";
import type { RunCard } from "../run-card.ts";
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
    case "update":
      return { ...record, by: redactText(record.by), set: redactUpdate(record.set) };
    case "end":
      return {
        ...record,
        ...(record.reason !== undefined && { reason: redactText(record.reason) }),
        ...(record.stack !== undefined && { stack: redactText(record.stack) }),
      };
    default:
      return record;
  }
}

function redactUpdate({ name, tags, notes, group, ...set }: RunUpdate): RunUpdate {
  const safe = (text: string | null) => (text === null ? null : redactText(text));
  return {
    ...set,
    ...(name !== undefined && { name: safe(name) }),
    ...(tags !== undefined && { tags: tags === null ? null : tags.map(redactText) }),
    ...(notes !== undefined && { notes: safe(notes) }),
    ...(group !== undefined && { group: safe(group) }),
  };
}

function redactEvent(event: RunEvent): RunEvent {
  if (event.type === "card") return { ...event, card: redactCard(event.card) };
  // Their `key` and `value` are a metric's.
  const isOfMetric = event.type === "non_finite" || event.type === "histogram";
  return (isOfMetric ? redactStrings(event) : redactConfig(event)) as RunEvent;
}

/** A diff is read line by line. What stands in a journal may be of any form. */
function redactCard(card: RunCard): RunCard {
  const safe = redactConfig(card) as RunCard;
  const diff: unknown = card?.code?.diff;
  if (typeof diff !== "string") return safe;
  return { ...safe, code: { ...safe.code, diff: redactDiff(diff) } };
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
