import { formatAge, formatMoment } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { AuditEntry, Token, TokenOptions } from "@epochal/store";
import { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { readExpiry } from "../arguments/read-expiry.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { withStore } from "../store/with-store.ts";
import { type Column, layOutTable } from "../table/lay-out-table.ts";
import { columns, print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface CommonOptions {
  readonly store?: string;
  readonly by?: string;
  readonly json?: boolean;
}

interface CreateOptions extends CommonOptions {
  readonly role: string;
  readonly project?: readonly string[];
  readonly expires: string;
}

const BY = ["--by <name>", "who does it, for the log (default: you, at this machine)"] as const;

function create(name: string, options: CreateOptions): Promise<void> {
  const { role, project, expires, by, json } = options;
  if (role !== "read" && role !== "write")
    throw new CommandError(`--role ${role}: it must be read or write.`, 2);
  const wanted: TokenOptions = {
    ...{ name, role, expires: readExpiry(expires) },
    ...(project !== undefined && { projects: project }),
    ...(by !== undefined && { by }),
  };
  const make = async ({ access, location }: Parameters<Parameters<typeof withStore>[1]>[0]) => {
    const token = await access.createToken(wanted);
    if (json) return print(toJson({ store: location, token }));
    print(`${printable(described(token))}

  ${token.secret}

It is shown this once. Give it to a program as EPOCHAL_TOKEN, or to the dashboard's login page.
epochal token revoke ${token.id} ends it.
`);
  };
  return withStore(options.store, make, { create: true });
}

function described({ name, role, projects, expiresAt }: Token): string {
  const of = projects === undefined ? "all projects" : projects.join(", ");
  const may = role === "write" ? "may read, change and send runs" : "may read runs";
  const end =
    expiresAt === undefined
      ? "never ends"
      : `ends ${formatMoment(expiresAt.getTime()).slice(0, 16)}`;
  return `The token ${name} ${may} of ${of}, and ${end}.`;
}

function stateOf({ revokedAt, expiresAt }: Token, now: number): string {
  if (revokedAt !== undefined) return `revoked ${formatAge(revokedAt.getTime(), now)}`;
  if (expiresAt === undefined) return "never ends";
  const day = formatMoment(expiresAt.getTime()).slice(0, 16);
  return expiresAt.getTime() <= now ? `expired ${day}` : `until ${day}`;
}

function table(tokens: readonly Token[]): string {
  const now = Date.now();
  const rows: readonly Column<Token>[] = [
    { head: "TOKEN", cell: ({ name }) => printable(name), shrinksTo: 8, cut: "middle" },
    { head: "ID", cell: ({ id }) => id },
    { head: "ROLE", cell: ({ role }) => role },
    {
      head: "PROJECTS",
      cell: ({ projects }) => printable(projects?.join(", ") ?? "all"),
      shrinksTo: 8,
    },
    { head: "ENDS", cell: (token) => stateOf(token, now) },
    {
      head: "USED",
      cell: ({ usedAt }) => (usedAt ? formatAge(usedAt.getTime(), now) : "never"),
      isOptional: true,
    },
  ];
  return layOutTable({ columns: rows, rows: tokens, width: columns() });
}

function logTable(entries: readonly AuditEntry[]): string {
  const rows: readonly Column<AuditEntry>[] = [
    { head: "WHEN", cell: ({ at }) => formatMoment(at.getTime()) },
    { head: "WHO", cell: ({ who }) => printable(who), shrinksTo: 8, cut: "middle" },
    { head: "DID", cell: ({ action }) => action },
    { head: "WHAT", cell: ({ what }) => printable(what), shrinksTo: 12, cut: "middle" },
    { head: "FROM", cell: ({ origin = "" }) => printable(origin), isOptional: true },
  ];
  return layOutTable({ columns: rows, rows: entries, width: columns() });
}

function createCommand(): Command {
  return storeCommand("create", "token create atlas --role write --project birds --expires 30d")
    .description("make a token and show its secret, once")
    .argument("<name>", "what it is for, such as the machine that gets it")
    .option("--role <role>", "read, or write: change runs, and send them", "read")
    .option("--project <names...>", "only of these projects (default: all)")
    .option("--expires <when>", "12h, 90d, a day such as 2027-03-01, or never", "90d")
    .option(...BY)
    .option("--json", "print the token with its secret as JSON")
    .action(create);
}

function lsCommand(): Command {
  return storeCommand("ls", "token ls")
    .description("list the tokens, without their secrets")
    .option("--json", "print them as JSON")
    .action(({ store: location, json }: CommonOptions) =>
      withStore(location, async (store) => {
        const tokens = await store.access.listTokens();
        if (json) return print(toJson({ store: store.location, tokens }));
        print(
          tokens.length > 0
            ? table(tokens)
            : "There are no tokens. epochal token create makes one.\n",
        );
      }),
    );
}

function revokeCommand(): Command {
  return storeCommand("revoke", "token revoke atlas")
    .description("end a token at once")
    .argument("<token>", "its name or its id")
    .option(...BY)
    .option("--json", "print the token as JSON")
    .action((wanted: string, { store: location, by, json }: CommonOptions) =>
      withStore(location, async (store) => {
        const token = await store.access.revokeToken(wanted, { ...(by !== undefined && { by }) });
        print(
          json
            ? toJson({ store: store.location, token })
            : `The token ${printable(token.name)} (${token.id}) lets nobody in any more.\n`,
        );
      }),
    );
}

function logCommand(): Command {
  return storeCommand("log", "token log --limit 20")
    .description("say who changed what through the dashboard, the newest first")
    .option("--limit <n>", "how many entries at most", wholeNumber(1, 100_000), 50)
    .option("--json", "print them as JSON")
    .action(({ store: location, limit, json }: CommonOptions & { readonly limit: number }) =>
      withStore(location, async (store) => {
        const entries = await store.access.readLog({ limit });
        if (json) return print(toJson({ store: store.location, entries }));
        print(entries.length > 0 ? logTable(entries) : "The log is empty.\n");
      }),
    );
}

/** `epochal token` */
export function tokenCommand(): Command {
  const command = new Command("token").addHelpText(
    "after",
    "\nExample:\n  $ epochal token create atlas --role write --project birds --expires 30d",
  );
  for (const each of [createCommand(), lsCommand(), revokeCommand(), logCommand()])
    command.addCommand(each);
  return command;
}
