// What is asked of the audit trail. Pure.
import type { components } from "@xinheng/contract/client";
import type { Query } from "../../router/path.ts";

export type TrailBody = components["schemas"]["TrailLook"];

/** An action, or a kind of actions that ends in a dot; nothing asks for all. */
export function isAction(text: string): boolean {
  return text === "" || /^[a-z-]+\.[a-z-]*$/u.test(text);
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text.trim());

export function askedOf(query: Query, purpose: string, cursor: string | null): TrailBody {
  const { action, organisation, account, from, to } = query;
  return {
    purpose: purpose.trim(),
    action: orNull(action),
    organisation: orNull(organisation)?.toUpperCase() ?? null,
    account: orNull(account),
    target: null,
    from: orNull(from),
    to: orNull(to),
    cursor,
  };
}
