// Searches the twelve colours of `src/colors/run-palette.ts`, and prints them: `node scripts/search-palette.ts [seed] [rounds]`.
// A theme's twelve are improved one by one, from many random beginnings, by the least distance of two of them in any sight.
import { contrastRatio, hueOf, type Sight, seenBy } from "../src/colors/color-distance.ts";
import { oklch } from "../src/colors/oklch.ts";

interface Candidate {
  readonly hex: string;
  readonly hue: number;
  /** OKLab in each of the sights. */
  readonly seen: readonly (readonly [number, number, number])[];
}

const COUNT = 12;
/** The least OKLab distance that is wanted, by sight. */
const WANTED: Readonly<Record<Sight, number>> = {
  normal: 0.12,
  protanopic: 0.09,
  deuteranopic: 0.09,
  tritanopic: 0.09,
};
const SIGHTS = Object.keys(WANTED) as Sight[];
const THEMES = {
  light: { surface: "#ffffff", from: 0.38, to: 0.7, kept: ["#b8242b", "#8a5000"] },
  dark: { surface: "#151a21", from: 0.52, to: 0.95, kept: ["#ff8585", "#e5b567"] },
} as const;

const seed = Number(process.argv[2] ?? 1);
const rounds = Number(process.argv[3] ?? 60);
let state = seed >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const hueGap = (a: number, b: number) => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));
const score = (a: Candidate, b: Candidate) =>
  SIGHTS.reduce((least, sight, index) => {
    const [p, q] = [a.seen[index], b.seen[index]];
    if (!p || !q) return least;
    const distance = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    return Math.min(least, distance / WANTED[sight]);
  }, Infinity);

function candidatesOf(theme: keyof typeof THEMES): Candidate[] {
  const { surface, from, to, kept } = THEMES[theme];
  const made = (hex: string) => ({
    hex,
    hue: hueOf(hex),
    seen: SIGHTS.map((sight) => seenBy(sight, hex)),
  });
  const meaning = kept.map(made);
  const found = new Map<string, Candidate>();
  for (let l = from; l <= to + 1e-9; l += 0.02) {
    for (const chroma of [0.05, 0.07, 0.09, 0.11, 0.13, 0.16, 0.19, 0.22, 0.26]) {
      for (let hue = 0; hue < 360; hue += 5) {
        const hex = oklch(l, chroma, hue);
        if (hex === undefined || contrastRatio(hex, surface) < 3.02) continue;
        const candidate = made(hex);
        const far = meaning.every((color) => {
          const [p, q] = [candidate.seen[0], color.seen[0]];
          return p && q && Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) > 0.11;
        });
        if (far) found.set(hex, candidate);
      }
    }
  }
  return [...found.values()];
}

/** Whether no arc of 25 degrees holds three of these hues. */
function isSpread(hues: readonly number[]): boolean {
  const sorted = [...hues].sort((a, b) => a - b);
  return sorted.every((hue, index) => {
    const next = sorted[(index + 2) % sorted.length] ?? 0;
    return sorted.length < 3 || (next - hue + 360) % 360 > 25.5;
  });
}

/** Twelve candidates, each near the hue of its partner in the other theme where there is one. */
function search(candidates: readonly Candidate[], partners?: readonly Candidate[]) {
  let best: { least: number; chosen: Candidate[] } | undefined;
  const near = (place: number) => {
    const partner = partners?.[place];
    return partner ? candidates.filter(({ hue }) => hueGap(hue, partner.hue) <= 28) : candidates;
  };
  const pools = Array.from({ length: COUNT }, (_, place) => near(place));
  for (let round = 0; round < rounds; round++) {
    const chosen: (Candidate | undefined)[] = Array.from({ length: COUNT });
    for (let sweep = 0; sweep < 6; sweep++) {
      const order = Array.from({ length: COUNT }, (_, place) => place).sort(() => random() - 0.5);
      for (const place of order) {
        const others = chosen.filter(
          (other, at) => other !== undefined && at !== place,
        ) as Candidate[];
        const pool = pools[place] ?? [];
        const tried = sweep < 4 ? sample(pool, 350) : pool;
        let top: Candidate | undefined;
        let topScore = -1;
        for (const candidate of chosen[place] ? [...tried, chosen[place]] : tried) {
          let least = Infinity;
          for (const other of others) {
            least = Math.min(least, score(candidate, other));
            if (least <= topScore) break;
          }
          if (least <= topScore) continue;
          if (!isSpread([...others, candidate].map(({ hue }) => hue))) continue;
          top = candidate;
          topScore = least;
        }
        chosen[place] = top ?? chosen[place];
      }
    }
    const full = chosen.filter((one) => one !== undefined);
    if (full.length < COUNT || !isSpread(full.map(({ hue }) => hue))) continue;
    const least = leastOf(full);
    if (best === undefined || least > best.least) best = { least, chosen: full };
  }
  return best;
}

function leastOf(chosen: readonly Candidate[]): number {
  return Math.min(
    ...chosen.flatMap((one, at) => chosen.slice(at + 1).map((other) => score(one, other))),
  );
}

function sample<T>(list: readonly T[], count: number): T[] {
  return list.length <= count
    ? [...list]
    : Array.from({ length: count }, () => list[Math.floor(random() * list.length)] as T);
}

const light = search(candidatesOf("light"));
if (light === undefined) throw new Error("No twelve light colours were found: try another seed.");
const dark = search(candidatesOf("dark"), light.chosen);
if (dark === undefined) throw new Error("No twelve dark colours were found: try another seed.");
console.log(`light ${light.least.toFixed(3)}, dark ${dark.least.toFixed(3)} of what is wanted`);
for (const [place, { hex }] of light.chosen.entries())
  console.log(`  { light: "${hex}", dark: "${dark.chosen[place]?.hex}" },`);
