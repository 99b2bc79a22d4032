import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { describeRefusal } from "../../platform/http/problem.ts";
import { plainText, plainWords } from "../../platform/http/plain-words.ts";
import { DECIDED_EXITS, NO_TERMS, STEP_KINDS } from "./rules/case.ts";
import type { StepKind } from "./rules/case.ts";
import type { ListProcedure } from "../../policy/list-procedure.ts";
import type { CaseView } from "./service/read.ts";
import type { StepAsked } from "./service/step.ts";
import { listTexts } from "./text.ts";

const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
  .openapi({ type: "string", format: "date", example: "2026-09-09" });
const id = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9-]*$/u);
const words = plainText(4000).min(1);
const line = plainWords(200);
const evidence = z.strictObject({
  title: line,
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .openapi({ description: "SHA-256 of the file" }),
});

const EVIDENCE_MAX = 50;
const PERSONS_MAX = 1000;
const MONTHS_MAX = 600;

export const listParams = z.object({ list: id });
export const caseParams = z.object({ list: id, case: z.uuid() });
export const documentParams = z.object({ list: id, case: z.uuid(), document: z.uuid() });
export const ownCaseParams = z.object({ case: z.uuid() });
export const ownDocumentParams = z.object({ case: z.uuid(), document: z.uuid() });
export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });

const STANDINGS = [
  "opened",
  "noticed",
  "notice-served",
  "decision-drafted",
  "approved",
  "listed",
  "exit-drafted",
  "ended",
  "closed",
  "expired",
] as const satisfies readonly CaseView["standing"][];
export const workQuery = z.object({
  state: z.enum(STANDINGS).optional(),
  list: id.optional(),
  cursor: z.string().max(2048).optional(),
});

export const openingSchema = z
  .strictObject({
    subject: z
      .string()
      .min(1)
      .max(64)
      .openapi({ description: "USCC that the decision will name; a name alone lists nobody" }),
    ground: id.openapi({ example: "mass-incident" }),
    facts: words,
    evidence: z.array(evidence).min(1).max(EVIDENCE_MAX),
    naturalPersons: z.number().int().min(0).max(PERSONS_MAX).default(0).openapi({
      description: "Responsible persons whom the rule would list as well: counted, and refused",
    }),
  })
  .openapi("ListCaseOpening");

const version = z.number().int().min(1).openapi({ description: "Number of steps that the caller has seen" });
const AUTHORITY_STEPS = STEP_KINDS.filter(
  (kind): kind is Exclude<StepKind, "open" | "defence" | "waiver" | "repaired" | "repair-revoked"> =>
    !["open", "defence", "waiver", "repaired", "repair-revoked"].includes(kind),
);

export const stepSchema = z
  .strictObject({
    version,
    kind: z.enum(AUTHORITY_STEPS as [(typeof AUTHORITY_STEPS)[number], ...(typeof AUTHORITY_STEPS)[number][]]),
    on: day
      .nullable()
      .default(null)
      .openapi({ description: "Day of the fact (of service, of the hearing); null: today" }),
    words: words.nullable().default(null),
    receipt: z
      .strictObject({ how: z.enum(["direct", "left", "post", "electronic", "announcement"]), proof: evidence })
      .nullable()
      .default(null)
      .openapi({ description: "How a document was served, and its receipt" }),
    hearingOn: day.nullable().default(null),
    extensionMonths: z.number().int().min(0).max(MONTHS_MAX).default(0),
    exit: z.enum(DECIDED_EXITS).nullable().default(null),
    correctedOn: day.nullable().default(null),
    conditionsMet: z.array(line).max(20).default([]).openapi({ description: "Conditions of the list, word for word" }),
  })
  .openapi("ListCaseStepTaking");

export const hearingSchema = z
  .strictObject({
    version,
    kind: z.enum(["defence", "waiver"]),
    words: words.nullable().default(null),
    asksHearing: z.boolean().default(false),
  })
  .openapi("OwnCaseStepTaking");

