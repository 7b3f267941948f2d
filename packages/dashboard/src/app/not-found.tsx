import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";

export default function NotFound() {
  return (
    <>
      <PageHeader crumbs={[]} />
      <Notice title="There is nothing at this address">
        <p>
          The project or run may be in another store: this dashboard shows the one it was started
          with. Start it with <code>npx epochal --store path/to/runs.db</code> to see another.
        </p>
        <p>
          <PageLink href="/" className="text-accent underline">
            All projects
          </PageLink>
        </p>
      </Notice>
    </>
  );
}
