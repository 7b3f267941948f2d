/** Something that takes scores one by one and knows the area under their curve. NaN is neither a score nor a weight. */
export interface CurveArea {
  add(isPositive: boolean, score: number, weight: number): void;
  area(): number;
}
