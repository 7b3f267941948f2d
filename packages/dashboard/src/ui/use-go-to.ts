"use client";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { addressOnItsWay } from "./address-changes.ts";

/** Goes to another page of the dashboard. What was changed on this one a moment ago is in its address first, so that Back finds it. */
export function useGoTo(): (address: string) => void {
  const router = useRouter();
  return useCallback(
    (address) => {
      const change = addressOnItsWay();
      const go = () => router.push(address);
      if (change === undefined) go();
      else change.then(go, go);
    },
    [router],
  );
}
