import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Database } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import type { Instance } from "../rules.ts";
import { loadInstance, saveInstance } from "../store.ts";
import { INSTANCE_KINDS } from "../text.ts";

/** What this database is, or null before it was initialised. */
export async function readInstance(db: Database): Promise<Instance | null> {
  return db.read(async (tx) => (await loadInstance(tx)) ?? null);
}

/**
 * Writes down what this database is. Again with the same region and mark changes nothing; with others it refuses
 * `accounts.instance-differs`: neither can be taken back.
 */
export async function initialiseInstance(
  db: Database,
  wanted: { readonly at: Date; readonly region: string; readonly production: boolean },
): Promise<Outcome<Instance>> {
  return db.write(async (tx) => {
    const { at, region, production } = wanted;
    const instance: Instance = { region, production, initialisedAt: at };
    if (await saveInstance(tx, instance)) {
      const state = { region, production };
      await record(tx, { at, account: null, action: "instance.initialise", purpose: null, target: "instance", state });
      return granted(instance);
    }
    const known = await loadInstance(tx);
    if (known?.region === region && known.production === production) return granted(known);
    const kind = known?.production === true ? INSTANCE_KINDS.production : INSTANCE_KINDS.demo;
    return refused({
      code: "accounts.instance-differs",
      kind: "conflict",
      values: { region: known?.region ?? "", kind },
    });
  });
}
