import { toJsonNumber } from "@epochal/record";
import type { Logs } from "@tensorflow/tfjs";
import { reportError } from "../host/report-error.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { Callback } from "./callback.ts";

export interface RemoteMonitorArgs {
  /**
   * The server to send to.
   *
   * @default "http://localhost:9000"
   */
  readonly root?: string;
  /**
   * The path of the address.
   *
   * @default "/publish/epoch/end/"
   */
  readonly path?: string;
  /**
   * The form field that holds the values as JSON. Not with `sendAsJson`.
   *
   * @default "data"
   */
  readonly field?: string;
  /**
   * Headers of every request.
   *
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether the values are the body of the request, as `application/json`, in place of a form field.
   *
   * @default false
   */
  readonly sendAsJson?: boolean;
  /**
   * How long to wait for answers at most, when training ends.
   *
   * @default 5000
   */
  readonly timeoutMs?: number;
}

interface Host {
  fetch(url: string, options: object): Promise<{ readonly ok: boolean; readonly status: number }>;
  readonly AbortSignal: { timeout(ms: number): unknown };
  readonly URLSearchParams: new (fields: Record<string, string>) => object;
}

const host = globalThis as unknown as Host;
const headers: OptionRule = {
  words: "an object of strings",
  Kind: TypeError,
  holds: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((each) => typeof each === "string"),
};
const { text, flag, positive } = optionRules;
const rules = {
  root: text,
  path: text,
  field: text,
  headers,
  sendAsJson: flag,
  timeoutMs: positive,
};

/**
 * Sends the values of each epoch to a server of yours: `{ epoch, loss, val_auc, … }`, one POST an epoch.
 *
 * Training never waits for an answer, except at its end for those still to come. A server that is not there or refuses is
 * reported once. Values that are not finite are sent as `"NaN"`, `"Infinity"` and `"-Infinity"`.
 *
 * As `RemoteMonitor` of Keras 3.16.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @example
 * ```ts
 * const monitor = new RemoteMonitor({ root: "http://localhost:8080", sendAsJson: true });
 * monitor.addsLogs(); // false
 * ```
 */
export class RemoteMonitor extends Callback {
  readonly #args: RemoteMonitorArgs;
  readonly #pending = new Set<Promise<void>>();
  #hasFailed = false;

  constructor(args: RemoteMonitorArgs = {}) {
    super();
    this.#args = takeOptions("RemoteMonitor", args, rules, new.target !== RemoteMonitor);
  }

  override addsLogs(): boolean {
    return false;
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    const values = Object.entries(logs).map(([key, value]) => [key, toJsonNumber(value)] as const);
    const sending: Promise<void> = this.#send({ epoch, ...Object.fromEntries(values) })
      .catch((error: unknown) => this.#report(error))
      .finally(() => this.#pending.delete(sending));
    this.#pending.add(sending);
  }

  override async onTrainEnd(): Promise<void> {
    await Promise.all(this.#pending);
  }

  override async onTrainError(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #send(values: object): Promise<void> {
    const { root = "http://localhost:9000", path = "/publish/epoch/end/" } = this.#args;
    const { field = "data", headers: given = {}, sendAsJson, timeoutMs = 5000 } = this.#args;
    const json = JSON.stringify(values);
    const answer = await host.fetch(root + path, {
      method: "POST",
      headers: sendAsJson ? { "content-type": "application/json", ...given } : given,
      body: sendAsJson ? json : new host.URLSearchParams({ [field]: json }),
      signal: host.AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`it answered with status ${answer.status}`);
  }

  #report(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const { root = "http://localhost:9000" } = this.#args;
    const message = error instanceof Error ? error.message : String(error);
    reportError(
      new Error(`RemoteMonitor: could not send to ${root}; training goes on. ${message}`, {
        cause: error,
      }),
    );
  }
}
