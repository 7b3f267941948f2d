interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlaceLabelArgs {
  /** What the label names. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  /** Where it may stand. */
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Points on the lines of the chart, close enough to each other that no line slips through between two. */
  readonly obstacles: readonly Point[];
}

const AWAY = [8, 18, 32, 50, 72];

/** The corner (left, top) at which a label covers the fewest points of the lines, as near as can be to what it names. */
export function placeLabel({ at, width, height, area, obstacles }: PlaceLabelArgs): Point {
  // Most of them lie where no corner reaches.
  const reach = Math.max(...AWAY) + 3;
  const near = obstacles.filter(
    (p) => Math.abs(p.x - at.x) < width + reach && Math.abs(p.y - at.y) < height + reach,
  );
  let best: { readonly corner: Point; readonly cost: number } | undefined;
  for (const corner of corners(at, width, height)) {
    const x = Math.min(Math.max(corner.x, area.left), area.right - width);
    const y = Math.min(Math.max(corner.y, area.top), area.bottom - height);
    const inside = (p: Point) =>
      p.x > x - 3 && p.x < x + width + 3 && p.y > y - 2 && p.y < y + height + 2;
    const covered = near.filter(inside).length;
    const hidesPlace = inside(at) ? 1000 : 0;
    const gap = Math.hypot(x + width / 2 - at.x, y + height / 2 - at.y);
    const cost = covered * 20 + hidesPlace + gap;
    if (best === undefined || cost < best.cost) best = { corner: { x, y }, cost };
  }
  return best?.corner ?? at;
}

function corners(at: Point, width: number, height: number): Point[] {
  return AWAY.flatMap((away) => [
    { x: at.x - width / 2, y: at.y - height - away },
    { x: at.x + away, y: at.y - height - away / 2 },
    { x: at.x - width - away, y: at.y - height - away / 2 },
    { x: at.x + away, y: at.y + away / 2 },
    { x: at.x - width - away, y: at.y + away / 2 },
    { x: at.x - width / 2, y: at.y + away },
  ]);
}
