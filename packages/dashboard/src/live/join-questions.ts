import type { RunRow } from "../wire/answers.ts";
import type { RunsQuestion } from "../wire/questions.ts";

/** One question for rows that answers several: it has the cells of all, and the sparkline where any of them wants it. */
export interface JoinedQuestion {
  readonly joined: RunsQuestion;
  /** Those that it answers. */
  readonly questions: readonly RunsQuestion[];
}

/** Joins the questions that differ only in which runs they mean, in their order and in their cells. What asks for runs by id needs nothing else. */
export function joinQuestions(questions: readonly RunsQuestion[]): readonly JoinedQuestion[] {
  const groups: { base: string; joined: RunsQuestion; questions: RunsQuestion[] }[] = [];
  for (const question of questions) {
    const { order: _order, where: _where, ids: _ids, columns = [], spark, ...rest } = question;
    const base = JSON.stringify(rest);
    const fits = (of: RunsQuestion) =>
      of.spark === undefined || spark === undefined || of.spark === spark;
    const group = groups.find((each) => each.base === base && fits(each.joined));
    if (group === undefined) {
      const joined = { ...rest, columns, ...(spark !== undefined && { spark }) };
      groups.push({ base, joined, questions: [question] });
    } else {
      const all = [...new Set([...listOf(group.joined.columns), ...listOf(columns)])];
      group.joined = { ...group.joined, columns: all, ...(spark !== undefined && { spark }) };
      group.questions.push(question);
    }
  }
  return groups;
}

/** The row that a question asks for, of one that has more. */
export function ownRow(row: RunRow, joined: RunsQuestion, question: RunsQuestion): RunRow {
  const places = listOf(question.columns).map((column) => listOf(joined.columns).indexOf(column));
  const { judged, ...rest } = row;
  const { spark: _spark, ...unsparked } = judged ?? {};
  return {
    ...rest,
    ...(judged && { judged: question.spark === undefined ? unsparked : judged }),
    cells: places.map((place) => row.cells[place] ?? null),
  };
}

const listOf = (columns: RunsQuestion["columns"]): readonly string[] =>
  typeof columns === "string" ? [columns] : (columns ?? []);
