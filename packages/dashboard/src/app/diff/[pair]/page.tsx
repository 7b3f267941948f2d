import type { Metadata } from "next";
import { cache } from "react";
import { DiffPage } from "../../../diff/diff-page.tsx";
import { NoPair } from "../../../diff/no-pair.tsx";
import { answerWith } from "../../../server/answer-with.ts";
import { loadDiff } from "../../../server/load-diff.ts";
import { readPair } from "../../../server/read-pair.ts";
import { isolated } from "../../../ui/isolated.ts";

interface Props {
  readonly params: Promise<{ readonly pair: string }>;
}

export const dynamic = "force-dynamic";

/** The title and the page are of one reading. */
const load = cache(async (pair: string) => {
  const read = await readPair(decodeURIComponent(pair));
  return read.kind === "pair" ? { data: await loadDiff(read.a, read.b) } : { read };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = await load((await params).pair);
  return {
    title: data ? `${isolated(data.a.name)} against ${isolated(data.b.name)}` : "No two runs",
  };
}

export default async function Page({ params }: Props) {
  const { data, read } = await load((await params).pair);
  if (data) return <DiffPage key={data.a.id + data.b.id} initial={data} />;
  if (read.kind !== "same") answerWith(404);
  return <NoPair read={read} />;
}
