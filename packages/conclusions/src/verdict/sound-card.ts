import type { RunCard } from "@epochal/record";
import {
  type Is,
  isAbsentOr,
  isFlag,
  isListOf,
  isNumber,
  isObject,
  isShape,
  isText,
} from "@epochal/record";

const isPrint = isShape({
  shapes: isListOf(isListOf(isNumber)),
  dtypes: isListOf(isText),
  samples: isNumber,
  classes: isAbsentOr((value) => isObject(value) && Object.values(value).every(isNumber)),
  checksum: isAbsentOr(isText),
  isSampled: isAbsentOr(isFlag),
});

const parts: Readonly<Record<keyof RunCard, Is>> = {
  code: isShape({
    commit: isAbsentOr(isText),
    branch: isAbsentOr(isText),
    isDirty: isAbsentOr(isFlag),
    diff: isAbsentOr(isText),
    diffHash: isAbsentOr(isText),
    untracked: isAbsentOr(isListOf(isText)),
    script: isAbsentOr(isText),
    scriptHash: isAbsentOr(isText),
  }),
  arguments: isListOf(isText),
  environment: isObject,
  versions: isObject,
  machine: isObject,
  backend: isShape({ name: isText, flags: isObject, gpu: isAbsentOr(isText) }),
  lockfile: isShape({ name: isText, hash: isText }),
  model: isShape({ layers: isNumber, parameters: isNumber, hash: isText }),
  weights: isShape({ hash: isText }),
  training: isShape({ optimizer: isObject, metrics: isListOf(isText) }),
  fit: isObject,
  data: isShape({
    x: isAbsentOr(isPrint),
    y: isAbsentOr(isPrint),
    validation: isAbsentOr(isListOf(isPrint)),
    batches: isAbsentOr(isNumber),
  }),
  seed: isObject,
};

/** The card without the parts that cannot be read: it may come from another version, or from a disk that failed. */
export function soundCard(card: unknown): RunCard {
  if (!isObject(card)) return {};
  return Object.fromEntries(
    Object.entries(card).filter(
      ([part, value]) => !Object.hasOwn(parts, part) || parts[part as keyof RunCard](value),
    ),
  );
}
