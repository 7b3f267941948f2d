"use client";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Notice title="The store could not be read">
      <p>
        It may be locked by another program, or it is not a store of Epochal. The terminal in which
        the dashboard runs says which. No run is lost by this.
      </p>
      <p>
        <Button shape="link" onClick={reset}>
          Try again
        </Button>
      </p>
    </Notice>
  );
}
