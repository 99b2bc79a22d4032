// A case of `access/cases.yaml`, played by the rules that queries themselves stand on.
import type { AccessCase } from "../../../policy/access-file.ts";
import type { AccessPolicy } from "../../../policy/access-policy.ts";
import { grantByDuty, officeOf } from "./right.ts";

/** What an office comes to by a duty: the entries that it opens, or why not. */
export function playAccessCase(access: AccessPolicy, { given }: AccessCase): AccessCase["then"] {
  const office = officeOf(access, { office: given.office, purpose: given.purpose, matters: [given.matter] });
  if (!office.ok) return { refused: office.refusal.code };
  const right = grantByDuty(access, given);
  return right.ok ? { entries: [...right.value.grant.entries] } : { refused: right.refusal.code };
}
