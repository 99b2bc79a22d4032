// Assessments before issue: who asks for them, and of which texts.
import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalValue } from "@xinheng/log/canonical";
import type { Role, SignedIn } from "../../../foundation/accounts/index.ts";
import type { PolicyTexts } from "../../../foundation/releases/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";

/** The centre's jurists and second persons, and whoever signs for a department what it is about to issue. */
const ASSESSORS: readonly Role[] = ["operator", "security-admin", "reviewer"];

/** Whether somebody may read assessments of his office. Refuses `accounts.role`. */
export function mayReadAssessments(by: Pick<SignedIn, "role">): Outcome<true> {
  return ASSESSORS.includes(by.role) ? granted(true) : refused({ code: "accounts.role", kind: "forbidden" });
}

/** Whether somebody may have a draft assessed. Refuses `approvals.person-needed`, `accounts.role`. */
export function mayAssess(by: Pick<SignedIn, "role" | "via">): Outcome<true> {
  if (by.via === "signature") return refused({ code: "approvals.person-needed", kind: "forbidden" });
  return mayReadAssessments(by);
}

/** What is sent: policy files, a plain document of measures or of incentives, or both. */
export interface SentDraft {
  readonly document?: string | undefined;
  readonly files?: PolicyTexts | undefined;
}

/** The texts as a policy folder holds them: a plain document is a file of incentives or of measures by its first key. */
export function textsOf({ document, files }: SentDraft): PolicyTexts {
  if (document === undefined) return files ?? {};
  const path = /^["']?incentives["']?\s*:/m.test(document) ? "measures/incentives.yaml" : "measures/measures.yaml";
  return { ...files, [path]: document };
}

/** A report as it is kept. */
export interface KeptAssessment {
  /** UUID. */
  readonly assessment: string;
  /** 统一社会信用代码 of the office that asked. */
  readonly organisation: string;
  readonly account: string;
  readonly title: string;
  /** The texts, as JSON by path. */
  readonly document: string;
  readonly standing: boolean;
  readonly report: object;
  /** SHA-256 over the canonical bytes of document and report. */
  readonly hash: Buffer;
  /** Of the policy that it was judged over. */
  readonly policyHash: Buffer;
  readonly madeAt: Date;
}

/** An assessment in a list, with how many measures and reasons it tells. */
export interface AssessmentHead extends Pick<
  KeptAssessment,
  "assessment" | "account" | "title" | "standing" | "madeAt"
> {
  readonly measures: number;
  readonly reasons: number;
}

/** Where a list goes on, newest first. */
export interface AssessmentPlace {
  readonly at: Date;
  readonly assessment: string;
}

/** SHA-256 over what was judged and what was found. */
export function hashOfAssessment(document: string, report: object): Buffer {
  // Only what JSON can say is kept, and read again as it was.
  const plain = JSON.parse(JSON.stringify({ document, report })) as CanonicalValue;
  return hash("sha256", canonicalBytes(plain), "buffer");
}

/** What is said of an assessment that is not there, and of one that is another office's. */
export const unknownAssessment = refused({ code: "releases.unknown-assessment", kind: "absent" });
