import { NoProject } from "../../projects/no-project.tsx";
import { answerWith } from "../../server/answer-with.ts";
import { loadNoProject } from "../../server/load-no-project.ts";

/** The page of a project that is not there. */
export async function MissingProject({ wanted }: { readonly wanted: string }) {
  answerWith(404);
  return <NoProject {...(await loadNoProject(wanted))} />;
}
