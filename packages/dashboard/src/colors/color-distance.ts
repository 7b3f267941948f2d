type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How a person sees colours. */
export type Sight = "normal" | "protanopic" | "deuteranopic" | "tritanopic";

// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
const matrices: Readonly<Record<Exclude<Sight, "normal">, Matrix>> = {
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopic: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const multiply = (matrix: Matrix, [r, g, b]: Triple): Triple => {
  const row = (m: Triple) => m[0] * r + m[1] * g + m[2] * b;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** `#4c5cf8` in linear light, each channel from 0 to 1. */
function linearRgb(hex: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** OKLab (Ottosson 2020), in which equal distances look about equally far apart. */
function oklab([r, g, b]: Triple): Triple {
  const root = (x: number) => Math.cbrt(Math.max(x, 0));
  const l = root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The OKLab coordinates of a colour as somebody sees it. What a screen cannot show is cut off, as a screen does. */
export function seenBy(sight: Sight, hex: string): Triple {
  const rgb = linearRgb(hex);
  if (sight === "normal") return oklab(rgb);
  const [r, g, b] = multiply(matrices[sight], rgb);
  const cut = (x: number) => Math.min(1, Math.max(0, x));
  return oklab([cut(r), cut(g), cut(b)]);
}

/** How far apart two colours look: 0 is equal, black and white are 1 apart. */
export function colorDistance(one: string, other: string, sight: Sight = "normal"): number {
  const a = seenBy(sight, one);
  const b = seenBy(sight, other);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The hue of a colour in degrees, from 0 to 360. */
export function hueOf(hex: string): number {
  const [, a, b] = oklab(linearRgb(hex));
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

/** WCAG 2 contrast of two colours, from 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
