import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { ParametersQuestion } from "../wire/questions.ts";

/** The whole state of the page of parameters; what is not in the URL is at its default. */
export const parametersParams = {
  /** Which runs; brushes are conditions of it. */
  where: parseAsString.withDefault(""),
  /** `val_auc`, `last:val_auc`. */
  metric: parseAsString,
  /** Which way it is better, where nobody recorded it. */
  better: parseAsStringLiteral(["max", "min"]),
  /** The param of the scatter, and the one it is coloured by. */
  x: parseAsString,
  color: parseAsString,
  /** The order of the axes; those not named follow. */
  axes: parseAsArrayOf(parseAsString).withDefault([]),
  /** The params of the grid. */
  rows: parseAsString,
  columns: parseAsString,
};

/** A state as an address has it behind its path: with `?`, or empty. */
export const serializeParameters = createSerializer(parametersParams);

/** What must be asked of the server in a state. */
export function parametersQuestionOf(
  project: string,
  { where, metric, better, rows, columns }: ParametersState,
): ParametersQuestion {
  return {
    ...{ project, where },
    ...(metric !== null && { metric, ...(better !== null && { direction: better }) }),
    ...(rows !== null && { rows }),
    ...(columns !== null && { columns }),
  };
}

export type ParametersState = inferParserType<typeof parametersParams>;
