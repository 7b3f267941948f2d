// JavaScript on purpose: it has the same name in src and dist, and no compiler rewrites names inside `new URL()`.
import { answerForever } from "./answer-forever.ts";

answerForever();
