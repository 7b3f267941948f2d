"use client";
import { useRouter } from "next/navigation";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { projectAddress } from "./project-address.ts";
import { trashAddress } from "./trash-address.ts";

interface ProjectMenuProps {
  /** As a page shows it. */
  readonly title: string;
  readonly className?: string;
}

/** Where else one can go with a project. */
export function ProjectMenu({ title, className = "" }: ProjectMenuProps) {
  const router = useRouter();
  return (
    <Menu
      trigger={
        <Button
          look="plain"
          shape="icon"
          aria-label={`Menu of ${title}`}
          title="More of this project"
          className={className}
        >
          <Icon name="more" />
        </Button>
      }
      actions={[
        { label: "Compare runs", onChoose: () => router.push(projectAddress(title)) },
        {
          label: "Which parameter matters",
          onChoose: () => router.push(projectAddress(title, "parameters")),
        },
        {
          label: "Trash of this project",
          separated: true,
          onChoose: () => router.push(trashAddress(title)),
        },
      ]}
    />
  );
}
