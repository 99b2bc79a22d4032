import type { Day } from "../../../kernel/day.ts";
import type {
  CatalogueEntry,
  ChannelId,
  DisclosureGroup,
  Field,
  SubjectKind,
} from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { EndKind } from "../../../records/statements/index.ts";
import { publicity } from "./clock.ts";
import type { PublicityFacts } from "./clock.ts";

/** What one channel lets through. The one table: `visible` reads it, `compileChannel` makes SQL of it. */
export interface ChannelRule {
  /** false: nothing leaves by it yet. */
  readonly open: boolean;
  /** Only what a grant names: whoever asks has shown a duty or an authorisation, and the look is written down. */
  readonly granted: boolean;
  /** Only live entries whose catalogue names this channel, or the one that it follows. */
  readonly catalogued: boolean;
  /** The channel by whose name the catalogue opens an entry to this one too; without it its own. */
  readonly follows?: ChannelId;
  readonly adverse: boolean;
  /** Only within the publicity period. */
  readonly term: boolean;
  /** Entries without a rule of publicity pass too, for as long as they have not ended: they are never public. */
  readonly untermed: boolean;
  /** Without what has ended, judged at the real present whatever day is asked about. */
  readonly withoutEnded: boolean;
  /** Kinds of end that it outlives: a bar by statute runs to its own end, though its penalty was repaired. */
  readonly outlives: readonly EndKind[];
  readonly newestOnly: boolean;
  /** Without what a mark pauses: policy may say that what is contested is not published meanwhile. */
  readonly withoutPaused: boolean;
  /** Kinds of subject whose statements never pass. */
  readonly withoutKinds: readonly SubjectKind[];
  /** Groups of fields that it carries. Identity numbers leave by no channel. */
  readonly groups: readonly DisclosureGroup[];
  /** Personal fields: all to the subject itself, to others one by one where their grant names it, else none. */
  readonly personal: "all" | "named" | "none";
}

