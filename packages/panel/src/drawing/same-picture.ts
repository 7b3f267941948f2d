import type { ChartPicture } from "./chart-picture.ts";

/** Whether two pictures look the same, so that the second need not be drawn: lines count as the same only where they are the same object. */
export function samePicture(a: ChartPicture, b: ChartPicture): boolean {
  const isSameList = (one: readonly unknown[], other: readonly unknown[]) =>
    one.length === other.length && one.every((each, index) => each === other[index]);
  const rest = ({ lines: _, colors: _colors, marks: _marks, ...others }: ChartPicture) =>
    JSON.stringify(others);
  return (
    isSameList(a.lines, b.lines) &&
    isSameList(a.marks, b.marks) &&
    a.colors.size === b.colors.size &&
    [...a.colors].every(([run, color]) => b.colors.get(run) === color) &&
    rest(a) === rest(b)
  );
}
