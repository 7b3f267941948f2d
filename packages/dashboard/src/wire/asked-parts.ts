import * as v from "valibot";

/**
 * The parts that questions are made of. An address has each as text, and a list as a name that stands there several times; a body of JSON
 * has numbers and lists.
 */
export const askedText = v.string();
const texts = v.union([v.array(v.string()), v.string()]);
export const askedTexts = v.pipe(
  texts,
  v.transform((given) => (typeof given === "string" ? [given] : given)),
);
export const askedNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i))]),
  v.transform(Number),
  v.finite(),
);
export const askedCount = v.pipe(askedNumber, v.safeInteger(), v.minValue(0));
const askedFlag = v.pipe(
  v.union([v.boolean(), v.picklist(["true", "false"])]),
  v.transform((given) => given === true || given === "true"),
);

export const askedDirection = v.picklist(["max", "min"]);

/** Which runs are meant. */
export const askedFilter = {
  project: v.exactOptional(askedText),
  ids: v.exactOptional(askedTexts),
  /** In the language that runs are found with. */
  where: v.exactOptional(askedText),
  /** Whether to take archived runs, or the others. @default both */
  archived: v.exactOptional(askedFlag),
  /** Whether to take the runs in the trash, and no others. @default false */
  deleted: v.exactOptional(askedFlag),
};

/** Where points are: what stands on the horizontal axis. `relative` counts from each run's start, `wall` is the clock; both in milliseconds. */
export const xAxes = ["epoch", "step", "relative", "wall"] as const;
export type WireAxis = (typeof xAxes)[number];

/** How far the spread of a group reaches. */
export const groupSpreads = ["sd", "interval", "range", "quartiles"] as const;
export type GroupSpread = (typeof groupSpreads)[number];
