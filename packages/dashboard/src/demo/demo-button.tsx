"use client";
import { useContext, useState } from "react";
import { postJson } from "../live/post-json.ts";
import { Button } from "../ui/button.tsx";
import { ToastContext } from "../ui/toast-context.ts";
import { useViewer } from "../ui/viewer-context.tsx";

/** Trains in this page, for who has nothing to train yet. Where people log in, or nothing can be changed, there is none. */
export function DemoButton() {
  const telling = useContext(ToastContext);
  const { token, onlyReads } = useViewer();
  const [isTraining, setIsTraining] = useState(false);
  if (token !== undefined || onlyReads !== undefined) return null;
  const train = async () => {
    setIsTraining(true);
    try {
      const [{ trainDemo }, made] = await Promise.all([
        import("./train-demo.ts"),
        postJson<{ readonly token: string }>("/api/demo", {}),
      ]);
      await trainDemo(made.token);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      telling?.tell({ said: `The demo ended: ${said}`, isFault: true });
    }
    setIsTraining(false);
  };
  return (
    <Button look="primary" disabled={isTraining} onClick={() => void train()}>
      {isTraining ? "Training in this page…" : "Train a demo in this page"}
    </Button>
  );
}
