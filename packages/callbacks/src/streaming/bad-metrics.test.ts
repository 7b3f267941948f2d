import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import type { MetricResult } from "../any-metric/metric-result.ts";
import { Metric, type MetricArgs } from "../metrics/metric.ts";
import { Mean } from "../metrics/reduction/mean.ts";

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData };

abstract class Bad<Result extends MetricResult = number> extends Metric<Result> {
  constructor(args: MetricArgs = {}) {
    super(args, { name: "bad" });
  }
  updateState(): void {}
  override resetState(): void {}
}

class Matrix extends Bad<readonly (readonly number[])[]> {
  result(): readonly (readonly number[])[] {
    return [[1, 2]];
  }
}
class Promised extends Bad {
  result(): number {
    return Promise.resolve(1) as unknown as number;
  }
}
class Asynchronous extends Bad {
  override async updateState(): Promise<void> {
    throw new Error("too late");
  }
  result(): number {
    return 1;
  }
}
class Throwing extends Bad {
  override updateState(): void {
    throw new RangeError("Throwing: yPred must be kind");
  }
  result(): number {
    return 1;
  }
}
class Forgetful extends Metric {
  readonly threshold: number;
  constructor({ threshold = 0.5 }: { readonly threshold?: number } = {}) {
    super({}, { name: "forgetful" });
    this.threshold = threshold;
  }
  updateState(): void {}
  result(): number {
    return this.threshold;
  }
  override resetState(): void {}
}
class ForgetfulOfName extends Metric {
  constructor(name = "default") {
    super({ name }, { name: "unused" });
  }
  updateState(): void {}
  result(): number {
    return 0;
  }
  override resetState(): void {}
  override clone(): this {
    return super.clone();
  }
}

describe("a metric in compile()", () => {
  test.each([
    [new Matrix(), "Metric bad failed: bad: result() must be a number. Received: a matrix"],
    [new Promised(), "Metric bad failed: bad: result() must be a number. Received: a promise"],
    [new Asynchronous(), "Metric bad failed: updateState() must not be asynchronous"],
    [new Throwing(), "Metric bad failed: Throwing: yPred must be kind"],
  ])("that cannot work is named in the error, %#", async (metric, message) => {
    const model = tinyModel([metric as Metric<MetricResult> as Metric]);
    await expect(model.fit(x, y, fitArgs)).rejects.toThrow(message);
    expect(() => model.evaluate(x, y)).toThrow(message);
  });

  test("whose class keeps its options from super is refused at once", () => {
    expect(() => tinyModel([new Forgetful({ threshold: 0.7 })])).toThrow(
      "Forgetful: a copy of forgetful has threshold 0.5, the metric itself has 0.7. Pass the constructor's whole options",
    );
    expect(() => tinyModel([new Forgetful()])).not.toThrow();
  });
});

describe("a metric", () => {
  test("whose constructor takes no options object cannot be copied", () => {
    const metric = new ForgetfulOfName("special");
    expect(() => metric.clone()).toThrow(TypeError);
  });

  test("called as a function gives the value of these predictions alone, and leaks nothing", () => {
    class Sum extends Bad {
      #sum = 0;
      override updateState(_yTrue?: unknown, yPred?: unknown): void {
        for (const value of (yPred as tf.Tensor).dataSync()) this.#sum += value;
      }
      result(): number {
        return this.#sum;
      }
    }
    const sum = new Sum();
    const before = tf.memory().numTensors;
    const first = sum(y, x);
    const second = sum(y, x);
    expect(first.dataSync()[0]).toBe(second.dataSync()[0]);
    tf.dispose([first, second]);
    expect(tf.memory().numTensors).toBe(before);
    expect(sum.result()).toBe(0);
  });

  test.each([
    [{ name: "loss" }, RangeError, "name must not be loss, size or batch"],
    [{ name: "size" }, RangeError, "Received: size"],
    [{ name: "val_auc" }, RangeError, "nor start with val_"],
    [{ name: " " }, TypeError, "Matrix: name must be a non-empty string"],
    [{ name: 7 }, TypeError, "Matrix: name must be a non-empty string. Received: 7"],
    [null, TypeError, "Matrix: args must be an options object. Received: null"],
  ])("refuses %o", (args, Kind, message) => {
    expect(() => new Matrix(args as MetricArgs)).toThrow(Kind);
    expect(() => new Matrix(args as MetricArgs)).toThrow(message);
  });

  test("is a function, an instance of its classes, and has its own name", () => {
    const metric = new Matrix({ name: "mine" });
    expect(typeof metric).toBe("function");
    expect(metric).toBeInstanceOf(Matrix);
    expect(metric).toBeInstanceOf(Metric);
    expect(metric.name).toBe("mine");
    expect(metric.clone().name).toBe("mine");
    expect(new Matrix().name).toBe("bad");
  });
});

test("Mean is refused in compile, which has no values to give it", () => {
  const model = tinyModel();
  expect(() =>
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [new Mean()] }),
  ).toThrow("compile: Mean takes values, not labels and predictions");
});
