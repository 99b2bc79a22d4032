import { recogniseCode } from "../../../kernel/code.ts";
import type { CodeReading as Recognised } from "../../../kernel/code.ts";
import { maskPersonal, residentIdIsPlausible } from "../../../kernel/personal.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Issue, StatedCode } from "./fate.ts";

/** What the code column says of a row: a sound code, a question for a person, or something that may not stand there. */
export type CodeReading =
  | { readonly kind: "sound"; readonly subject: string; readonly warnings: readonly string[] }
  | { readonly kind: "none" }
  | { readonly kind: "question"; readonly code: RefusalCode; readonly stated: StatedCode }
  | { readonly kind: "rejected"; readonly code: RefusalCode };

export const noCode: StatedCode = { kind: "none", text: null, proposal: null, organisationCode: null };

const questions: Readonly<Record<string, RefusalCode>> = {
  "excel-destroyed": "ingest.code-destroyed",
  "not-canonical": "ingest.code-not-canonical",
  "wrong-check-digit": "ingest.code-check-digit",
  "registration-no": "ingest.code-is-registration-no",
  "organisation-code": "ingest.code-is-organisation-code",
  "tax-no": "ingest.code-is-tax-no",
};

/** The organisation code inside an old number: itself, or the end of a tax number after its six-digit region. */
function organisationCodeIn(kind: string, text: string): string | null {
  const plain = text.replaceAll("-", "").toUpperCase();
  if (kind === "organisation-code") return plain;
  return kind === "tax-no" && plain.length === 15 ? plain.slice(6) : null;
}

/**
 * Reads the code column (settled.md, Ingest). Nothing is corrected by itself: a slip becomes a proposal, an old number
 * proposes a subject, and a person decides. A resident's identity number is refused at once and kept nowhere.
 */
export function readCodeColumn(text: string): CodeReading {
  const recognised = recogniseCode(text);
  switch (recognised.kind) {
    case "uscc":
      return {
        kind: "sound",
        subject: recognised.code,
        warnings: recognised.organisationCheck ? [] : ["ingest.organisation-code"],
      };
    case "no-code-placeholder":
      return { kind: "none" };
    case "resident-id":
      return { kind: "rejected", code: "ingest.resident-id-in-code" };
    case "bad-character":
    case "wrong-length":
      return { kind: "rejected", code: "ingest.code-unreadable" };
    case "wrong-check-digit":
      // An identity number with a slip is still a person's.
      if (residentIdIsPlausible(text.trim())) return { kind: "rejected", code: "ingest.resident-id-in-code" };
      return questionAbout(recognised, text);
    default:
      return questionAbout(recognised, text);
  }
}

function questionAbout(recognised: Recognised, text: string): CodeReading {
  const code = questions[recognised.kind] ?? "ingest.code-unreadable";
  const proposal = "proposal" in recognised ? recognised.proposal : null;
  const kept = recognised.kind === "wrong-check-digit" ? text.trim() : null;
  const organisationCode = organisationCodeIn(recognised.kind, text.trim());
  return { kind: "question", code, stated: { kind: recognised.kind, text: kept, proposal, organisationCode } };
}

/** A number that the column makes a registration number is repeated as it is; whatever else could be a person's is starred. */
export function questionOf(reading: Extract<CodeReading, { kind: "question" }>, field: string, value: string): Issue {
  const repeated = reading.code === "ingest.code-is-registration-no" ? value : maskPersonal(value);
  return {
    code: reading.code,
    field,
    value: repeated,
    values: reading.stated.proposal === null ? {} : { proposal: reading.stated.proposal },
  };
}
