import "server-only";
import { isSeed } from "@epochal/conclusions";
import { flattenConfig } from "@epochal/record";
import type { InferOutput } from "valibot";
import { differingParams } from "../params/differing-params.ts";
import { mixedValues, queryOfParams } from "../params/query-of-params.ts";
import type { LikeAnswer } from "../wire/groups-answer.ts";
import type { likeQuestion } from "../wire/questions.ts";
import { store } from "./store.ts";

/** The query that finds the runs with the params of this one, but for its seeds. @throws StoreError `run_not_found` */
export async function loadLike({ run: id }: InferOutput<typeof likeQuestion>): Promise<LikeAnswer> {
  const open = await store();
  const { project, config } = await open.getRun(id);
  const facets = await open.facets({ project });
  const own = new Map(
    flattenConfig(config).map(({ path, value }) => [path, JSON.parse(value) as unknown]),
  );
  const facetOf = (name: string) => facets.params.find(({ path }) => path === name);
  const params = differingParams(facets).map(({ path }) => {
    const value = own.get(path);
    const { values = [], distinct = 0 } = facetOf(path) ?? {};
    const mixed = mixedValues([...values.map((one) => one.value), value]);
    // Of many values only some are told.
    const isMixed = distinct > values.length || mixed.has(JSON.stringify(value));
    return { path, value, isMixed };
  });
  const isOfSeed = (path: string, value: unknown) =>
    isSeed({
      path,
      value: value ?? facetOf(path)?.values[0]?.value,
    });
  return {
    where: queryOfParams(
      params.filter(({ path, value }) => !isOfSeed(path, value)),
      new Set(facets.series.map(({ key }) => key)),
    ),
  };
}
