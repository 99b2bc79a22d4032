// 查询码: who holds it learns how far an application has come, and nothing of whom it is about.
import { createHash } from "node:crypto";
import { workingDaysBetween } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { findProgress } from "../store/application.ts";
import type { Progress } from "../store/application.ts";
import { isGenuine } from "../store/document.ts";
import type { RepairPorts } from "./ports.ts";

const CODE_BYTES = 10;

/** 80 bits that nobody can guess, the same whenever the subject asks: 20 hex digits. */
export function codeOf(keys: Pick<Keys, "mac">, application: string): string {
  return keys.mac("repair.code", application).toString("hex", 0, CODE_BYTES);
}

/** What is kept of a code. */
export function codeDigest(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}

export interface ProgressView extends Progress {
  /** Working days through the last one; negative when it has passed, null where nobody is waited for. */
  readonly left: number | null;
}

/** How far an application has come. Refuses `repair.unknown` for whatever is no code. */
export function readProgress(ports: RepairPorts, code: string): Promise<Outcome<ProgressView>> {
  return ports.db.read(async (tx) => {
    const found = await findProgress(tx, codeDigest(code));
    if (found === undefined) return refused({ code: "repair.unknown", kind: "absent" });
    const { due } = found;
    const { calendar, clock } = ports;
    const left = due === null || calendar === null ? null : (workingDaysBetween(clock.today(), due, calendar) ?? null);
    return granted({ ...found, left });
  });
}

/** Whether a document of this number and SHA-256 (hex) was issued here: that is all that anybody learns. */
export function verifyDocument(
  ports: Pick<RepairPorts, "db">,
  { number, digest }: { readonly number: string; readonly digest: string },
): Promise<boolean> {
  return ports.db.read((tx) => isGenuine(tx, { number, digest: Buffer.from(digest, "hex") }));
}
