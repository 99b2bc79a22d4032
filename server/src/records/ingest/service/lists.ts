// Lists over many batches: one's own unit's; the centre's operator sees how all providers stand, and nothing of a subject.
import { mayDo } from "../../../foundation/accounts/index.ts";
import { addDays, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { countOpenQuestions, listBatches, listOpenQuestions } from "../store/lists.ts";
import type { BatchFilter, BatchLine, BatchPlace, OpenQuestion, QuestionCount, QuestionPlace } from "../store/lists.ts";
import type { Scope } from "../store/lists.ts";
import type { IngestPorts } from "./ports.ts";
import { clientOf } from "./sender.ts";
import type { Sender } from "./sender.ts";

export type { BatchLine, BatchPlace, OpenQuestion, QuestionCount, QuestionPlace } from "../store/lists.ts";

/** Batches or questions of a page. */
export const linesMax = 100;

/** Whose batches somebody may list: all, or those of one provider; a machine lists what it sent itself. */
function scopeOf(account: Sender, provider: string | null): Outcome<Scope> {
  const client = clientOf(account);
  if (provider === null && mayDo({ account, command: "batch.list", provider: null }).ok) {
    return granted({ provider: null, client });
  }
  const asked = provider ?? account.organisation;
  const may = mayDo({ account, command: "batch.list", provider: asked });
  return may.ok ? granted({ provider: asked, client }) : may;
}

export interface BatchWish {
  readonly provider: string | null;
  readonly entry: string | null;
  readonly state: BatchFilter["state"];
  /** First and last day of its beginning. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly after: BatchPlace | null;
}

/** Batches, newest first. Refuses `accounts.role`, `accounts.other-organisation`. */
export function batchLines(ports: IngestPorts, account: Sender, wish: BatchWish): Promise<Outcome<BatchLine[]>> {
  const scope = scopeOf(account, wish.provider);
  if (!scope.ok) return Promise.resolve(scope);
  const from = wish.from === null ? null : new Date(startOfDay(wish.from));
  const until = wish.to === null ? null : new Date(startOfDay(addDays(wish.to, 1)));
  const asked = { ...wish, ...scope.value, from, until, limit: linesMax };
  return ports.db.read(async (tx) => granted(await listBatches(tx, asked)));
}

export interface OpenQuestions {
  /** Of one's own unit alone. */
  readonly items: readonly OpenQuestion[];
  readonly counts: readonly QuestionCount[];
}

/**
 * Open questions: those of one's own batches with their evidence, and how many there are by provider and entry. Another's
 * evidence is opened by a look at its batch alone. Refuses `accounts.role`.
 */
export function openQuestions(
  ports: IngestPorts,
  account: Sender,
  wish: { readonly entry: string | null; readonly after: QuestionPlace | null },
): Promise<Outcome<OpenQuestions>> {
  const scope = scopeOf(account, null);
  if (!scope.ok) return Promise.resolve(scope);
  const { client } = scope.value;
  const asked = { ...wish, provider: account.organisation, client, limit: linesMax };
  return ports.db.read(async (tx) => {
    const [items, counts] = await Promise.all([
      listOpenQuestions(tx, asked),
      countOpenQuestions(tx, scope.value, wish.entry),
    ]);
    return granted({ items, counts });
  });
}
