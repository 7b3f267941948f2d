"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly value: string;
    readonly label: string;
    readonly panel: ReactNode;
  }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** Several views of one thing, of which one is shown. */
export function Tabs({ label, tabs, value, onChoose }: TabsProps) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChoose(String(next))}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px h-8 flex-none whitespace-nowrap border-transparent border-b-2 px-3 text-muted hover:text-text focus-visible:-outline-offset-2 data-[active]:border-accent data-[active]:font-medium data-[active]:text-accent"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-3">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
