import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry, ChannelId, Field, SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { EndKind } from "../../../records/statements/index.ts";
import { publicity } from "./clock.ts";
import type { PublicityFacts } from "./clock.ts";

/** What one channel lets through. The one table: `visible` reads it, `compileChannel` makes SQL of it. */
export interface ChannelRule {
  /** false: closed until looks at non-public data can be authorised and accounted for. */
  readonly open: boolean;
  /** Only live entries whose catalogue names this channel. */
  readonly catalogued: boolean;
  readonly adverse: boolean;
  /** Only within the publicity period. */
  readonly term: boolean;
  /** Without what has ended, judged at the real present whatever day is asked about. */
  readonly withoutEnded: boolean;
  readonly newestOnly: boolean;
  /** Kinds of subject whose statements never pass. */
  readonly withoutKinds: readonly SubjectKind[];
}

const closed: ChannelRule = {
  open: false,
  catalogued: true,
  adverse: false,
  term: true,
  withoutEnded: true,
  newestOnly: true,
  withoutKinds: ["natural-person"],
};

export const channelRules: Readonly<Record<ChannelId, ChannelRule>> = {
  "public-page": { ...closed, open: true, adverse: true },
  // Bulk copies: nothing adverse, and nothing of individual businesses, whose data are personal.
  "open-data": { ...closed, open: true, withoutKinds: ["natural-person", "individual-business"] },
  // A subject sees all that stands about itself, also what is not or no longer public.
  own: { ...closed, open: true, catalogued: false, adverse: true, term: false, withoutKinds: [] },
  // For the subject, the provider, auditors and courts: everything as it was written.
  archive: {
    open: true,
    catalogued: false,
    adverse: true,
    term: false,
    withoutEnded: false,
    newestOnly: false,
    withoutKinds: [],
  },
  duty: closed,
  authorisation: closed,
  "special-report": closed,
  evaluation: closed,
};

/** Kinds of end that act *from the beginning*: they hide at once, whatever day they name. */
export const fromBeginning: readonly EndKind[] = ["revoked", "quashed"];

/** An end as far as visibility goes. `batch` stands for a batch taken back whole. */
export interface End {
  readonly kind: EndKind | "batch";
  readonly effective: Day;
}

/** One statement as a channel judges it. */
export interface JudgedStatement {
  readonly entry: string;
  readonly subjectKind: SubjectKind;
  readonly facts: PublicityFacts;
  /** No newer version stands under the same key. */
  readonly newest: boolean;
}

/** Whether a decision, or the batch that brought it, has ended as of the present day. */
export function hasEnded(ends: readonly End[], today: Day): boolean {
  return ends.some((end) => end.effective <= today || fromBeginning.some((kind) => kind === end.kind));
}

/** Whether a channel may carry statements of an entry at all. */
export function admits(channel: ChannelId, entry: CatalogueEntry): boolean {
  const rule = channelRules[channel];
  if (!rule.open || (entry.adverse && !rule.adverse)) return false;
  return !rule.catalogued || (entry.state === "live" && entry.channels.includes(channel));
}

/** Whether everybody may see a field: only what is public and is of nobody leaves, whatever was stored. */
export function isPublicField(field: Field): boolean {
  return field.group === "public" && !field.personal && !field.identityNumber;
}

/** One statement, one channel, one day; `ended` is judged by `hasEnded` at the real present. */
export interface VisibilityQuestion {
  readonly statement: JudgedStatement;
  readonly channel: ChannelId;
  readonly day: Day;
  readonly policy: PolicySnapshot;
  readonly ended: boolean;
}

/** Whether a statement passes a channel on a day. */
export function visible(question: VisibilityQuestion): boolean {
  const { statement, channel, policy } = question;
  const rule = channelRules[channel];
  if (!rule.open || isBarred(rule, question)) return false;
  if (!rule.catalogued) return true;
  const entry = policy.entries.get(statement.entry);
  if (entry === undefined || !admits(channel, entry)) return false;
  return !rule.term || isInTerm(entry, question);
}

/** What the rule keeps out whatever the entry is. */
function isBarred(rule: ChannelRule, { statement, ended, day }: VisibilityQuestion): boolean {
  if (rule.withoutKinds.includes(statement.subjectKind)) return true;
  if (rule.newestOnly && !statement.newest) return true;
  return (rule.withoutEnded && ended) || statement.facts.receivedOn > day;
}

function isInTerm(entry: CatalogueEntry, { statement, policy, day }: VisibilityQuestion): boolean {
  const judged = publicity({ entry, facts: statement.facts, policy: policy.publicity, on: policy.day });
  return judged.shown && (judged.shownUntil === null || day <= judged.shownUntil);
}
