// Awkward permits and registrations.
import { addDays } from "../../../kernel/day.ts";
import type { Act } from "../acts/act.ts";
import { permitRow } from "../acts/permit.ts";
import { COUNTERPARTS } from "../acts/text.ts";
import { demoCast } from "../cast.ts";
import { nobodysIdentityNumber, withWrongCheck } from "../codes.ts";
import type { RowOf } from "../table.ts";
import { nameOn } from "../town.ts";
import type { DemoSubject } from "../town.ts";
import type { AwkwardRow } from "./penalties.ts";
import { AWKWARD_WORDS } from "./text.ts";

type Case = readonly [outcome: AwkwardRow["outcome"], code: string | null, change: RowOf];

/** Permits that end before they begin, of persons, with slips in the code; one sent twice. */
export function awkwardPermits(act: Act): readonly AwkwardRow[] {
  const plain = (number: number): RowOf => permitRow({ ...act, number });
  const first = plain(act.number);
  const changes: readonly Case[] = [
    ["rejected", "ingest.date-order", { validUntil: addDays(act.day, -1) }],
    ["rejected", "ingest.natural-person", { counterpart: COUNTERPARTS.person, subjectCode: "" }],
    ["quarantined", "ingest.code-not-canonical", { subjectCode: act.subject.uscc.toLowerCase() }],
    ["quarantined", "ingest.code-destroyed", { subjectCode: AWKWARD_WORDS.destroyed }],
    ["quarantined", "ingest.name-mismatch", { subjectName: AWKWARD_WORDS.otherName }],
    ["rejected", "ingest.required-missing", { documentTitle: "" }],
    ["rejected", "ingest.date-future", { decidedOn: addDays(act.today, 3), validFrom: addDays(act.today, 3) }],
  ];
  return [
    { outcome: "accepted", code: null, row: first },
    ...changes.map(([outcome, code, change], at) => ({
      outcome,
      code,
      row: { ...plain(act.number + 1 + at), ...change },
    })),
    { outcome: "duplicate", code: "ingest.duplicate", row: first },
  ];
}

/** Registrations: a known code again, under another name of the same day, with a slip, under a person's number, without a name. */
export function awkwardRegistrations(subject: DemoSubject, authority: string): readonly AwkwardRow[] {
  const row: RowOf = {
    subjectName: nameOn(subject, subject.registeredOn),
    subjectCode: subject.uscc,
    registeredOn: subject.registeredOn,
    approvedOn: subject.registeredOn,
    authority,
  };
  return [
    { outcome: "duplicate", code: "ingest.duplicate-registration", row },
    { outcome: "quarantined", code: "ingest.name-conflict", row: { ...row, subjectName: AWKWARD_WORDS.otherName } },
    {
      outcome: "quarantined",
      code: "ingest.code-check-digit",
      row: { ...row, subjectCode: withWrongCheck(subject.uscc) },
    },
    {
      outcome: "quarantined",
      code: "ingest.name-only",
      row: { ...row, subjectCode: "", subjectName: demoCast.nothing.name },
    },
    { outcome: "rejected", code: "ingest.resident-id-in-code", row: { ...row, subjectCode: nobodysIdentityNumber(4) } },
    { outcome: "rejected", code: "ingest.name-missing", row: { ...row, subjectName: "" } },
  ];
}
