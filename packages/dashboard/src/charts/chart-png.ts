import type { CanvasTokens } from "@epochal/panel/charts";

export interface ChartPngArgs {
  readonly canvas: HTMLCanvasElement;
  readonly title: string;
  /** What the chart leaves out, and how it is shown. */
  readonly note: string;
  readonly legend: readonly { readonly label: string; readonly color: string }[];
  readonly tokens: CanvasTokens;
}

const [PADDING, TITLE, ROW] = [16, 34, 18];
const MOST_NAMED = 24;

/** A chart as a picture that stands by itself: with its title, what its colours mean, and a background. */
export async function chartPng(args: ChartPngArgs): Promise<Blob> {
  const { canvas, title, note, tokens } = args;
  const ratio = canvas.width / canvas.clientWidth;
  const [width, height] = [canvas.clientWidth + 2 * PADDING, canvas.clientHeight];
  const picture = document.createElement("canvas");
  const ctx = picture.getContext("2d");
  if (ctx === null) throw new Error("This browser gives no canvas to draw a picture on.");
  const legend = layout(ctx, args, width - 2 * PADDING);
  picture.width = Math.round(width * ratio);
  picture.height = Math.round((TITLE + height + legend.height + PADDING) * ratio);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = tokens.surface;
  ctx.fillRect(0, 0, width, picture.height);
  ctx.textBaseline = "middle";
  ctx.fillStyle = tokens.text;
  ctx.font = `600 14px ${tokens.font}`;
  ctx.fillText(title, PADDING, TITLE / 2 + 2, width / 2);
  const after = PADDING + Math.min(width / 2, ctx.measureText(title).width) + 12;
  ctx.fillStyle = tokens.muted;
  ctx.font = `11px ${tokens.font}`;
  ctx.fillText(note, after, TITLE / 2 + 3, width - PADDING - after);
  ctx.drawImage(canvas, PADDING, TITLE, canvas.clientWidth, height);
  ctx.font = `11px ${tokens.font}`;
  for (const { x, y, label, color } of legend.items) {
    ctx.fillStyle = color;
    ctx.fillRect(PADDING + x, TITLE + height + y + ROW / 2 - 1.5, 12, 3);
    ctx.fillStyle = tokens.text;
    ctx.fillText(label, PADDING + x + 18, TITLE + height + y + ROW / 2, width - 2 * PADDING - 18);
  }
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("This browser could not make a picture of the chart.");
  return blob;
}

/** Where the names stand: as many in a row as there is room for. */
function layout(ctx: CanvasRenderingContext2D, { legend, tokens }: ChartPngArgs, room: number) {
  ctx.font = `11px ${tokens.font}`;
  const more = legend.length - MOST_NAMED;
  const named = legend.slice(0, MOST_NAMED);
  const all = more > 0 ? [...named, { label: `and ${more} more`, color: tokens.context }] : named;
  let [x, y] = [0, 0];
  const items = all.map((item) => {
    const width = Math.min(room, ctx.measureText(item.label).width + 18 + 16);
    if (x > 0 && x + width > room) [x, y] = [0, y + ROW];
    const at = { ...item, x, y };
    x += width;
    return at;
  });
  return { items, height: items.length === 0 ? 0 : y + ROW };
}
