// One penalty row for everything that real files get wrong, each with the fate it must meet.
import { addDays, addMonths } from "../../../kernel/day.ts";
import { COUNTERPARTS, PENALTY_KINDS, SEVERITIES } from "../acts/text.ts";
import type { Act } from "../acts/act.ts";
import { penaltyRow } from "../acts/penalty.ts";
import { demoCast } from "../cast.ts";
import { codeOf, nobodysIdentityNumber, registrationNoOf, withWrongCheck } from "../codes.ts";
import { headsOf } from "../layout.ts";
import { COLUMNS } from "../heads/text.ts";
import { wanOfYuan } from "../sums.ts";
import type { RowOf } from "../table.ts";
import { AWKWARD_WORDS } from "./text.ts";

export type Outcome = "skipped" | "accepted" | "duplicate" | "quarantined" | "rejected";

/** A row and the fate that the ingest must give it. */
export interface AwkwardRow {
  readonly outcome: Outcome;
  /** The reason; null where the row is simply accepted. */
  readonly code: string | null;
  readonly row: RowOf;
}

type Case = readonly [outcome: Outcome, code: string | null, change: RowOf];

const FULL_WIDTH = 0xfee0;

function fullWidth(text: string): string {
  return String.fromCharCode(...Array.from(text, (character) => character.charCodeAt(0) + FULL_WIDTH));
}

/** Subject codes that are none, or are written as no code is. */
function codeCases(code: string): readonly Case[] {
  const unknown = codeOf({ pair: "91", region: "990100", body: "MA0XH099" });
  return [
    ["quarantined", "ingest.code-destroyed", { subjectCode: AWKWARD_WORDS.destroyed }],
    ["quarantined", "ingest.code-destroyed", { subjectCode: AWKWARD_WORDS.longFigures }],
    ["quarantined", "ingest.code-not-canonical", { subjectCode: code.toLowerCase() }],
    ["quarantined", "ingest.code-not-canonical", { subjectCode: fullWidth(code) }],
    ["quarantined", "ingest.code-not-canonical", { subjectCode: code.replace("0", "O") }],
    ["quarantined", "ingest.code-check-digit", { subjectCode: withWrongCheck(code) }],
    ["quarantined", "ingest.code-is-registration-no", { subjectCode: registrationNoOf("990100", 4711) }],
    ["quarantined", "ingest.code-is-organisation-code", { subjectCode: code.slice(8, 17) }],
    ["quarantined", "ingest.code-is-tax-no", { subjectCode: code.slice(2, 17) }],
    ["rejected", "ingest.resident-id-in-code", { subjectCode: nobodysIdentityNumber(1) }],
    ["accepted", null, { subjectCode: unknown, subjectName: AWKWARD_WORDS.otherName }],
    ["accepted", null, { subjectCode: demoCast.unsound.uscc, subjectName: demoCast.unsound.name }],
  ];
}

/** Names that do not settle whose record it is, and persons who have no place here. */
function nameCases(): readonly Case[] {
  const { known, twins } = demoCast;
  return [
    ["quarantined", "ingest.name-mismatch", { subjectName: AWKWARD_WORDS.otherName }],
    ["quarantined", "ingest.name-only", { subjectCode: "" }],
    ["quarantined", "ingest.several-candidates", { subjectCode: "", subjectName: twins[0].name }],
    ["accepted", null, { subjectCode: known.uscc, subjectName: known.formerName, severity: SEVERITIES.minor }],
    ["rejected", "ingest.natural-person", { counterpart: COUNTERPARTS.person, subjectCode: "" }],
    ["rejected", "ingest.natural-person", { counterpart: COUNTERPARTS.person, subjectCode: nobodysIdentityNumber(2) }],
  ];
}

/** Days, sums and kinds that cannot be right. */
function contentCases({ today, actor }: Act): readonly Case[] {
  const words = AWKWARD_WORDS;
  return [
    ["rejected", "ingest.date-future", { decidedOn: addDays(today, 30), validUntil: addMonths(today, 14) }],
    ["rejected", "ingest.date-impossible", { decidedOn: `${Number(today.slice(0, 4)) - 1}${words.impossibleDay}` }],
    ["quarantined", "ingest.amount-unit", { fine: "20000" }],
    ["quarantined", "ingest.amount-mismatch", { fine: "3" }],
    ["quarantined", "ingest.proposed-decision", { content: words.proposed }],
    ["rejected", "ingest.forbidden-kind", { legalBasis: words.publicSecurity }],
    ["quarantined", "ingest.forbidden-mention", { offenceFacts: words.publicSecurityMention }],
    [
      "rejected",
      "ingest.personal-in-text",
      { offenceFacts: words.identityInText.replace("{number}", nobodysIdentityNumber(3)) },
    ],
    ["rejected", "ingest.required-missing", { legalBasis: "" }],
    ["rejected", "ingest.not-in-enumeration", { penaltyKinds: words.unknownKind }],
    ["rejected", "ingest.damaged-text", { offenceFacts: words.hidden }],
    ["rejected", "ingest.other-provider", { sourceUnitCode: demoCast.known.uscc }],
    ["rejected", "ingest.field-code-unsound", { authorityCode: withWrongCheck(actor.uscc) }],
    ["accepted", null, { offenceFacts: words.formula }],
    ["accepted", null, { offenceFacts: words.markup }],
  ];
}

/** Rows that forms carry and that are no records: the form's explanation, its example, its heads once more. */
function formRows(): readonly AwkwardRow[] {
  const heads = headsOf("penalty");
  const again = Object.fromEntries(COLUMNS.penalty.map(([key], at) => [key, heads[at] ?? ""]));
  const skipped = (row: RowOf): AwkwardRow => ({ outcome: "skipped", code: "ingest.template-row", row });
  return [
    skipped({ subjectName: AWKWARD_WORDS.explanation }),
    skipped({ subjectName: AWKWARD_WORDS.example, offenceFacts: AWKWARD_WORDS.exampleNote }),
    skipped(again),
  ];
}

/** A plain penalty of 20,000 yuan, decided a month ago. */
function plain(act: Act, number: number): RowOf {
  const row = penaltyRow({ ...act, number }, { severity: "unclassified" });
  return {
    ...row,
    penaltyKinds: PENALTY_KINDS.fine,
    content: AWKWARD_WORDS.twoTenThousand,
    fine: wanOfYuan(20_000),
    confiscated: "",
  };
}

/** All awkward penalties, behind two that the last rows send again. `act.number` is the first document number. */
export function awkwardPenalties(act: Act): readonly AwkwardRow[] {
  const changes = [...codeCases(act.subject.uscc), ...nameCases(), ...contentCases(act)];
  const first = plain(act, act.number);
  const second = plain(act, act.number + 1);
  const changed = changes.map(([outcome, code, change], at) => ({
    outcome,
    code,
    row: { ...plain(act, act.number + 2 + at), ...change },
  }));
  return [
    ...formRows(),
    { outcome: "accepted", code: null, row: first },
    { outcome: "accepted", code: null, row: second },
    ...changed,
    { outcome: "duplicate", code: "ingest.duplicate", row: first },
    {
      outcome: "quarantined",
      code: "ingest.document-conflict",
      row: { ...second, offenceFacts: AWKWARD_WORDS.otherFacts },
    },
  ];
}
