// JavaScript on purpose: it has the same name in src and dist, and no compiler rewrites names inside `new URL()`.
import { answerSql } from "./sql-process.ts";

process.once("message", async (question) => {
  process.send(await answerSql(question), () => process.disconnect());
});
