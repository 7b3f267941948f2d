import {
  bytesOf,
  encodeRecord,
  type IngestTarget,
  limits,
  newRunId,
  type RunPart,
  type RunStarter,
  readRunOptions,
  refuseUnknown,
} from "@epochal/record";
import { takeOptions } from "../options/take-options.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { describeReceived } from "../text/describe-received.ts";
import { HttpRunWriter } from "./http-run-writer.ts";
import { Problems } from "./problems.ts";
import { programCard, programWriter } from "./program-writer.ts";
import { sendLeft } from "./send-left.ts";
import { watchPage } from "./watch-page.ts";

/** What a run is started with, as by `startRun()` of `@epochal/store`. */
export interface HttpRunOptions {
  /** Runs of one project are compared with each other. @default the project of the token, where it has one */
  readonly project?: string;
  /** @default the project and the start time */
  readonly name?: string;
  /** Hyperparameters, nested as you like; a leaf is a param. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
  readonly notes?: string;
  /** When a run that was recorded elsewhere was started. @default now */
  readonly startedAt?: Date | number;
  /** What the run records on its own; `false` turns a part off, or all of them. @default true */
  readonly record?: boolean | Readonly<Partial<Record<RunPart, boolean>>>;
}

export interface ConnectionArgs {
  readonly target: IngestTarget;
  /** The projects that the token may write; absent where all, or where that is not known. */
  readonly projects?: readonly string[];
  readonly outbox: Outbox;
}

const optionNames = [
  ...["project", "name", "config", "tags", "notes", "startedAt", "record"],
] as (keyof HttpRunOptions)[];

const partNames = [
  ...["code", "arguments", "environment", "versions", "machine", "backend", "lockfile", "model"],
  ...["weights", "training", "fit", "data", "seed", "timing", "memory", "cost", "nonFinite"],
] as RunPart[];

/** A dashboard that runs are recorded into: {@link connect} makes one. Takes the place of a store of `@epochal/store` where it starts runs. */
export class Connection implements RunStarter {
  /** The address of the dashboard. */
  readonly url: string;
  /** The projects that may be written; absent for all, or where the dashboard was not asked. */
  readonly projects?: readonly string[];
  readonly #target: IngestTarget;
  readonly #outbox: Outbox;
  readonly #problems = new Problems();
  /** Those that are open, or not wholly sent. */
  readonly #runs = new Set<HttpRunWriter>();
  readonly #unwatch: () => void;
  #isClosed = false;

  /** Not for programs: {@link connect} makes one. */
  constructor({ target, projects, outbox }: ConnectionArgs) {
    this.url = target.url;
    if (projects !== undefined) this.projects = projects;
    this.#target = target;
    this.#outbox = outbox;
    this.#unwatch = watchPage({
      onHidden: () => this.#each((run) => run.setHidden(true)),
      onShown: () => this.#each((run) => run.setHidden(false)),
      onLeave: () => this.#each((run) => run.leave()),
      onOnline: () => this.#each((run) => run.wake()),
    });
    void sendLeft({ target, outbox, problems: this.#problems });
  }

  /**
   * Starts a run. Waits for nobody: where the dashboard cannot be reached, the run is kept here and sent later.
   *
   * @throws TypeError or RangeError where an option makes no sense, or the token may not write the project
   */
  async startRun(options: HttpRunOptions = {}): Promise<HttpRunWriter> {
    if (this.#isClosed) throw new Error("startRun: the connection is closed.");
    const taken = takeOptions("startRun", options, optionNames);
    const { projects, url } = this;
    const [only] = projects?.length === 1 ? projects : [];
    const project = taken.project ?? only;
    if (project === undefined) {
      throw new TypeError("startRun: project must be given. Received: undefined");
    }
    const journal = newRunId(24);
    const record = readRunOptions({ ...taken, project }, programWriter(journal));
    if (projects !== undefined && !projects.includes(record.project)) {
      throw new RangeError(
        `startRun: project must be one that the token may write at ${url}: ${projects.join(", ")}. Received: ${record.project}`,
      );
    }
    if (bytesOf(encodeRecord(record)) > limits.sentLine) {
      throw new RangeError(
        `startRun: config must be at most ${limits.sentLine / 1024} KB as JSON to be sent. Received: more than that`,
      );
    }
    const parts = readParts(taken.record);
    const letGo = (await this.#outbox.claim(journal)) ?? (() => {});
    const run: HttpRunWriter = new HttpRunWriter({
      ...{ record, journal, parts, target: this.#target, outbox: this.#outbox },
      ...{ card: programCard(parts), problems: this.#problems },
      onDone: () => {
        this.#runs.delete(run);
        letGo();
      },
    });
    this.#runs.add(run);
    return run;
  }

  /** Waits until the dashboard has all that was logged. @throws Error where it does not have it after 30 seconds */
  async flush(): Promise<void> {
    await Promise.all([...this.#runs].map((run) => run.flush()));
  }

  /** Finishes the runs that are open, and waits until all of it is sent, at most 30 seconds. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#runs].map((run) => run.finish()));
    this.#unwatch();
  }

  #each(tell: (run: HttpRunWriter) => void): void {
    for (const run of this.#runs) tell(run);
  }
}

function readParts(given: HttpRunOptions["record"] = true): Partial<Record<RunPart, boolean>> {
  if (typeof given === "boolean") return Object.fromEntries(partNames.map((part) => [part, given]));
  if (typeof given !== "object" || Array.isArray(given)) {
    throw new TypeError(
      `startRun: record must be true, false or an object of parts. Received: ${describeReceived(given)}`,
    );
  }
  refuseUnknown("startRun: record", Object.keys(given), partNames);
  // A list of names, as the store takes it for arguments and variables: there are none here.
  return Object.fromEntries(Object.entries(given).map(([part, is]) => [part, Boolean(is)]));
}
