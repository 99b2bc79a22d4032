import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { Link } from "../router/link.tsx";
import { hrefOf } from "../router/path.ts";
import { momentOf } from "../ui/moment.ts";
import { Notice } from "../ui/notice.tsx";
import { looksText } from "./text.ts";

type Proposal = components["schemas"]["Proposal"];

/** What was asked for waits for a second person: says so, and where it stands. */
export function Waiting({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { title, says, see } = looksText.waiting;
  return (
    <Notice live>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{says(proposal.title, momentOf(proposal.expiresAt))}</p>
      <p>
        <Link href={hrefOf("/approvals", { list: "mine" })}>{see}</Link>
      </p>
    </Notice>
  );
}