const stepShape = z.object({
  no: z.number().int(),
  kind: z.string(),
  day: z.string().openapi({ description: "Day of entry" }),
  on: z.string().openapi({ description: "Day of the fact" }),
  words: z.string().nullable(),
  document: z.string().nullable(),
});
const documentShape = z.object({
  document: z.string(),
  kind: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  template: z.number().int(),
  sha256: z.string(),
});

const nextShape = z.object({ kind: z.string(), exit: z.string().nullable(), by: z.string(), from: z.string() });
const heldShape = z.object({
  kind: z.string(),
  exit: z.string().nullable(),
  by: z.string(),
  code: z.string(),
  title: z.string(),
  article: z.string().nullable(),
  articleText: z.string().nullable().openapi({ description: "The article as people read it" }),
  from: z.string().nullable().openapi({ description: "First lawful day, where it is known" }),
});

const shown = {
  case: z.string(),
  list: z.string(),
  listName: z.string(),
  subject: z.object({ uscc: z.string(), name: z.string() }),
  authority: z.object({ uscc: z.string(), name: z.string() }),
  ground: z.string(),
  groundName: z.string(),
  standing: z.string().openapi({ description: "Where it stands today" }),
  asOf: z.string().openapi({ description: "The legal day of this answer" }),
  version: z.number().int(),
  openedAt: z.string(),
  listedFrom: z.string().nullable(),
  listedUntil: z.string().nullable().openapi({ description: "Last day; null where the term has no fixed end" }),
  defenceUntil: z.string().nullable(),
  next: z.array(nextShape).openapi({ description: "What may be done, by whom, from which day on" }),
  held: z.array(heldShape).openapi({ description: "Steps that may not be taken yet, and why" }),
};

export const caseItemSchema = z.object(shown).openapi("ListCaseItem");
export const caseListSchema = z
  .object({ items: z.array(caseItemSchema), next: z.string().nullable() })
  .openapi("ListCases");
export const workSchema = z
  .object({
    items: z.array(caseItemSchema),
    lists: z
      .array(
        z.object({
          list: z.string(),
          name: z.string(),
          grounds: z.array(z.object({ ground: z.string(), name: z.string(), threshold: z.string() })),
        }),
      )
      .openapi({ description: "Lists on which one's own unit may open a case today" }),
    next: z.string().nullable(),
  })
  .openapi("ListCaseWork");
export const caseSchema = z
  .object({
    ...shown,
    facts: z.string(),
    evidence: z.array(z.object({ title: z.string(), digest: z.string() })),
    naturalPersons: z.number().int(),
    noticeRunsLate: z.boolean().openapi({ description: "Two persons stand for a service before its entry" }),
    hearingOn: z.string().nullable(),
    remedies: z.array(z.object({ kind: z.string(), until: z.string(), mark: z.string() })),
    steps: z.array(stepShape),
    documents: z.array(documentShape),
    exitConditions: z.array(z.string()).openapi({ description: "What early removal must find met, word for word" }),
    extensionMonthsMax: z.number().int(),
  })
  .openapi("ListCase");

/** What is only drafted is the authority's own until a second person stands for it. */
const DRAFTS: ReadonlySet<StepKind> = new Set<StepKind>(["decision", "decision-returned", "exit", "exit-returned"]);

type Side = "authority" | "subject";

function presentHeld(
  { kind, exit, by, refusal }: CaseView["held"][number],
  cite: CaseView["cite"],
): z.infer<typeof heldShape> {
  const { title } = describeRefusal(refusal, listTexts);
  return {
    kind,
    exit,
    by,
    code: refusal.code,
    title,
    article: refusal.article ?? null,
    articleText: refusal.article === undefined ? null : cite(refusal.article),
    from: refusal.availableFrom ?? null,
  };
}

