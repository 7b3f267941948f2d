/** A point of a curve, and the threshold above which samples are called positive there. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly threshold: number;
}

/**
 * A curve in at most `most` points. Points on a straight line between their neighbours are removed first, which changes nothing;
 * then those that bend it least. The corners of its upper convex hull stay if they fit.
 */
export function thinCurve(points: readonly CurvePoint[], most: number): readonly CurvePoint[] {
  const distinct = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  const corners = distinct.filter((point, i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    return !before || !after || bend(before, point, after) !== 0;
  });
  if (corners.length <= most) return corners;
  const hull = upperHull(corners);
  const kept = hull.size <= most ? hull : new Set<CurvePoint>();
  return dropLeast(preselect(corners, kept, most), kept, most);
}

/** Twice the area of the triangle: how far the middle point bends the line between the others. */
function bend(a: CurvePoint, b: CurvePoint, c: CurvePoint): number {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

function upperHull(points: readonly CurvePoint[]): Set<CurvePoint> {
  // Towards higher thresholds x falls, so that the hull above turns to one side only.
  const hull: CurvePoint[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)];
      if (!before || !last || bend(before, last, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  return new Set(hull);
}

/** The point of each stretch that lies farthest from the line, and all points to keep. */
function preselect(
  points: readonly CurvePoint[],
  kept: ReadonlySet<CurvePoint>,
  most: number,
): CurvePoint[] {
  const stretch = Math.ceil(points.length / (4 * most));
  if (stretch < 2) return [...points];
  const chosen: CurvePoint[] = [];
  for (let start = 0; start < points.length; start += stretch) {
    const part = points.slice(start, start + stretch);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    let furthest = first;
    for (const point of part) {
      const isFurther = Math.abs(bend(first, point, last)) > Math.abs(bend(first, furthest, last));
      if (isFurther) furthest = point;
    }
    const isEnd = start === 0 || start + stretch >= points.length;
    chosen.push(
      ...part.filter(
        (point) =>
          point === furthest || kept.has(point) || (isEnd && (point === first || point === last)),
      ),
    );
  }
  return chosen;
}

function dropLeast(
  points: CurvePoint[],
  kept: ReadonlySet<CurvePoint>,
  most: number,
): readonly CurvePoint[] {
  const left = [...points];
  while (left.length > most) {
    let [least, at] = [Number.POSITIVE_INFINITY, -1];
    for (let i = 1; i + 1 < left.length; i++) {
      const [before, point, after] = left.slice(i - 1, i + 2) as [
        CurvePoint,
        CurvePoint,
        CurvePoint,
      ];
      const size = kept.has(point)
        ? Number.POSITIVE_INFINITY
        : Math.abs(bend(before, point, after));
      if (size < least) [least, at] = [size, i];
    }
    if (at < 0) return left;
    left.splice(at, 1);
  }
  return left;
}
