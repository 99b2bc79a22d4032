import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainWords } from "../../platform/http/plain-words.ts";
import { lastDay, stateOn } from "./rules/authorisation.ts";
import type { Authorisation } from "./rules/authorisation.ts";
import type { AuthorisationFile } from "./service/read.ts";
import type { Draft, GivenAuthorisation } from "./service/give.ts";

const hex = (digits: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`, "u"));
const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
  .openapi({ type: "string", format: "date", example: "2026-09-09" });
const uscc = z.string().min(18).max(18).openapi({ example: "91990100MA0XH0034B" });
const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/u);
/** Words that a person writes: no line breaks, no personal number, nothing that the database cannot keep. */

const ENTRIES_MAX = 100;
const FIELDS_MAX = 200;
const USES_MAX = 1_000_000;

const terms = {
  grantee: uscc.openapi({ description: "The office that may look" }),
  scope: z
    .array(
      z.strictObject({
        entry: word,
        fields: z
          .array(word)
          .max(FIELDS_MAX)
          .nullable()
          .openapi({ description: "Null: all that may be authorised today; spelt out in the wording" }),
      }),
    )
    .min(1)
    .max(ENTRIES_MAX),
  purpose: word.openapi({ example: "financing" }),
  uses: z.number().int().min(1).max(USES_MAX),
  from: day,
  through: day.openapi({ description: "Last day; it ends at 24:00 in Asia/Shanghai" }),
};

const paper = {
  file: plainWords(64).openapi({ description: "Number of the paper file at the hall" }),
  appeared: z.enum(["legal-representative", "agent"]),
  name: plainWords(100).openapi({ description: "Who appeared; only a keyed digest is kept" }),
};

export const draftSchema = z
  .strictObject({ ...terms, subject: uscc.nullable().default(null).openapi({ description: "At a hall: the subject" }) })
  .openapi("AuthorisationDraft");

export const givingSchema = z
  .strictObject({
    ...terms,
    draft: hex(32),
    consent: hex(64).openapi({ description: "SHA-256 of the wording that the subject has seen" }),
    hall: z
      .strictObject({ subject: uscc, ...paper })
      .nullable()
      .default(null),
  })
  .openapi("AuthorisationGiving");

export const revocationSchema = z
  .strictObject({
    hall: z
      .strictObject({ subject: uscc, ...paper })
      .nullable()
      .default(null),
  })
  .openapi("AuthorisationRevocation");

export const authorisationParams = z.object({ authorisation: hex(32) });
export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });

const shown = {
  authorisation: z.string(),
  subject: z.string(),
  grantee: z.object({ uscc: z.string(), name: z.string() }),
  scope: z.array(z.object({ entry: z.string(), version: z.number().int(), fields: z.array(z.string()) })),
  purpose: z.string(),
  uses: z.number().int(),
  usesLeft: z.number().int(),
  from: z.string(),
  through: z.string(),
  state: z.enum(["live", "not-yet", "expired", "revoked", "spent"]).openapi({ description: "Today" }),
  how: z.enum(["portal", "hall"]),
  givenAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.enum(["grantor", "hall", "grantee"]).nullable(),
  commitment: z.string(),
};

export const authorisationSchema = z.object(shown).openapi("Authorisation");
export const authorisationFileSchema = z
  .object({ ...shown, consent: z.string().nullable().openapi({ description: "The wording that was consented to" }) })
  .openapi("AuthorisationFile");
export const givenSchema = z
  .object({ ...shown, consent: z.string(), artefact: z.string().openapi({ description: "A signed note" }) })
  .openapi("AuthorisationGiven");
export const listSchema = z
  .object({ items: z.array(authorisationSchema), next: z.string().nullable() })
  .openapi("Authorisations");
export const wordingSchema = z
  .object({
    draft: z.string(),
    authorisation: z.string(),
    consent: z.string().openapi({ description: "To be shown to the subject as it stands" }),
    sha256: z.string(),
  })
  .openapi("AuthorisationWording");

/** An authorisation as its two sides see it; nothing of a person stands in it. */
export function presentAuthorisation(one: Authorisation, today: Day): z.infer<typeof authorisationSchema> {
  const { authorisation, subject, grantee, granteeName, purpose, uses, usesLeft, from, how, revocation } = one;
  return {
    authorisation,
    subject,
    grantee: { uscc: grantee, name: granteeName },
    scope: one.scope.map((entry) => ({ ...entry, fields: [...entry.fields] })),
    purpose,
    uses,
    usesLeft,
    from,
    through: lastDay(one),
    state: stateOn(one, today),
    how,
    givenAt: one.givenAt.toISOString(),
    revokedAt: revocation?.at.toISOString() ?? null,
    revokedBy: revocation?.side ?? null,
    commitment: one.commitment.toString("hex"),
  };
}

export function presentFile(file: AuthorisationFile, today: Day): z.infer<typeof authorisationFileSchema> {
  return { ...presentAuthorisation(file.authorisation, today), consent: file.artefact?.consent ?? null };
}

export function presentGiven(given: GivenAuthorisation, today: Day): z.infer<typeof givenSchema> {
  return { ...presentAuthorisation(given.authorisation, today), consent: given.consent, artefact: given.note };
}

export function presentWording(draft: Draft): z.infer<typeof wordingSchema> {
  return { draft: draft.draft, authorisation: draft.authorisation, consent: draft.consent, sha256: draft.digest };
}
