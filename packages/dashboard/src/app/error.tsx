"use client";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export default function ErrorPage() {
  return (
    <>
      <PageHeader crumbs={[]} />
      <Notice title="The store could not be read">
        <p>
          It may be locked by another program, or it is not a store of Epochal. The terminal in
          which the dashboard runs says which. No run is lost by this.
        </p>
        <p>
          {/* What the server could not read it must be asked for again. */}
          <Button shape="link" onClick={() => window.location.reload()}>
            Try again
          </Button>
        </p>
      </Notice>
    </>
  );
}
