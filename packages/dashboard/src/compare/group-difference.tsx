import { counted } from "@epochal/conclusions";
import { PageLink } from "../ui/page-link.tsx";
import type { GroupsAnswer } from "../wire/groups-answer.ts";
import { groupDiffAddress } from "./group-diff-address.ts";
import type { CompareState } from "./search-params.ts";

interface GroupDifferenceProps {
  readonly project: string;
  readonly state: CompareState;
  readonly metric: string;
  readonly direction: "max" | "min" | undefined;
  readonly answer: GroupsAnswer;
}

/** Whether the best group is better than the next one by more than chance, and where the two stand side by side. */
export function GroupDifference(props: GroupDifferenceProps) {
  const { project, state, metric, direction, answer } = props;
  const { difference, silence, groups, without } = answer;
  const [a, b] = [difference?.a, difference?.b].map((id) => groups.find((each) => each.id === id));
  const address = groupDiffAddress({
    ...{ project, state, metric, direction, a, b },
    ...{ of: groups.length, best: difference?.b },
  });
  return (
    <p className="mt-1 [overflow-wrap:anywhere]" role="status">
      {difference?.words ?? silence}
      {address && (
        <PageLink href={address} className="ml-2 whitespace-nowrap text-accent hover:underline">
          Compare the two
        </PageLink>
      )}
      {without > 0 && (
        <span className="text-muted">
          {" "}
          {counted(without, "run is", "runs are")} in no group, without a value of {metric}.
        </span>
      )}
    </p>
  );
}
