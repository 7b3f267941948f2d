/** The class of a column's cells: its width and which way it is aligned. */
export function columnLayout(id: string): string {
  if (id === "run") return "w-[208px] sm:w-[271px] lg:max-xl:w-[226px] text-left";
  if (id === "course") return "w-[112px] text-left";
  return "w-[78px] text-right";
}