/** What a duty or an authorisation opens: entries, and of each the fields, where it names fewer than the channel carries. */
export interface Grant {
  readonly entries: ReadonlySet<string>;
  /** Null, of the whole or of an entry: every field that the channel carries. An entry missing here opens no field. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string> | null> | null;
}

const closed: ChannelRule = {
  open: false,
  granted: false,
  catalogued: true,
  adverse: false,
  term: true,
  untermed: false,
  withoutEnded: true,
  outlives: [],
  newestOnly: true,
  withoutPaused: false,
  withoutKinds: ["natural-person"],
  groups: ["public"],
  personal: "none",
};
/** What is past its term is shared with nobody either: of two readings the one that favours the subject (ADR 0013). */
const shared: ChannelRule = { ...closed, open: true, granted: true, adverse: true, untermed: true, personal: "named" };
const everyGroup: readonly DisclosureGroup[] = ["public", "duty", "authorisation"];

export const channelRules: Readonly<Record<ChannelId, ChannelRule>> = {
  "public-page": { ...closed, open: true, adverse: true, withoutPaused: true },
  // Bulk copies: nothing adverse, and nothing of individual businesses, whose data are personal.
  "open-data": {
    ...closed,
    open: true,
    withoutPaused: true,
    withoutKinds: ["natural-person", "individual-business"],
  },
  // What everybody may read, in bulk, to registered recipients who are told of every end. Nothing of individual businesses.
  subscriber: {
    ...closed,
    open: true,
    granted: true,
    follows: "public-page",
    adverse: true,
    withoutPaused: true,
    withoutKinds: ["natural-person", "individual-business"],
  },
  // A subject sees all that stands about itself, also what is not or no longer public.
  own: {
    ...closed,
    open: true,
    catalogued: false,
    adverse: true,
    term: false,
    withoutKinds: [],
    groups: everyGroup,
    personal: "all",
  },
  // For the subject, the provider, auditors and courts: everything as it was written.
  archive: {
    ...closed,
    open: true,
    catalogued: false,
    adverse: true,
    term: false,
    withoutEnded: false,
    newestOnly: false,
    withoutKinds: [],
    groups: ["public", "duty"],
  },
  duty: { ...shared, groups: ["public", "duty"] },
  authorisation: { ...shared, groups: everyGroup },
  // Decisions that a statute or they themselves make last for a term of their own (法定限制), for the check of a matter alone.
  "statutory-bar": {
    ...closed,
    open: true,
    granted: true,
    adverse: true,
    term: false,
    outlives: ["repaired", "removed", "shielded"],
    groups: ["public", "duty"],
  },
  "special-report": closed,
  evaluation: closed,
};

/** Kinds of end that act *from the beginning*: they hide at once, whatever day they name. */
export const fromBeginning: readonly EndKind[] = ["revoked", "quashed"];

/** An end as far as visibility goes. `batch` stands for a batch taken back whole. */
export interface End {
  readonly kind: EndKind | "batch";
  readonly effective: Day;
  /** Last day of an end that holds for a time only; absent or null for one for good. */
  readonly through?: Day | null;
}

/** One statement as a channel judges it. */
export interface JudgedStatement {
  readonly entry: string;
  readonly subjectKind: SubjectKind;
  readonly facts: PublicityFacts;
  /** No newer version stands under the same key. */
  readonly newest: boolean;
  /** A mark beside its decision pauses its publicity. */
  readonly paused: boolean;
}

/** Whether a decision, or the batch that brought it, has ended for a channel as of the present day. */
export function hasEnded(ends: readonly End[], today: Day, channel: ChannelId): boolean {
  const outlived = channelRules[channel].outlives;
  return ends
    .filter((end) => !outlived.some((kind) => kind === end.kind))
    .some((end) => holdsOn(end, today) || fromBeginning.some((kind) => kind === end.kind));
}

function holdsOn({ effective, through = null }: End, today: Day): boolean {
  return effective <= today && (through === null || today <= through);
}

/** Whether a channel may carry statements of an entry at all. */
export function admits(channel: ChannelId, entry: CatalogueEntry): boolean {
  const rule = channelRules[channel];
  if (!rule.open || (entry.adverse && !rule.adverse)) return false;
  return !rule.catalogued || (entry.state === "live" && entry.channels.includes(rule.follows ?? channel));
}

/** Whether a channel carries a field at all, whatever was stored. A field that the catalogue does not know is carried by none. */
export function carries(channel: ChannelId, field: Field): boolean {
  const { open, groups, personal } = channelRules[channel];
  return open && groups.includes(field.group) && (personal !== "none" || !field.personal) && !field.identityNumber;
}

/** Whether everybody may see a field: only what is public and is of nobody. */
export function isPublicField(field: Field): boolean {
  return carries("public-page", field);
}

/** Whether a grant opens an entry on a channel; channels that need no grant ask for none. */
export function opens(channel: ChannelId, entry: string, grant: Grant | null): boolean {
  return !channelRules[channel].granted || grant?.entries.has(entry) === true;
}

/** The fields of an entry that leave by a channel under a grant, in the order of the catalogue. */
export function fieldsOn(channel: ChannelId, entry: CatalogueEntry, grant: Grant | null): readonly Field[] {
  if (!opens(channel, entry.id, grant)) return [];
  const open = entry.fields.filter((field) => carries(channel, field));
  const unnamed = open.filter((field) => !field.personal || channelRules[channel].personal === "all");
  if (!channelRules[channel].granted || grant === null || grant.fields === null) return unnamed;
  const named = grant.fields.get(entry.id);
  // "Every field" is not the name of one.
  if (named === null) return unnamed;
  return open.filter((field) => named?.has(field.id) === true);
}

/** One statement, one channel, one day; `ended` is judged by `hasEnded` at the real present. */
export interface VisibilityQuestion {
  readonly statement: JudgedStatement;
  readonly channel: ChannelId;
  readonly day: Day;
  readonly policy: PolicySnapshot;
  readonly ended: boolean;
  /** What was shown to be a right to see; null where nothing was. */
  readonly grant?: Grant | null;
}

/** Whether a statement passes a channel on a day. */
export function visible(question: VisibilityQuestion): boolean {
  const { statement, channel, policy, grant } = question;
  const rule = channelRules[channel];
  if (!rule.open || !opens(channel, statement.entry, grant ?? null) || isBarred(rule, question)) return false;
  if (!rule.catalogued) return true;
  const entry = policy.entries.get(statement.entry);
  return entry !== undefined && admits(channel, entry) && isTimely(rule, entry, question);
}

function isTimely(rule: ChannelRule, entry: CatalogueEntry, question: VisibilityQuestion): boolean {
  if (!rule.term || (rule.untermed && entry.publicityRule === null)) return true;
  return isInTerm(entry, question);
}

/** What the rule keeps out whatever the entry is. */
function isBarred(rule: ChannelRule, { statement, ended, day }: VisibilityQuestion): boolean {
  if (rule.withoutKinds.includes(statement.subjectKind)) return true;
  if ((rule.newestOnly && !statement.newest) || (rule.withoutPaused && statement.paused)) return true;
  return (rule.withoutEnded && ended) || statement.facts.receivedOn > day;
}

function isInTerm(entry: CatalogueEntry, { statement, policy, day }: VisibilityQuestion): boolean {
  const judged = publicity({ entry, facts: statement.facts, policy: policy.publicity, on: policy.day });
  return judged.shown && (judged.shownUntil === null || day <= judged.shownUntil);
}
