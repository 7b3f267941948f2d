type Logs = Record<string, unknown>;

/** Values in the logs of a batch, each computed when somebody looks at it, while the batch is the latest. */
export class LazyLogs {
  readonly #properties: ReadonlyMap<string, PropertyDescriptor>;
  /** The logs of the batch. */
  #open: Logs | undefined;

  constructor(labels: readonly string[], runningValue: (i: number) => number) {
    const isOpen = (logs: Logs) => logs === this.#open;
    this.#properties = new Map(
      labels.map((label, i) => [
        label,
        {
          configurable: true,
          enumerable: true,
          get(this: Logs): number {
            if (!isOpen(this)) return Number.NaN;
            const value = runningValue(i);
            put(this, label, value);
            return value;
          },
          set(this: Logs, value: unknown): void {
            put(this, label, value);
          },
        },
      ]),
    );
  }

  /** Replaces what the logs hold under the labels. */
  put(logs: Logs): void {
    this.#open = logs;
    for (const [label, property] of this.#properties) Object.defineProperty(logs, label, property);
  }

  /** Ends the batch: values that nobody has read are NaN from now on. */
  close(): void {
    this.#open = undefined;
  }
}

function put(logs: Logs, label: string, value: unknown): void {
  Object.defineProperty(logs, label, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
