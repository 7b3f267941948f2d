/** `1st`, `2nd`, `3rd`, `11th` */
export function ordinal(count: number): string {
  const ending = { 1: "st", 2: "nd", 3: "rd" }[count % 10];
  const isTeen = Math.floor(count / 10) % 10 === 1;
  return `${count}${isTeen || ending === undefined ? "th" : ending}`;
}
