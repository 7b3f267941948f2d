/** The state of an optimizer, safe for JSON. The values of its slots are saved beside it. Weights are counted by layers. */
export interface OptimizerState {
  /** Of TensorFlow.js; absent in what earlier versions saved. */
  readonly className?: string;
  readonly iterations: number;
  readonly slots: readonly SlotPlace[];
  /** The names of the products that it updates in every step. Their values follow those of the slots. */
  readonly products: readonly string[];
}

/** The weight of a slot, and where the optimizer keeps the slot. */
interface SlotPlace {
  /** The list that holds it. */
  readonly list: string;
  /** Its name within the weight: `"m"`. */
  readonly kind: string;
  /** -1 where it is not known. */
  readonly weight: number;
}
