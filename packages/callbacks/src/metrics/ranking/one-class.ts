import type { Curve } from "../../curves/area-under-curve.ts";
import type { CurveArea } from "../../curves/curve-area.ts";
import { missingClass } from "../../curves/missing-class.ts";

/** Whether the area is not defined: the ROC curve needs samples of both classes. */
export function isUndefinedArea(curve: Curve, area: CurveArea): boolean {
  return curve === "ROC" && missingClass(area) !== undefined;
}

/** Why none of the columns has an area, in words; undefined where one has. */
export function undefinedAreas(curve: Curve, areas: readonly CurveArea[]): string | undefined {
  if (areas.length === 0 || !areas.every((area) => isUndefinedArea(curve, area))) return undefined;
  const [first, ...others] = areas.map(missingClass);
  return others.every((each) => each === first) ? first : "no column has labels of both classes";
}

/** A remark on columns with labels of one class. */
export function oneClassRemarks(curve: Curve, areas: readonly CurveArea[]): readonly string[] {
  if (curve !== "ROC") {
    const [missing] = areas.flatMap((area) => missingClass(area) ?? []);
    return missing === undefined
      ? []
      : [`${missing}, and of one class alone the area is 0 or 1, as in Keras`];
  }
  const left = [...areas.entries()].flatMap(([i, area]) =>
    isUndefinedArea(curve, area) ? [i] : [],
  );
  return left.length === 0 || left.length === areas.length
    ? []
    : [`columns with labels of one class are left out of the mean: ${left.join(", ")}`];
}
