import { answerTasks } from "./answer-tasks.ts";
import type { Task } from "./task.ts";
import { viewTasks } from "./view-tasks.ts";

/** What people wanted to know or to do, in the order of the page that tells of it. */
export const allTasks: readonly Task[] = [...answerTasks, ...viewTasks];
