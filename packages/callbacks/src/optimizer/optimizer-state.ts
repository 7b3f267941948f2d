/** What an optimizer has come to, safe for JSON. The values of its slots stand beside it. Weights are counted by layers. */
export interface OptimizerState {
  /** Of TensorFlow.js; absent in what earlier versions saved. */
  readonly className?: string;
  readonly iterations: number;
  readonly slots: readonly SlotPlace[];
  /** The names of the numbers that it multiplies up in every step, whose values follow those of the slots. */
  readonly products: readonly string[];
}

/** Whose slot it is, and where the optimizer has it. */
interface SlotPlace {
  /** The list it stands in. */
  readonly list: string;
  /** What it is of its weight: `"m"`. */
  readonly kind: string;
  /** -1 where that is not known. */
  readonly weight: number;
}
