"use client";
import { useEffect, useState } from "react";

/** The time, to the half minute; undefined while the server's page is taken over, which knows another one. */
export function useNow(): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
