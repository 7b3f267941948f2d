import * as tf from "@tensorflow/tfjs";
import type { Drawing } from "./drawing.ts";
import { type ModelCase, STEPS } from "./model-case.ts";

/** Features and labels as somebody gives them: tensors, lists, or objects by name; about one in eight is not well-formed. */
export class DataCase {
  readonly #drawing: Drawing;
  readonly #model: ModelCase;
  readonly #faulty: number;

  /** `faulty` is how much of the faults is drawn. */
  constructor(drawing: Drawing, model: ModelCase, faulty = 1) {
    this.#drawing = drawing;
    this.#model = model;
    this.#faulty = faulty;
  }

  draw(samples: number): readonly [unknown, unknown] {
    const { inputNames, outputNames } = this.#model;
    return [
      this.#packed("x", inputNames, () => this.#features(samples)),
      this.#packed("y", outputNames, () => this.#labels(samples)),
    ];
  }

  #features(samples: number): tf.Tensor {
    const { kind, width, inputShape } = this.#model;
    const drawing = this.#drawing;
    const isIndex = kind === "embedding";
    const value = isIndex
      ? () => Math.floor(drawing.random() * 5)
      : () => Math.round(drawing.random() * 8) / 4 - 1;
    const dtype = isIndex ? "float32" : drawing.draw("float32", "float32", "int32");
    if ((kind === "dense" || kind === "sequential") && width === 1 && drawing.chance(0.3)) {
      return drawing.say("x of rank 1", drawing.tensor([samples], value, dtype));
    }
    if (drawing.chance(0.02 * this.#faulty)) {
      const shape = [samples, ...inputShape.slice(0, -1), 4];
      return drawing.say("x too wide", drawing.tensor(shape, value, "float32"));
    }
    return drawing.tensor([samples, ...inputShape], value, dtype);
  }

  #labels(samples: number): tf.Tensor {
    const { kind, units, loss } = this.#model;
    const drawing = this.#drawing;
    const { random } = drawing;
    const isSparse = loss === "sparseCategoricalCrossentropy";
    const isClass = /Crossentropy/.test(loss);
    const one = isSparse
      ? () => Math.floor(random() * units)
      : isClass
        ? () => Math.round(random())
        : () => Math.round(random() * 16) / 8 - 1;
    const last = isSparse ? 1 : units;
    const shape = [samples, ...(kind === "sequence" ? [STEPS] : []), last];
    if (loss === "categoricalCrossentropy") return this.#oneHot(shape);
    const dtype =
      isClass && drawing.chance(0.2)
        ? drawing.say("whole labels", drawing.draw("int32", isSparse ? "int32" : "bool"))
        : "float32";
    const other = (what: string, otherShape: number[]) =>
      drawing.say(`y ${what}`, drawing.tensor(otherShape, one, dtype));
    const chance = random();
    if (last === 1 && chance < 0.28) return other("of a rank less", shape.slice(0, -1));
    const fault = (1 - chance) / this.#faulty;
    if (fault < 0.05) return other("too wide", [...shape.slice(0, -1), last + 1]);
    if (fault < 0.07) return other("of a rank more", [...shape, 1]);
    if (fault < 0.1) return other("too short", [samples - 1, ...shape.slice(1)]);
    return drawing.tensor(shape, one, dtype);
  }

  #oneHot(shape: number[]): tf.Tensor {
    const { random } = this.#drawing;
    const classes = shape.at(-1) ?? 1;
    const rows = shape.slice(0, -1).reduce((all, length) => all * length, 1);
    const drawn = Array.from({ length: rows }, () => Math.floor(random() * classes));
    const hot = tf.tidy(() =>
      tf.oneHot(tf.tensor1d(drawn, "int32"), classes).cast("float32").reshape(shape),
    );
    return this.#drawing.keep(hot);
  }

  #packed(what: string, names: readonly string[], each: () => tf.Tensor): unknown {
    const drawing = this.#drawing;
    const tensors = names.map(each);
    const [first] = tensors as [tf.Tensor];
    const chance = drawing.random();
    const fault = (chance - 0.25) / this.#faulty;
    if (chance < 0.25) {
      const byName = names.map((name, i) => [name, tensors[i]]);
      return drawing.say(`${what} by name`, Object.fromEntries(byName));
    }
    if (fault < 0.008) return drawing.say(`${what} by a wrong name`, { other: first });
    if (fault < 0.016) return drawing.say(`${what} one too many`, [...tensors, first]);
    if (fault < 0.02) return drawing.say(`${what} as arrays`, first.arraySync());
    if (fault < 0.024) return drawing.say(`${what} as a typed array`, first.dataSync());
    if (chance < 0.45 || names.length > 1) return drawing.say(`${what} in a list`, tensors);
    return first;
  }
}
