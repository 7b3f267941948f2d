/** What steers terminals, turns lines around, or ends them. */
export const fragments = [
  "\u001b]0;owned\u0007",
  "\u001b[2J",
  "\u001b[31m",
  "\u001bP",
  "\u009b31m",
  "\u009d0;owned\u009c",
  "\u0090",
  "\u0085",
  "\r",
  "\n",
  "\t",
  "\b\b",
  "\u0007",
  "\u007f",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u061c",
  "\ud83d",
  "\udc00",
];

/** All that must not reach a terminal, but the ends of lines. */
export const steering =
  /[^\P{Cc}\n]|[\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/u;