/** What one of the sides sees of a case in a list. */
export function presentItem(view: CaseView, side: Side): z.infer<typeof caseItemSchema> {
  const { kept, name, state, standing, procedure } = view;
  const isIts = ({ by }: { readonly by: string }): boolean => (by === "subject") === (side === "subject");
  return {
    case: kept.case,
    list: kept.list,
    listName: procedure?.zh ?? kept.list,
    subject: { uscc: kept.subject, name },
    authority: { uscc: kept.organisation, name: kept.organisationName },
    ground: kept.ground,
    groundName: procedure?.grounds.get(kept.ground)?.zh ?? kept.ground,
    standing,
    asOf: view.asOf,
    version: state.version,
    openedAt: kept.openedAt.toISOString(),
    listedFrom: state.listing?.from ?? null,
    listedUntil: state.listing?.until ?? null,
    defenceUntil: view.defenceUntil,
    next: view.next.filter(isIts).map((one) => ({ ...one })),
    held: view.held.filter(isIts).map((one) => presentHeld(one, view.cite)),
  };
}

/** A list on which cases may be opened, with its grounds in the words of its instruments. */
export function presentList({ id: list, zh, grounds }: ListProcedure): z.infer<typeof workSchema>["lists"][number] {
  const shownGrounds = [...grounds.values()].map((one) => ({ ground: one.id, name: one.zh, threshold: one.threshold }));
  return { list, name: zh, grounds: shownGrounds };
}

function presentStep({
  no,
  kind,
  day: entered,
  on,
  words: said,
  document,
}: CaseView["steps"][number]): z.infer<typeof stepShape> {
  return { no, kind, day: entered, on, words: said, document };
}

function presentDocument({
  document,
  kind,
  number,
  issuedOn,
  template,
  digest,
}: CaseView["documents"][number]): z.infer<typeof documentShape> {
  return { document, kind, number, issuedOn, template, sha256: digest.toString("hex") };
}

/** What the list's rule asks of an early removal, and lets a decision add to the term of its ground. */
function presentExit(
  procedure: ListProcedure | undefined,
  ground: string,
): Pick<z.infer<typeof caseSchema>, "exitConditions" | "extensionMonthsMax"> {
  const term = procedure?.grounds.get(ground)?.term ?? procedure?.term;
  return {
    exitConditions: [...(procedure?.earlyRemoval?.conditions ?? [])],
    extensionMonthsMax: term?.extensionMonthsMax ?? 0,
  };
}

/** A case as one of its sides sees it; of a person nothing stands in it. */
export function presentCase(view: CaseView, side: Side): z.infer<typeof caseSchema> {
  const { kept, state, steps, documents, remedies, procedure } = view;
  const own = side === "authority";
  return {
    ...presentItem(view, side),
    facts: kept.facts,
    evidence: kept.evidence.map(({ title, digest }) => ({ title, digest })),
    naturalPersons: kept.naturalPersons,
    noticeRunsLate: state.service?.lateEntry ?? false,
    hearingOn: state.hearingOn,
    remedies: remedies.map(({ remedy, until }) => ({ kind: remedy.kind, until, mark: remedy.mark })),
    steps: steps.filter(({ kind }) => own || !DRAFTS.has(kind)).map(presentStep),
    documents: documents.map(presentDocument),
    ...presentExit(procedure, kept.ground),
  };
}

export function stepAsked(id_: string, body: z.output<typeof stepSchema>): StepAsked {
  const { version: seen, kind, on, words: said, receipt, ...terms } = body;
  return { case: id_, version: seen, kind, on, words: said, receipt, terms: { ...NO_TERMS, ...terms } };
}

export function hearingAsked(id_: string, body: z.output<typeof hearingSchema>): StepAsked {
  const { version: seen, kind, words: said, asksHearing } = body;
  const terms = { ...NO_TERMS, asksHearing: kind === "defence" && asksHearing };
  return { case: id_, version: seen, kind, on: null, words: said, receipt: null, terms };
}
