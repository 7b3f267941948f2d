import type { RunColumn } from "./run-column.ts";

/** The tags of the run. */
export const tagsColumn: RunColumn = {
  id: "tags",
  label: "tags",
  group: "Run",
  width: 112,
  align: "left",
  cell: ({ tags }) =>
    tags.length === 0 ? null : (
      <span className="flex gap-1 overflow-hidden" title={tags.join(", ")}>
        {tags.map((tag) => (
          <bdi
            key={tag}
            className="max-w-full flex-none truncate rounded-full border border-line px-2 text-small"
          >
            {tag}
          </bdi>
        ))}
      </span>
    ),
};
