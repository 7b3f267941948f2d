import { isMetric } from "../any-metric/is-metric.ts";
import { describeReceived } from "../text/describe-received.ts";

/**
 * Refuses metrics in a form that TensorFlow.js takes without a word: it would fail in the middle of training, or never look at
 * metrics of this package under a name that is no output's.
 *
 * @param argument for the messages: `"compile: metrics"`
 */
export function checkMetrics(
  argument: string,
  metrics: unknown,
  outputNames: readonly string[],
): void {
  if (Array.isArray(metrics)) checkList(argument, metrics, outputNames);
  if (typeof metrics !== "object" || metrics === null || Array.isArray(metrics)) return;
  for (const [name, list] of Object.entries(metrics)) {
    const given: readonly unknown[] = Array.isArray(list) ? list : [list];
    checkList(`${argument}.${name}`, given, outputNames);
    if (!outputNames.includes(name) && given.some(isMetric)) {
      throw new RangeError(
        `${argument} must name outputs of the model, ${outputNames.join(", ")}. Received: ${name}`,
      );
    }
  }
}

function checkList(
  argument: string,
  list: readonly unknown[],
  outputNames: readonly string[],
): void {
  if (list.some(Array.isArray)) {
    throw new TypeError(
      `${argument} must not be lists within a list. Write ${formOf(list, outputNames)}`,
    );
  }
  const wrong = list.findIndex((each) => typeof each !== "string" && typeof each !== "function");
  if (wrong >= 0) {
    throw new TypeError(
      `${argument} must be names, metric objects or functions. Received: ${describeReceived(list[wrong])}`,
    );
  }
}

/** What was probably meant: of several outputs a list for each by its name, else one list. */
function formOf(list: readonly unknown[], outputNames: readonly string[]): string {
  const show = (given: unknown) => `[${[given].flat(9).map(nameOf).join(", ")}]`;
  if (outputNames.length < 2) return show(list);
  const lists = outputNames.map((name, i) => `${JSON.stringify(name)}: ${show(list[i] ?? [])}`);
  return `{ ${lists.join(", ")} }`;
}

function nameOf(metric: unknown): string {
  if (isMetric(metric)) return `new ${metric.constructor.name}()`;
  return typeof metric === "string"
    ? JSON.stringify(metric)
    : ((metric as { name?: string })?.name ?? "…");
}
