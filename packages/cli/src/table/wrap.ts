import { Help } from "commander";
import { widthOf } from "./cut.ts";

const help = Object.assign(new Help(), { displayWidth: widthOf });

/**
 * Breaks a text between words where the terminal is too narrow for it.
 *
 * @param before stands before the first line; the other lines are indented as far
 * @param width columns of the terminal; without it nothing is broken
 */
export function wrap(text: string, width: number | undefined, before = ""): string {
  const indent = widthOf(before);
  const lines = width === undefined ? text : help.boxWrap(text, width - indent);
  return before + lines.replaceAll("\n", `\n${" ".repeat(indent)}`);
}
