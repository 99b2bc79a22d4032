import { randomUUID } from "node:crypto";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { parseUscc } from "../../kernel/uscc.ts";
import type { Clock } from "../../platform/clock.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import type { Database } from "../../platform/database/pool.ts";
import { readTarget } from "../../platform/outgoing/target.ts";
import { mayDo } from "../accounts/index.ts";
import type { SignedIn } from "../accounts/index.ts";
import { propose } from "../approvals/index.ts";
import type { Handler, Proposal } from "../approvals/index.ts";
import { record } from "../audit/index.ts";
import type { Endpoint, EndpointWish } from "./rules.ts";
import { endOne, loadEndpoint, loadEndpoints, saveEndpoint } from "./store.ts";
import type { EndpointPlace } from "./store.ts";

export type { EndpointPlace } from "./store.ts";

export interface EndpointPorts {
  readonly db: Database;
  readonly clock: Clock;
  /** Origins that the operator listed. Without any nothing is ever sent. */
  readonly origins: ReadonlySet<string>;
}

const REGISTER = "endpoint.register";

/** Whom to remind is told to the centre's own gateway and to nobody else. */
function judge(
  { organisation, feed, url }: EndpointWish,
  { origins, centre }: { readonly origins: ReadonlySet<string>; readonly centre: string },
): Outcome<true> {
  if (!parseUscc(organisation).ok) return refused({ code: "endpoints.unsound-code", kind: "invalid" });
  if (feed === "reminders" && organisation !== centre)
    return refused({ code: "endpoints.reminders-own", kind: "forbidden" });
  return readTarget(url, origins) === null
    ? refused({ code: "endpoints.unlisted", kind: "invalid" })
    : granted<true>(true);
}

const payloadOf = ({ organisation, name, feed, url }: EndpointWish): CanonicalObject => ({
  organisation,
  name,
  feed,
  url,
});

/**
 * Asks that an endpoint be registered; a second person of the centre decides. Refuses `accounts.role`,
 * `endpoints.unsound-code`, `endpoints.reminders-own`, `endpoints.unlisted` where the operator has not listed its origin, and what a proposal is refused for.
 */
export async function proposeEndpoint(
  { db, clock, origins }: EndpointPorts,
  by: SignedIn,
  asked: { readonly wish: EndpointWish; readonly documentNo: string; readonly reason: string },
): Promise<Outcome<Proposal>> {
  const may = mayDo({ account: by, command: REGISTER, provider: null });
  if (!may.ok) return may;
  const { wish, documentNo, reason } = asked;
  const { organisation } = by;
  const judged = judge(wish, { origins, centre: organisation });
  if (!judged.ok) return judged;
  const at = new Date(clock.now());
  const target = `${wish.organisation} ${wish.feed}`;
  const payload = payloadOf(wish);
  return inOneTransaction(db, (tx) =>
    propose(tx, by, { command: REGISTER, organisation, target, documentNo, reason, payload, at }),
  );
}

/** What an approved proposal does, by the list of that moment. */
export function endpointHandler({ clock, origins }: Omit<EndpointPorts, "db">): Handler {
  return {
    perform: async (tx, proposal, approver) => {
      const wish = proposal.payload as unknown as EndpointWish;
      const judged = judge(wish, { origins, centre: proposal.organisation });
      if (!judged.ok) return judged;
      const endpoint = randomUUID();
      const at = new Date(clock.now());
      const who = { proposedBy: proposal.account, approvedBy: approver.account };
      await saveEndpoint(tx, { ...wish, ...who, endpoint, at, documentNo: proposal.documentNo ?? "" });
      const deed = { at, account: approver, action: REGISTER, purpose: proposal.reason, target: endpoint };
      await record(tx, { ...deed, state: { ...payloadOf(wish), endpoint } });
      return granted({ result: { endpoint } });
    },
  };
}

const unknown = refused({ code: "endpoints.unknown", kind: "absent" });

/** Ends an endpoint at once: by its organisation, or the centre. Again changes nothing. Refuses `endpoints.unknown`, also for another's. */
export function endEndpoint(
  { db, clock }: Pick<EndpointPorts, "db" | "clock">,
  by: SignedIn,
  asked: { readonly endpoint: string; readonly reason: string },
): Promise<Outcome<Endpoint>> {
  const may = mayDo({ account: by, command: "endpoint.end", provider: by.organisation });
  if (!may.ok) return Promise.resolve(may);
  const at = new Date(clock.now());
  return inOneTransaction(db, async (tx) => {
    const found = await loadEndpoint(tx, asked.endpoint);
    if (found === undefined || (may.value === "own" && found.organisation !== by.organisation)) return unknown;
    const isNew = await endOne(tx, { ...asked, at, account: by.account });
    if (!isNew) return granted(found);
    const deed = { at, account: by, action: "endpoint.end", purpose: asked.reason, target: found.endpoint };
    await record(tx, { ...deed, state: { organisation: found.organisation, ended: true } });
    return granted({ ...found, endedAt: at });
  });
}

export interface EndpointPage {
  readonly items: readonly Endpoint[];
  /** Origins that the operator listed, for whoever may ask for an address; null for everybody else. */
  readonly origins: readonly string[] | null;
}

/** One's own organisation's endpoints; for the centre and whoever watches it, everybody's or one's. Refuses `accounts.role`. */
export async function listEndpoints(
  { db, origins }: Pick<EndpointPorts, "db" | "origins">,
  by: SignedIn,
  asked: { readonly organisation: string | null; readonly after: EndpointPlace | null; readonly limit: number },
): Promise<Outcome<EndpointPage>> {
  const may = mayDo({ account: by, command: "endpoint.read", provider: by.organisation });
  if (!may.ok) return may;
  const organisation = may.value === "own" ? by.organisation : asked.organisation;
  const mayRegister = mayDo({ account: by, command: REGISTER, provider: null }).ok;
  const items = await db.read((tx) => loadEndpoints(tx, { ...asked, organisation }));
  return granted({ items, origins: mayRegister ? [...origins].toSorted() : null });
}
