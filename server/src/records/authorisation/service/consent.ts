// The wording that a subject is shown before it consents. Its digest stands in the artefact, so it is never changed after.
import { fillSlots } from "../../../platform/http/problem.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { CONSENT } from "../text.ts";
import { lastDay } from "../rules/authorisation.ts";
import type { Given, Terms } from "../rules/authorisation.ts";

/** What the wording names. */
export interface ConsentFacts {
  readonly authorisation: string;
  readonly terms: Terms;
  readonly how: Given["how"];
  /** Name of the organisation that registers it. */
  readonly registrar: string;
}

/** The whole wording, one sentence a line, names as the policy has them. */
export function consentText(facts: ConsentFacts, policy: PolicySnapshot): string {
  const { authorisation, terms, how, registrar } = facts;
  const { subject, grantee, granteeName, uses, from } = terms;
  const purpose = policy.access.purposes.get(terms.purpose)?.zh ?? terms.purpose;
  const values = {
    authorisation,
    subject,
    grantee,
    granteeName,
    purpose,
    uses,
    from,
    through: lastDay(terms),
    registrar,
  };
  const said = (line: string): string => fillSlots(line, values);
  const lines = [
    CONSENT.title,
    said(CONSENT.number),
    said(CONSENT.grantor),
    said(CONSENT.grantee),
    CONSENT.scope,
    ...scopeLines(terms, policy),
    said(CONSENT.purpose),
    said(CONSENT.uses),
    said(CONSENT.term),
    said(CONSENT[how]),
    CONSENT.told,
    ...CONSENT.notices,
  ];
  return `${lines.join("\n")}\n`;
}

function scopeLines({ scope }: Terms, policy: PolicySnapshot): string[] {
  return scope.map(({ entry: id, fields }, at) => {
    const entry = policy.entries.get(id);
    const names = fields.map((field) => entry?.fields.find((one) => one.id === field)?.zh ?? field);
    return fillSlots(CONSENT.entry, { place: at + 1, entry: entry?.zh ?? id, fields: names.join(CONSENT.comma) });
  });
}
