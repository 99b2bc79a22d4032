// Commands that need a second person: what each of them does once it is approved.
import { accountHandlers, presentProposal, proposalSchema, propose } from "../foundation/approvals/index.ts";
import type { ApprovalPorts, Handlers, Proposal } from "../foundation/approvals/index.ts";
import { registerKey } from "../foundation/clients/index.ts";
import type { ClientRoutes } from "../foundation/clients/index.ts";
import { ingestHandlers } from "../records/ingest/index.ts";
import type { Foundations, Wiring } from "./app.ts";

/** What the routes of approvals stand on: one handler a command. */
export function approvalPorts({ db, clock, ingest }: Pick<Foundations, "db" | "clock" | "ingest">): ApprovalPorts {
  const keys: Handlers["client.register"] = {
    perform: async (tx, { payload }, approver) => {
      const made = await registerKey(tx, payload, { approver, at: new Date(clock.now()) });
      return made.ok ? { ok: true, value: { result: made.value } } : made;
    },
  };
  const handlers: Handlers = {
    ...ingestHandlers(ingest.ports, ingest.worker),
    ...accountHandlers(clock),
    "client.register": keys,
    "client.rotate": keys,
  };
  return { db, clock, handlers };
}

/** What the routes of machine clients stand on. */
export function clientRoutes({ db, clock, currentPolicy, signIn }: Wiring): ClientRoutes {
  return {
    ports: { db, clock, region: () => currentPolicy().region, propose },
    signIn,
    proposal: {
      schema: proposalSchema,
      present: (proposal, by) => presentProposal(proposal as Proposal, by, new Date(clock.now())),
    },
  };
}
