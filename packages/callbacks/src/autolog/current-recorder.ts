const key = Symbol.for("epochal.autolog");

interface Host {
  [key]?: object | undefined;
}

/**
 * Who makes runs of the fits of this program. There is one at a time, by whatever copy of this package: the last one that was set.
 */
export function currentRecorder(): object | undefined {
  return (globalThis as Host)[key];
}

export function setCurrentRecorder(recorder: object | undefined): void {
  (globalThis as Host)[key] = recorder;
}
