import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunPage } from "../../../run/run-page.tsx";
import { loadRun } from "../../../server/load-run.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const data = await loadRun((await params).id);
  return { title: data?.runs[0]?.name ?? "No such run" };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const data = await loadRun(id);
  if (data === undefined) notFound();
  return <RunPage key={id} initial={data} id={id} />;
}
