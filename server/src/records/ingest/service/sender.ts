// Who sends: a person, or a machine whose key is bound to entries, provider and region.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account, Command, SignedIn } from "../../../foundation/accounts/index.ts";
import { admitBinding, bindingOf } from "../../../foundation/clients/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { IngestPorts } from "./ports.ts";

/** An account, with the key where a machine acts as it. */
export type Sender = Account & Partial<Pick<SignedIn, "client">>;

/** The key that a sender signed with; null for a person. */
export function clientOf(sender: Sender): string | null {
  return sender.client ?? null;
}

/** Whether a machine's key reaches this entry of this provider here; a person has none. Refuses `clients.outside-binding`. */
export async function admitClient(
  ports: IngestPorts,
  sender: Sender,
  deed: { readonly entry: string; readonly provider: string },
): Promise<Outcome<true>> {
  const client = clientOf(sender);
  if (client === null) return granted(true);
  const binding = await ports.db.read((tx) => bindingOf(tx, client));
  const { region } = ports.policyAt(ports.clock.today());
  return admitBinding(binding, { ...deed, region });
}

/** Refuses what `mayDo` refuses, and `clients.outside-binding`. */
export async function maySend(
  ports: IngestPorts,
  sender: Sender,
  deed: { readonly command: Command; readonly entry: string; readonly provider: string },
): Promise<Outcome<true>> {
  const { command, provider, entry } = deed;
  const may = mayDo({ account: sender, command, provider });
  return may.ok ? admitClient(ports, sender, { entry, provider }) : may;
}

/** What only a human being decides. Refuses `clients.person-needed`. */
export function needsPerson(sender: Sender): Outcome<true> {
  return clientOf(sender) === null ? granted(true) : refused({ code: "clients.person-needed", kind: "forbidden" });
}
