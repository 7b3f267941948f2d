"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Loads the page's data anew when anything in the store has changed. */
export function RefreshOnChange({ since }: { since: number }) {
  const router = useRouter();
  useEffect(() => {
    const events = new EventSource(`/api/live?since=${since}`);
    events.addEventListener("change", () => router.refresh());
    return () => events.close();
  }, [router, since]);
  return null;
}
