import type { Metadata } from "next";
import { Prefetched } from "../../live/prefetched.tsx";
import { TrashView } from "../../projects/trash-view.tsx";
import { prefetchTrash } from "../../server/prefetch-trash.ts";

interface Props {
  readonly searchParams: Promise<{ readonly project?: string | string[] }>;
}

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Trash" };

export default async function TrashPage({ searchParams }: Props) {
  const { project } = await searchParams;
  const title = typeof project === "string" && project !== "" ? project : undefined;
  return (
    <Prefetched answers={await prefetchTrash(title)}>
      <TrashView key={title ?? ""} project={title} />
    </Prefetched>
  );
}
