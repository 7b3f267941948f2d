import Link from "next/link";
import type { ComponentProps } from "react";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch">;

/** A link to another page of the dashboard. The page is asked for when somebody goes there: the server makes each anew, and those nobody goes to would delay this one. */
export function PageLink(props: PageLinkProps) {
  return <Link {...props} prefetch={false} />;
}
