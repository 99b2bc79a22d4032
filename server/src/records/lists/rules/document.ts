// 文书: what a document of a case says, as data. The page is made of it and of nothing else.
import { createHash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import type { Day } from "../../../kernel/day.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import { articleOf } from "../../../policy/source.ts";
import type { Basis, Mark } from "../../../policy/source.ts";
import { noticeRunsFrom } from "./case.ts";
import type { CaseState } from "./case.ts";

/** Rises with every change of what the templates say, so that an old document is printed as it was. */
export const TEMPLATE = 1;

export const DOCUMENT_KINDS = ["prior-notice", "listing", "removal", "revocation"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Evidence {
  readonly title: string;
  /** SHA-256 of the file in hex. */
  readonly digest: string;
}

export interface DocumentRemedy {
  readonly kind: "reconsideration" | "litigation";
  readonly days: number | null;
  readonly months: number | null;
  readonly mark: Mark;
}

/** All that a document says. Days are legal days; articles `source#article`, with their texts beside them. */
export interface DocumentBody {
  readonly kind: DocumentKind;
  readonly template: number;
  readonly number: string;
  readonly issuedOn: Day;
  readonly authority: { readonly uscc: string; readonly name: string };
  readonly subject: { readonly uscc: string; readonly name: string };
  readonly list: { readonly id: string; readonly zh: string };
  readonly ground: { readonly zh: string; readonly threshold: string; readonly article: string };
  readonly facts: string;
  readonly evidence: readonly Evidence[];
  /** What follows from the listing, why it was decided so, or why it ends. */
  readonly words: string;
  readonly basis: readonly { readonly article: string; readonly text: string }[];
  readonly term: {
    readonly kind: "months" | "none" | "until-performed";
    readonly months: number | null;
    readonly extensionMonths: number;
  } | null;
  /** 退出条件 in words: early removal, correction. */
  readonly exits: readonly string[];
  readonly defence: {
    readonly workingDays: number | null;
    readonly mark: Mark | null;
    /** From which day it ran, and whether two persons stood for a day before entry. */
    readonly from: Day | null;
    readonly lateEntry: boolean;
  };
  readonly heard: { readonly defended: boolean; readonly waived: boolean; readonly hearingOn: Day | null };
  readonly remedies: readonly DocumentRemedy[];
  readonly policyHash: string;
}

export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: Day;
  readonly authority: DocumentBody["authority"];
  readonly subject: DocumentBody["subject"];
  readonly procedure: ListProcedure;
  readonly ground: string;
  readonly facts: string;
  readonly evidence: readonly Evidence[];
  readonly words: string;
  readonly state: CaseState;
  readonly policyHash: string;
  /** How an article is cited in Chinese. */
  readonly cite: (basis: Basis) => string;
}

function defenceOf({ defence }: Pick<ListProcedure, "defence">, { service }: CaseState): DocumentBody["defence"] {
  return {
    workingDays: defence?.workingDays ?? null,
    mark: defence?.mark ?? null,
    from: service === null ? null : noticeRunsFrom(service),
    lateEntry: service?.lateEntry ?? false,
  };
}

/** Throws for a ground that the list does not have: the judges have refused it before. */
export function documentBody(said: DocumentFacts): DocumentBody {
  const { procedure, state, cite, kind, number, issuedOn, authority, subject, facts, evidence, words, policyHash } =
    said;
  const ground = procedure.grounds.get(said.ground);
  if (ground === undefined) throw new Error("a case stands on a ground that its list does not have");
  const term = ground.term ?? procedure.term;
  const bases = [ground.basis, ...procedure.domain, ...procedure.procedure];
  const cited = new Map(bases.map((basis): [string, string] => [articleOf(basis), cite(basis)]));
  return {
    kind,
    number,
    issuedOn,
    authority,
    subject,
    facts,
    words,
    policyHash,
    template: TEMPLATE,
    list: { id: procedure.id, zh: procedure.zh },
    ground: { zh: ground.zh, threshold: ground.threshold, article: articleOf(ground.basis) },
    evidence: evidence.map(({ title, digest }) => ({ title, digest })),
    basis: [...cited].map(([article, text]) => ({ article, text })),
    term: term === null ? null : { kind: term.kind, months: term.months, extensionMonths: state.extensionMonths },
    exits: [...(procedure.earlyRemoval?.conditions ?? []), ...procedure.corrections.map(({ zh }) => zh)],
    defence: defenceOf(procedure, state),
    heard: { defended: state.defended, waived: state.waived, hearingOn: state.hearingHeld },
    remedies: procedure.remedies.map((one) => ({ kind: one.kind, days: one.days, months: one.months, mark: one.mark })),
  };
}

/** SHA-256 over the canonical bytes. */
export function documentDigest(body: DocumentBody): Buffer {
  const whole: CanonicalObject = { ...body } as unknown as CanonicalObject;
  return createHash("sha256").update(canonicalBytes(whole)).digest();
}
