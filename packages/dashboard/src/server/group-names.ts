import "server-only";
import { paramText } from "@epochal/conclusions";
import type { Band } from "@epochal/store";
import type { Query } from "@epochal/store/query";
import { textHash } from "../colors/text-hash.ts";
import { paramPhrase } from "../params/param-phrase.ts";
import { mixedValues, queryOfParams } from "../params/query-of-params.ts";
import type { GroupRow } from "../wire/groups-answer.ts";

/** What the runs of a group share. */
type Shared = Pick<Band, "params" | "tag">;

/** One of the things that they share: a param, or a tag. */
export interface NamePart {
  /** Empty for a tag. */
  readonly label: string;
  /** Absent where they lack it. */
  readonly text?: string;
}

export interface NamedGroup extends Pick<GroupRow, "id" | "name" | "where"> {
  readonly parts: readonly NamePart[];
}

interface NamesArgs {
  readonly isOfTags: boolean;
  /** What params are called, by their paths. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys of series. */
  readonly series: ReadonlySet<string>;
}

/** The same for the same group, whatever other groups there are. */
export function groupId({ params, tag }: Shared): string {
  const what = JSON.stringify([params.map(({ path, value }) => [path, value ?? null]), tag]);
  // Null is a value.
  const lacking = params.flatMap(({ value }, place) => (value === undefined ? [place] : []));
  return `g${textHash(`${what}${lacking}`).toString(36)}`;
}

/** What groups are called, and how each is found among their runs. */
export function groupNames(
  groups: readonly Shared[],
  { isOfTags, labels, series }: NamesArgs,
): readonly NamedGroup[] {
  const mixed = groups[0]?.params.map((_, place) => {
    const values = groups.map(({ params }) => params[place]?.value);
    return mixedValues(values.filter((value) => value !== undefined));
  });
  return groups.map((group) => {
    const params = group.params.map((param, place) => ({
      ...param,
      isMixed: mixed?.[place]?.has(JSON.stringify(param.value)) ?? false,
    }));
    const { tag } = group;
    const parts = [
      ...params.map(({ path, value, isMixed }): NamePart => {
        const label = labels.get(path) ?? path;
        if (value === undefined) return { label };
        return { label, text: isMixed ? JSON.stringify(value) : paramText(value) };
      }),
      ...(isOfTags ? [tag === undefined ? { label: "tag" } : { label: "", text: tag }] : []),
    ];
    return {
      ...{ id: groupId(group), parts },
      name: parts.length === 0 ? "all runs" : parts.map(phrase).join(", "),
      where: queryOfParams(params, series, isOfTags ? [tagCondition(tag)] : []),
    };
  });
}

/** What two groups are called beside each other, by what differs between them: `64 units` and `32`. */
export function namesApart(
  one: Pick<NamedGroup, "name" | "parts">,
  two: Pick<NamedGroup, "name" | "parts">,
): readonly [one: string, two: string] {
  const places = [...one.parts.keys()].filter((at) => {
    const [a, b] = [one.parts[at], two.parts[at]];
    return a?.text !== b?.text;
  });
  if (places.length === 0) return [one.name, two.name];
  const named = ({ parts }: Pick<NamedGroup, "parts">) =>
    places.flatMap((at) => (parts[at] ? [phrase(parts[at])] : [])).join(", ");
  const [first = 0, ...others] = places;
  const [ofOne, ofTwo] = [one.parts[first]?.text, two.parts[first]?.text];
  const isShort = others.length === 0 && ofOne !== undefined && ofTwo !== undefined;
  return [named(one), isShort ? ofTwo : named(two)];
}

/** `lr 0.01`, `no dropout` */
export function phrase({ label, text }: NamePart): string {
  if (text === undefined) return `no ${label}`;
  return label === "" ? text : paramPhrase(label, text);
}

/** Every tag has the empty text in it. */
function tagCondition(tag: string | undefined): Query {
  const condition = (operator: "=" | ":", value: string) =>
    ({ kind: "field", field: "tag", operator, values: [value] }) as const;
  return tag === undefined ? { kind: "not", of: condition(":", "") } : condition("=", tag);
}
