// JavaScript on purpose: it has the same name in src and dist, and no compiler rewrites names inside `new URL()`.
import { foldForever } from "../ingest/folding-thread.ts";
import { openPostgresSink } from "./open-postgres-sink.ts";

foldForever(openPostgresSink);
