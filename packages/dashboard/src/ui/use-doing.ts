"use client";
import { useContext } from "react";
import { ToastContext } from "./toast-context.ts";

/** Passes on what is being done. Where somebody asks to undo meanwhile, it is this that is undone, once it is told. */
export function useDoing(): <T>(doing: Promise<T>) => Promise<T> {
  const telling = useContext(ToastContext);
  return (doing) => {
    telling?.begin(doing);
    return doing;
  };
}
