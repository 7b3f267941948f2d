"use client";
import { replaceEqualDeep } from "@tanstack/react-query";
import { useRef } from "react";

/** A value made anew at each render, as the same object for as long as it holds the same; what of its parts is equal stays the same object, too. @param value of plain objects and lists */
export function useSteady<T>(value: T): T {
  const before = useRef(value);
  before.current = replaceEqualDeep(before.current, value);
  return before.current;
}
