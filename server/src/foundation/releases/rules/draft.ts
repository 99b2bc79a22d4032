// What a draft of policy may be: texts of policy files, few and short enough to be read.
import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { plainForm } from "../../../policy/frozen.ts";
import { isPolicyFile } from "../../../policy/policy-files.ts";
import type { Role, SignedIn } from "../../accounts/index.ts";

/** Policy files by path, as in a policy folder. */
export type PolicyTexts = Readonly<Record<string, string>>;

/** Bytes of all files of a draft together, in UTF-8. */
export const DRAFT_BYTES_MAX = 1_000_000;
export const DRAFT_FILES_MAX = 200;

/** Who writes policy for the region, and who besides may read drafts: the second persons. */
const WRITERS: readonly Role[] = ["operator"];
const READERS: readonly Role[] = ["operator", "security-admin"];

/** A draft and its newest version. */
export interface Draft {
  /** UUID. */
  readonly draft: string;
  /** 统一社会信用代码 of the office whose draft it is. */
  readonly organisation: string;
  readonly title: string;
  readonly account: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly files: PolicyTexts;
  readonly hash: Buffer;
  readonly savedAt: Date;
}

/** Whether somebody may write drafts. Refuses `accounts.role`, `approvals.person-needed`. */
export function mayDraft(by: Pick<SignedIn, "role" | "via">): Outcome<true> {
  if (by.via === "signature") return refused({ code: "approvals.person-needed", kind: "forbidden" });
  return WRITERS.includes(by.role) ? granted(true) : refused({ code: "accounts.role", kind: "forbidden" });
}

/** Whether somebody may read drafts of his office. Refuses `accounts.role`. */
export function mayReadDrafts(by: Pick<SignedIn, "role">): Outcome<true> {
  return READERS.includes(by.role) ? granted(true) : refused({ code: "accounts.role", kind: "forbidden" });
}

/** What a release cannot bring: where the region lies is settled when the instance is made, its calendar when it starts. */
const FIXED: ReadonlySet<string> = new Set(["region.yaml", "calendar/working-days.yaml"]);

/** Whether a draft may bring a file of this path. */
export function mayBeDrafted(path: string): boolean {
  return !FIXED.has(path);
}

/**
 * Whether texts can be a draft. Refuses `releases.no-files`, `releases.too-many-files`, `releases.not-a-policy-file`,
 * `releases.fixed-file`, `releases.too-large`.
 */
export function checkTexts(files: PolicyTexts): Outcome<true> {
  const names = Object.keys(files);
  if (names.length === 0) return refused({ code: "releases.no-files", kind: "invalid" });
  if (names.length > DRAFT_FILES_MAX) {
    return refused({ code: "releases.too-many-files", kind: "too-large", values: { filesMax: DRAFT_FILES_MAX } });
  }
  const stray = names.find((name) => !isPolicyFile(name));
  if (stray !== undefined) {
    return refused({ code: "releases.not-a-policy-file", kind: "invalid", values: { file: stray } });
  }
  const fixed = names.find((name) => FIXED.has(name));
  if (fixed !== undefined) return refused({ code: "releases.fixed-file", kind: "invalid", values: { file: fixed } });
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes <= DRAFT_BYTES_MAX) return granted(true);
  return refused({ code: "releases.too-large", kind: "too-large", values: { bytesMax: DRAFT_BYTES_MAX } });
}

/** SHA-256 over the canonical bytes of the files, in whatever order they are written. */
export function hashOfTexts(files: PolicyTexts): Buffer {
  return hash("sha256", canonicalBytes(plainForm(new Map(Object.entries(files)))), "buffer");
}

/** What is said of a draft that is not there, and of one that is another office's. */
export const unknownDraft = refused({ code: "releases.unknown-draft", kind: "absent" });
