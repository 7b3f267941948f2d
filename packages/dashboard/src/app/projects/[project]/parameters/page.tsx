import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import {
  parametersParams,
  parametersQuestionOf,
} from "../../../../parameters/parameters-params.ts";
import { ParametersView } from "../../../../parameters/parameters-view.tsx";
import type { ParametersStart } from "../../../../parameters/use-parameters.ts";
import { faultOf } from "../../../../server/answer-question.ts";
import { loadParameters } from "../../../../server/load-parameters.ts";
import { projectName } from "../../../../server/project-name.ts";
import { pageText } from "../../../../wire/page-text.ts";
import type { ParametersQuestion } from "../../../../wire/questions.ts";
import { MissingProject } from "../../missing-project.tsx";

interface ParametersPageProps {
  readonly params: Promise<{ readonly project: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const dynamic = "force-dynamic";

const readState = createLoader(parametersParams);

export async function generateMetadata({ params }: ParametersPageProps): Promise<Metadata> {
  return { title: `Parameters of ${pageText(projectName((await params).project))}` };
}

export default async function ParametersPage({ params, searchParams }: ParametersPageProps) {
  const project = projectName((await params).project);
  const question = parametersQuestionOf(project, await readState(searchParams));
  try {
    return <ParametersView {...(await load(question))} />;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== "project_not_found") throw error;
    return <MissingProject wanted={pageText(project)} />;
  }
}

/** With a filter that is none, all runs and what is wrong with it. */
async function load(question: ParametersQuestion): Promise<ParametersStart> {
  try {
    return { initial: await loadParameters(question) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined || question.where === undefined) throw error;
    const { where: _refused, ...rest } = question;
    return { initial: await loadParameters(rest), fault };
  }
}
