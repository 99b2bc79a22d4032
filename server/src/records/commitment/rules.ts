// 信用承诺: what may be promised, and what has become of a promise on a day. No measure follows from any of it.
import { createHash } from "node:crypto";
import type { Day } from "../../kernel/day.ts";
import { findPersonal } from "../../kernel/personal.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";
import type { Account } from "../../foundation/accounts/index.ts";

export const COMMITMENT_KINDS = ["informed", "missing-papers", "proof", "voluntary", "repair"] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const JUDGEMENTS = ["fulfilled", "broken", "lapsed"] as const;
export type JudgementOutcome = (typeof JUDGEMENTS)[number];

/** What a subject wants to promise. */
export interface CommitmentWish {
  /** 统一社会信用代码 of the organisation that receives it. */
  readonly receiver: string;
  readonly kind: CommitmentKind;
  /** Id of the 事项; null where it is about none. */
  readonly matter: string | null;
  readonly promise: string;
  /** 文书号 of the one decision; for a commitment for repair, and only there. */
  readonly documentNo: string | null;
  /** Last day to keep it, to 24:00; null where it has none. */
  readonly through: Day | null;
}

/** Signed on paper at a hall, which registered it. */
export interface OnPaper {
  /** Code of the hall's organisation. */
  readonly registrar: string;
  readonly title: string;
  /** SHA-256 of the signed paper as it was scanned, in hex. */
  readonly digest: string;
}

export interface Commitment extends CommitmentWish {
  /** 32 hex digits. */
  readonly commitment: string;
  readonly subject: string;
  readonly receiverName: string;
  readonly wording: string;
  readonly digest: Buffer;
  readonly mandate: string | null;
  /** Null where the subject signed it in its portal. */
  readonly onPaper: OnPaper | null;
  readonly account: string;
  readonly person: string;
  readonly givenOn: Day;
  readonly givenAt: Date;
}

/** What the receiving organisation said of a promise. */
export interface Judgement {
  /** From 1; the last one counts. */
  readonly no: number;
  readonly outcome: JudgementOutcome;
  readonly reason: string;
  /** Number of the document that it rests on; always there for a broken promise. */
  readonly document: string | null;
  readonly day: Day;
  readonly at: Date;
}

/** `due`: its last day is over and nobody has said yet what became of it. That alone is never a broken promise. */
export type CommitmentState = "open" | "due" | JudgementOutcome;

/** What has become of a promise on a day, by what had been said until then. */
export function stateOn(
  { through }: Pick<Commitment, "through">,
  judgements: readonly Pick<Judgement, "no" | "outcome" | "day">[],
  day: Day,
): CommitmentState {
  const said = judgements.filter((one) => one.day <= day).toSorted((a, b) => a.no - b.no);
  const last = said.at(-1);
  if (last !== undefined) return last.outcome;
  return through !== null && day > through ? "due" : "open";
}

const PROMISE_MAX = 4000;
const WORDS_MAX = 2000;

const NUMBER_MAX = 200;

function judgeLength(text: string, max: number): Outcome<void> {
  if (text.trim() === "") return refused({ code: "commitment.words-needed", kind: "invalid" });
  if (text.length > max) return refused({ code: "commitment.too-long", kind: "invalid", values: { max } });
  return granted(undefined);
}

function judgeText(text: string, max: number): Outcome<void> {
  const sound = judgeLength(text, max);
  if (!sound.ok) return sound;
  // Whoever reads a promise needs no identity number, and what is signed is never changed after.
  return findPersonal(text).length === 0
    ? granted(undefined)
    : refused({ code: "commitment.personal-number", kind: "invalid" });
}

/**
 * Whether a subject may promise this on a day. Refuses `commitment.unsound-code`, `commitment.own-receiver`,
 * `commitment.words-needed`, `commitment.too-long`, `commitment.personal-number`, `commitment.one-document` (a commitment
 * for repair is about exactly one decision, another about none) and `commitment.through-past`.
 */
export function judgeWish(wish: CommitmentWish, subject: string, today: Day): Outcome<void> {
  if (!isUscc(wish.receiver)) return refused({ code: "commitment.unsound-code", kind: "invalid" });
  if (wish.receiver === subject) return refused({ code: "commitment.own-receiver", kind: "invalid" });
  const isBound = (wish.documentNo ?? "").trim() !== "";
  if (isBound !== (wish.kind === "repair")) return refused({ code: "commitment.one-document", kind: "invalid" });
  if (wish.through !== null && wish.through < today)
    return refused({ code: "commitment.through-past", kind: "invalid" });
  for (const short of [wish.documentNo, wish.matter]) {
    const sound = short === null ? granted(undefined) : judgeLength(short, NUMBER_MAX);
    if (!sound.ok) return sound;
  }
  return judgeText(wish.promise, PROMISE_MAX);
}

/** What an officer says of a promise. */
export interface JudgementWish {
  readonly outcome: JudgementOutcome;
  readonly reason: string;
  readonly document: string | null;
}

/**
 * Whether an officer may say it. Refuses `commitment.unknown` (received by another organisation), `commitment.same-person`,
 * `commitment.said` (it is what was said last), `commitment.document-needed`, and what
 * is wrong with the words.
 */
export function judgeJudgement(
  wish: JudgementWish,
  { commitment, last }: { readonly commitment: Commitment; readonly last: Judgement | undefined },
  by: Pick<Account, "organisation" | "person">,
): Outcome<void> {
  if (by.organisation !== commitment.receiver) return refused({ code: "commitment.unknown", kind: "absent" });
  if (by.person === commitment.person) return refused({ code: "commitment.same-person", kind: "forbidden" });
  if (last?.outcome === wish.outcome) return refused({ code: "commitment.said", kind: "conflict" });
  return judgeGrounds(wish);
}

function judgeGrounds({ outcome, reason, document }: JudgementWish): Outcome<void> {
  const rests = outcome === "broken" ? (document ?? "") : document;
  if (rests?.trim() === "") return refused({ code: "commitment.document-needed", kind: "invalid" });
  const sound = rests === null ? granted(undefined) : judgeLength(rests, NUMBER_MAX);
  return sound.ok ? judgeText(reason, WORDS_MAX) : sound;
}

/** SHA-256 of the wording that is signed. */
export function wordingDigest(wording: string): Buffer {
  return createHash("sha256").update(wording, "utf8").digest();
}

/** Where a list goes on. */
export interface CommitmentPlace {
  readonly givenAt: Date;
  readonly commitment: string;
}
