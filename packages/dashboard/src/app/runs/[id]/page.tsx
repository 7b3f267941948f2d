import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { NoRun } from "../../../run/no-run.tsx";
import { RunPage } from "../../../run/run-page.tsx";
import { answerWith } from "../../../server/answer-with.ts";
import { loadNoRun } from "../../../server/load-no-run.ts";
import { loadRun } from "../../../server/load-run.ts";
import { loadRunContext } from "../../../server/load-run-context.ts";
import { runAddress } from "../../../wire/run-address.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

/** The title and the page are of one reading. */
const load = cache(loadRun);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const data = await load((await params).id);
  return { title: data?.runs[0]?.name ?? "No such run" };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const data = await load(id);
  if (data === undefined) {
    const wanted = decodeURIComponent(id);
    // No id is a path.
    if (/[/\\]/.test(wanted)) notFound();
    return <Missing wanted={wanted} />;
  }
  const query = await searchParams;
  const [from, against] = [query.from, query.against].map((each) =>
    typeof each === "string" ? each : undefined,
  );
  const context = await loadRunContext({ id, project: data.project, against, from });
  return <RunPage key={id} initial={data} id={id} context={context} from={from} />;
}

/** The beginning of an id leads to the run, where only one is meant. */
async function Missing({ wanted }: { readonly wanted: string }) {
  const { meant, newest } = await loadNoRun(wanted);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) redirect(runAddress(only.id));
  answerWith(404);
  return <NoRun wanted={wanted} meant={meant} newest={newest} />;
}
