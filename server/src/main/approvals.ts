// Commands that need a second person: what each of them does once it is approved.
import { accountHandlers, presentProposal, proposalSchema, propose } from "../foundation/approvals/index.ts";
import type { ApprovalPorts, Handlers, Proposal } from "../foundation/approvals/index.ts";
import { registerKey } from "../foundation/clients/index.ts";
import type { ClientRoutes } from "../foundation/clients/index.ts";
import type { SignIn } from "../foundation/accounts/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/pool.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { endpointHandler } from "../foundation/endpoints/index.ts";
import { releaseHandlers } from "../foundation/releases/index.ts";
import type { ReleasePorts } from "../foundation/releases/index.ts";
import { subscriptionHandler } from "../records/subscription/index.ts";
import { namingHandler } from "../views/withdrawals/index.ts";
import type { NamingPolicy } from "../views/withdrawals/index.ts";
import { ingestHandlers } from "../records/ingest/index.ts";
import type { IngestPorts, Worker } from "../records/ingest/index.ts";

interface Given {
  readonly db: Database;
  readonly clock: Clock;
}

/** What the routes of approvals stand on: one handler a command. */
export function approvalPorts({
  db,
  clock,
  ingest,
  policyOffice,
  currentPolicy,
  naming,
  origins,
}: Given & {
  /** Where messages may be sent to. */
  readonly origins: ReadonlySet<string>;
  readonly currentPolicy: () => PolicySnapshot;
  /** By what right late subscribers may be named. */
  readonly naming: NamingPolicy;
  readonly ingest: { readonly ports: IngestPorts; readonly worker: Worker };
  readonly policyOffice: ReleasePorts;
}): ApprovalPorts {
  const keys: Handlers["client.register"] = {
    perform: async (tx, { payload }, approver) => {
      const made = await registerKey(tx, payload, { approver, at: new Date(clock.now()) });
      return made.ok ? { ok: true, value: { result: made.value } } : made;
    },
  };
  const handlers: Handlers = {
    ...ingestHandlers(ingest.ports, ingest.worker),
    ...accountHandlers(clock),
    ...releaseHandlers(policyOffice),
    // Its proposer carries it out himself, as often as he needs until its end: nothing happens at the approval.
    "check.batch": { perform: async () => ({ ok: true, value: { result: {} } }) },
    "subscription.grant": subscriptionHandler({ clock, currentPolicy }),
    "endpoint.register": endpointHandler({ clock, origins }),
    "withdrawal.name": namingHandler({ clock, naming }),
    "client.register": keys,
    "client.rotate": keys,
  };
  return { db, clock, handlers };
}

/** What the routes of machine clients stand on. */
export function clientRoutes({
  db,
  clock,
  currentPolicy,
  signIn,
}: Given & { readonly currentPolicy: () => PolicySnapshot; readonly signIn: SignIn }): ClientRoutes {
  return {
    ports: { db, clock, region: () => currentPolicy().region, propose },
    signIn,
    proposal: {
      schema: proposalSchema,
      present: (proposal, by) => presentProposal(proposal as Proposal, by, new Date(clock.now())),
    },
  };
}
