"use client";
import { PLOT_LEFT, PLOT_RIGHT, panned, within, type XRange, zoomed } from "@epochal/panel/charts";
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";

export interface PlotGesturesArgs {
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly range: XRange;
  readonly whole: XRange;
  /** Where the cursor stands, which the keys zoom about. */
  readonly standing: number | undefined;
  /** Shows a range at once, before it is the chart's. */
  readonly preview: (range: XRange | undefined) => void;
  readonly onZoom: (range: XRange | undefined) => void;
}

interface Drag {
  readonly kind: "brush" | "pan";
  readonly from: number;
  readonly range: XRange;
}

/** A shorter drag is a click. */
const LEAST_DRAG = 4;
/** How long the wheel rests until its range is the chart's. */
const WHEEL_REST_MS = 150;

const partAt = (event: { readonly clientX: number }, box: DOMRect) =>
  (event.clientX - box.left - PLOT_LEFT) / (box.width - PLOT_LEFT - PLOT_RIGHT);

/**
 * What a person does to a plot to see more or less of its x axis: drag, shift and drag, double click, the wheel with Ctrl, and keys. A finger only
 * reads. Handlers say whether what happened was theirs.
 */
export function usePlotGestures(args: PlotGesturesArgs) {
  const { layer, range, whole, standing, preview, onZoom } = args;
  const [brush, setBrush] = useState<XRange>();
  const drag = useRef<Drag | undefined>(undefined);
  const panTo = useRef<XRange | undefined>(undefined);
  const latest = useRef(args);
  latest.current = args;

  useEffect(() => {
    const element = layer.current;
    if (element === null) return;
    let wanted: XRange | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const now = latest.current;
      const from = timer === undefined ? now.range : (wanted ?? now.whole);
      const part = partAt(event, element.getBoundingClientRect());
      const about = from.min + Math.min(1, Math.max(0, part)) * (from.max - from.min);
      wanted = zoomed(from, now.whole, about, Math.exp(event.deltaY * 0.002));
      now.preview(wanted ?? now.whole);
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        latest.current.onZoom(wanted);
        latest.current.preview(undefined);
      }, WHEEL_REST_MS);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("wheel", turn);
    };
  }, [layer]);

  const placeOf = (event: PointerEvent<HTMLElement>, clientX: number, of: XRange) =>
    of.min + partAt({ clientX }, event.currentTarget.getBoundingClientRect()) * (of.max - of.min);

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    drag.current = { kind: event.shiftKey ? "pan" : "brush", from: event.clientX, range };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLElement>): boolean => {
    const held = drag.current;
    if (held === undefined) return false;
    if (Math.abs(event.clientX - held.from) < LEAST_DRAG && brush === undefined) return true;
    const to = placeOf(event, event.clientX, held.range);
    const from = placeOf(event, held.from, held.range);
    if (held.kind === "brush") setBrush({ min: from, max: to });
    else {
      panTo.current = panned(held.range, whole, from - to);
      preview(panTo.current);
    }
    return true;
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    drag.current = undefined;
    if (held === undefined) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    if (brush !== undefined) {
      const marked = within(brush, held.range);
      if (marked !== undefined) onZoom(marked);
    } else if (panTo.current !== undefined) {
      onZoom(within(panTo.current, whole));
      preview(undefined);
    }
    panTo.current = undefined;
    setBrush(undefined);
  };
  const cancel = () => {
    drag.current = undefined;
    panTo.current = undefined;
    setBrush(undefined);
    preview(undefined);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const about = standing ?? (range.min + range.max) / 2;
    const by = ((range.max - range.min) / 10) * (event.key === "ArrowLeft" ? -1 : 1);
    const wanted = new Map<string, () => XRange | undefined>([
      ["+", () => zoomed(range, whole, about, 0.5) ?? range],
      ["=", () => zoomed(range, whole, about, 0.5) ?? range],
      ["-", () => zoomed(range, whole, about, 2)],
      ["0", () => undefined],
    ]);
    const isMove = event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight");
    const act = isMove ? () => within(panned(range, whole, by), whole) : wanted.get(event.key);
    if (event.key === "Escape" && drag.current !== undefined) cancel();
    else if (act === undefined) return false;
    else onZoom(act());
    event.preventDefault();
    return true;
  };
  const isDragging = () => drag.current !== undefined;
  return { brush, down, move, up, cancel, press, isDragging, back: () => onZoom(undefined) };
}
