import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { GroupDiffPage } from "../../../diff/group-diff-page.tsx";
import { faultOf } from "../../../server/answer-question.ts";
import { answerWith } from "../../../server/answer-with.ts";
import { isProject } from "../../../server/is-project.ts";
import { loadGroupDiff } from "../../../server/load-group-diff.ts";
import { store } from "../../../server/store.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { pageText } from "../../../wire/page-text.ts";
import { MissingProject } from "../../projects/missing-project.tsx";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export const dynamic = "force-dynamic";

/** The title and the page are of one reading. */
const load = cache(async (text: string) => {
  const query = new URLSearchParams(text);
  const [project, a, b] = ["project", "a", "b"].map((name) => query.get(name) ?? "");
  if (!project || !a || !b) {
    return {
      fault:
        "The address of a comparison of groups is /diff/groups?project=P&a=QUERY&b=QUERY, such as a=units = 32 and b=units = 64.",
    };
  }
  const of = Number(query.get("of") ?? Number.NaN);
  const metric = query.get("metric") ?? undefined;
  if (!(await isProject(await store(), project))) return { project: pageText(project) };
  const direction = oneOf(["max", "min"], query.get("direction"));
  const kept = oneOf(["archive", "trash"], query.get("in"));
  try {
    return {
      data: await loadGroupDiff({
        ...{ project, a, b, in: kept, metric, direction },
        ...(of > 1 && { of: Math.floor(of), best: oneOf(["b"], query.get("best")) }),
      }),
    };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { fault: fault.error };
  }
});

function oneOf<const T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((each) => each === text);
}

async function textOf({ searchParams }: Props): Promise<string> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(pairs).toString();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { data } = await load(await textOf(props));
  return { title: data?.title ?? "No two groups" };
}

export default async function Page(props: Props) {
  const { data, fault, project } = await load(await textOf(props));
  if (project !== undefined) return <MissingProject wanted={project} />;
  if (data) {
    // A group that no run is in is none.
    if (data.a.runs.length === 0 || data.b.runs.length === 0) answerWith(404);
    return <GroupDiffPage data={data} />;
  }
  answerWith(400);
  return (
    <>
      <PageHeader crumbs={[{ name: "Two groups" }]} />
      <Notice title="Which two groups of runs?">
        <p className="break-words">{fault}</p>
      </Notice>
    </>
  );
}
