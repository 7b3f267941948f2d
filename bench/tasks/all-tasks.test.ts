import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allTasks } from "./all-tasks.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

test("the page has a row for each task, none of more than three actions", () => {
  const rows = [
    ...read("docs/tasks.md").matchAll(/^\| *\d+ \| (.+?) +\| +(\d+) \| +([\d.]+) \|/gm),
  ];
  expect(rows.map(([, question]) => question)).toEqual(allTasks.map(({ question }) => question));
  for (const [, question, actions] of rows)
    expect(Number(actions), question).toBeLessThanOrEqual(3);
});

test.each(allTasks)("$question is shown by a test", ({ story: [file, title] }) => {
  const stories = read(`e2e/tests/${file}`).replaceAll(/\b(?:test|ownTest)\(\s*"/g, 'test("');
  expect(stories).toContain(`test("${title}"`);
});
