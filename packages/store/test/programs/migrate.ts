// Brings a database up to date, and says when it begins and when that is done.
import { connect } from "../../src/sqlite/connect.ts";

const [database = ""] = process.argv.slice(2);
process.stdout.write("begins\n");
connect({ database, busyTimeoutMs: 5_000 }).close();
process.stdout.write("done\n");
