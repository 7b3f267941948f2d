"use client";
import Link from "next/link";
import type { ComponentProps } from "react";
import { addressOnItsWay } from "./address-changes.ts";
import { useGoTo } from "./use-go-to.ts";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch" | "href" | "onNavigate"> & {
  readonly href: string;
};

/** A link to another page of the dashboard. The page is asked for when somebody goes there: the server makes each anew, and those nobody goes to would delay this one. */
export function PageLink(props: PageLinkProps) {
  const goTo = useGoTo();
  return (
    <Link
      {...props}
      prefetch={false}
      onNavigate={(event) => {
        if (addressOnItsWay() === undefined) return;
        event.preventDefault();
        goTo(props.href);
      }}
    />
  );
}
