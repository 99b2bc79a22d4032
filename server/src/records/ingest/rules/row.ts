import { foldHeader, foldName, maskValue } from "../../../kernel/fold.ts";
import { maskPersonal, residentIdIsSound } from "../../../kernel/personal.ts";
import { inspectCode } from "../../../kernel/uscc.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Field, Roles } from "../../../policy/catalogue-entry.ts";
import type { ForbiddenKind } from "../../../policy/forbidden-kind.ts";
import type { PublicityPolicy, Severity } from "../../../policy/publicity-rule.ts";
import type { DecisionFacts, Fields, FieldValue } from "../../statements/index.ts";
import { compareAmounts } from "./amounts.ts";
import { readerOf } from "./cell.ts";
import type { CellReader } from "./cell.ts";
import { noCode, questionOf, readCodeColumn } from "./code-column.ts";
import type { CodeReading } from "./code-column.ts";
import type { Issue, Judged, Reception, StatedCode } from "./fate.ts";
import { compileScanner } from "./free-text.ts";
import type { TextScanner } from "./free-text.ts";
import { keysOf, text } from "./keys.ts";
import type { Layout } from "./layout.ts";
import { isPersonName } from "./person-name.ts";
import { shortened } from "./removal.ts";
import { clean, conditionHolds, isFilled, isWords, namesKind, opensWith, valuesOf } from "./values.ts";
import type { Cells } from "./values.ts";

/** Words of the law pack that a row is read with. */
export interface RowLaw {
  readonly forbidden: readonly ForbiddenKind[];
  readonly proposed: readonly string[];
  readonly templateRow: readonly string[];
  readonly heldColumns: readonly string[];
  readonly heldQuiet: readonly string[];
  /** Values of the counterpart field that mean a natural person. */
  readonly naturalPerson: readonly string[];
  readonly publicity: Pick<PublicityPolicy, "severityWords" | "minorProcedures">;
}

interface Compiled {
  readonly layout: Layout;
  readonly reception: Reception;
  readonly law: RowLaw;
  readonly scanner: TextScanner;
  readonly kept: readonly {
    readonly field: Field;
    readonly read: CellReader;
    readonly namesKind: boolean;
    /** Texts that were read without fault or question before: authorities, kinds and days repeat down a column. */
    readonly sound: Map<string, FieldValue>;
  }[];
  /** Personal fields that the entry keeps under a key. */
  readonly sealed: readonly Field[];
  readonly heads: string;
  /** Where the code stands, when a column of its own holds it. */
  readonly codeColumn: number | undefined;
  /** Columns of state or scope that no field takes in. */
  readonly held: readonly number[];
}

/** A value about to be looked through; `isKind` where the field names a kind or a basis. */
interface Scanned {
  readonly field: Field;
  readonly text: string;
  readonly isKind: boolean;
}

interface Reading {
  readonly values: ReadonlyMap<string, string>;
  readonly fields: Record<string, FieldValue>;
  readonly personal: Record<string, string>;
  readonly rejections: Issue[];
  readonly questions: Issue[];
  readonly warnings: string[];
}

/** What the reader noticed of cells beside their text. */
type Notes = readonly { readonly column: number; readonly note: string }[];

const valueShown = 60;
/** Bounds of what a column remembers: short texts, a few thousand of them. */
const soundLengthMax = 64;
const soundTextsMax = 4_000;
/** Controls, bidirectional overrides, noncharacters: they make a text read otherwise than it is written. */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffd-\uffff]/u;

function shown(field: Field | null, text: string): string {
  if (field !== null && (field.personal || field.identityNumber)) return maskValue(text);
  // Masked before it is shortened: a cut number would no longer be known for one.
  const masked = maskPersonal(text);
  return masked.length > valueShown ? `${masked.slice(0, valueShown)}…` : masked;
}

function issue(
  code: RefusalCode,
  field: Field | null,
  text: string | null,
  values: Readonly<Record<string, string>> = {},
): Issue {
  return { code, field: field?.zh ?? null, value: text === null ? null : shown(field, text), values };
}

function isRequired(
  compiled: Compiled,
  field: Field,
  values: ReadonlyMap<string, string>,
  counterpart: string,
): boolean {
  const { layout, reception } = compiled;
  // Personal fields are received and not kept, so nothing is gained by refusing a row that spares us one.
  if (field.personal || field.identityNumber) return false;
  if (layout.profile === "legacy") return field.requiredLegacy;
  if (field.required === "always") return !(field.id === layout.entry.roles.counterpart || isSender(field, reception));
  return field.required === "conditional" && field.when !== null && conditionHolds(field.when, values, counterpart);
}

/** Who sends is known from the token: the sender's own name and code need not be repeated in every row. */
function isSender(field: Field, reception: Reception): boolean {
  return reception.provider !== "" && (field.id === "sourceUnit" || field.id === "sourceUnitCode");
}

type Column = Compiled["kept"][number];

/** The value of a text by its field's type, or nothing after saying why. */
function readValue({ field, read }: Column, text: string, into: Reading): FieldValue | undefined {
  if (hidden.test(text) || !text.isWellFormed()) {
    into.rejections.push(issue("ingest.damaged-text", field, null));
    return undefined;
  }
  if (field.type === "uscc" && !inspectCode(text).startsWith("ok")) {
    into.rejections.push(issue("ingest.field-code-unsound", field, text));
    return undefined;
  }
  const reading = read(text);
  if (reading.ok) return reading.value;
  into.rejections.push(issue(reading.code, field, text, reading.values));
  return undefined;
}

function readField(compiled: Compiled, column: Column, into: Reading): void {
  const { field, namesKind: isKind, sound } = column;
  const text = into.values.get(field.id);
  if (text === undefined) return;
  const known = sound.get(text);
  const faults = into.rejections.length + into.questions.length;
  const value = known ?? readValue(column, text, into);
  if (value === undefined) return;
  into.fields[field.id] = value;
  if (known !== undefined) return;
  scan(compiled, { field, text, isKind }, into);
  const isSound = into.rejections.length + into.questions.length === faults;
  if (isSound && text.length <= soundLengthMax && sound.size < soundTextsMax) sound.set(text, value);
}

/** Forbidden kinds, by name or by mention. What is found is named by its kind only: the text itself is not repeated. */
function scanForbidden(compiled: Compiled, { field, text, isKind }: Scanned, into: Reading): void {
  const { scanner } = compiled;
  const finding = (isKind ? scanner.asKind(text) : undefined) ?? scanner.inText(text);
  if (finding?.kind === "forbidden")
    into.rejections.push(issue("ingest.forbidden-kind", field, null, { kind: finding.law.zh }));
  if (finding?.kind === "mention")
    into.questions.push(issue("ingest.forbidden-mention", field, null, { kind: finding.law.zh, word: finding.word }));
}

function scan(compiled: Compiled, scanned: Scanned, into: Reading): void {
  const { field, text, isKind } = scanned;
  const words = isWords(field);
  if (!words && !isKind) return;
  scanForbidden(compiled, scanned, into);
  if (compiled.scanner.personal(text)) into.rejections.push(issue("ingest.personal-in-text", field, null));
  if (!words) return;
  const { content, title } = compiled.layout.entry.roles;
  const proposed = field.id === content || field.id === title ? compiled.scanner.proposed(text) : undefined;
  if (proposed?.kind === "proposed")
    into.questions.push(issue("ingest.proposed-decision", field, text, { word: proposed.word }));
}

/**
 * Personal fields: checked and dropped, but for those that the entry keeps. Of an identity number stays that it was
 * received and whether it was sound. A value that is no name is not kept: it may be anything.
 */
function readPersonal(compiled: Compiled, into: Reading): void {
  for (const field of compiled.sealed) {
    const text = into.values.get(field.id);
    if (text === undefined) continue;
    if (isPersonName(text, field.lengthMax)) into.personal[field.id] = text;
    else into.warnings.push("ingest.personal-not-kept");
  }
  for (const field of compiled.layout.entry.fields) {
    if (!field.identityNumber) continue;
    const text = into.values.get(field.id);
    if (text !== undefined)
      into.warnings.push(residentIdIsSound(text) ? "ingest.identity-number-sound" : "ingest.identity-number-unsound");
  }
}

function severityOf(compiled: Compiled, fields: Fields): Pick<DecisionFacts, "severity" | "severityBy"> {
  const { entry } = compiled.layout;
  if (!entry.adverse || entry.severityRule === "none") return { severity: null, severityBy: null };
  const { severityWords, minorProcedures } = compiled.law.publicity;
  const stated: Severity | undefined = severityWords[text(fields, entry.roles.severity) ?? ""];
  if (stated !== undefined) return { severity: stated, severityBy: "provider" };
  const procedure = text(fields, entry.roles.procedure);
  if (procedure !== null && minorProcedures.includes(procedure)) return { severity: "minor", severityBy: "procedure" };
  return { severity: "unclassified", severityBy: null };
}

function factsOf(compiled: Compiled, fields: Fields): DecisionFacts {
  const { roles } = compiled.layout.entry;
  const day = (id: string | null): DecisionFacts["decidedOn"] => text(fields, id) as DecisionFacts["decidedOn"];
  return {
    documentNo: text(fields, roles.documentNo),
    authority: text(fields, roles.authority),
    authorityCode: text(fields, roles.authorityCode),
    // A registration that names no day of approval stands as of its first day; a penalty without a day has none.
    decidedOn: day(roles.decidedOn) ?? (compiled.layout.entry.adverse ? null : day(roles.validFrom)),
    validFrom: day(roles.validFrom),
    validUntil: shortened(compiled.layout.entry, fields, day(roles.validUntil)),
    providerShownUntil: day(roles.shownUntil),
    ...severityOf(compiled, fields),
  };
}

function checkDays(compiled: Compiled, facts: DecisionFacts, into: Reading): void {
  const { roles, fields } = compiled.layout.entry;
  const field = (id: string | null): Field | null => fields.find((one) => one.id === id) ?? null;
  if (facts.decidedOn !== null && facts.decidedOn > compiled.reception.day) {
    into.rejections.push(
      issue("ingest.date-future", field(roles.decidedOn), facts.decidedOn, { today: compiled.reception.day }),
    );
  }
  // As it was stated: a removal may lie before the day from which it would have held.
  const until = text(into.fields, roles.validUntil);
  if (facts.validFrom !== null && until !== null && until < facts.validFrom) {
    into.rejections.push(issue("ingest.date-order", field(roles.validUntil), until, { from: facts.validFrom }));
  }
}

function checkSender(compiled: Compiled, into: Reading): void {
  const code = into.values.get("sourceUnitCode");
  if (code === undefined || code.toUpperCase() === compiled.reception.provider) return;
  const field = compiled.layout.entry.fields.find((one) => one.id === "sourceUnitCode") ?? null;
  into.rejections.push(issue("ingest.other-provider", field, code));
}

function checkAmounts(compiled: Compiled, into: Reading): void {
  const { roles, fields } = compiled.layout.entry;
  const [amount, content] = [text(into.fields, roles.amount), text(into.fields, roles.content)];
  if (amount === null || content === null) return;
  const found = compareAmounts(amount, content);
  if (found === undefined) return;
  const field = fields.find((one) => one.id === roles.amount) ?? null;
  into.questions.push(issue(found.code, field, amount, { written: found.written }));
}

function counterpartOf(compiled: Compiled, values: ReadonlyMap<string, string>, code: CodeReading): string {
  const stated = values.get(compiled.layout.entry.roles.counterpart ?? "") ?? "";
  if (compiled.law.naturalPerson.includes(stated)) return "natural-person";
  return code.kind === "sound" && code.subject.startsWith("92") ? "individual-business" : "organisation";
}

function isTemplateRow(compiled: Compiled, cells: Cells): boolean {
  const first = foldHeader(cells.find(isFilled) ?? "");
  if (first === "" || compiled.law.templateRow.some((word) => opensWith(first, word))) return true;
  // Only a row that begins as the heads do can repeat them.
  if (!compiled.heads.startsWith(first)) return false;
  const filled = cells.filter(isFilled);
  return filled.length > 1 && filled.map((cell) => foldHeader(cell ?? "")).join("\u0001") === compiled.heads;
}

function rejected(issues: readonly Issue[], naturalPerson = false): Judged {
  return { kind: "rejected", issues, naturalPerson };
}

/** A number cell that lost digits is destroyed, even where what is left passes every check by chance. */
function codeReading(compiled: Compiled, text: string, notes: Notes): CodeReading {
  if (text === "") return { kind: "none" };
  const lost = notes.some((one) => one.note === "number-precision-lost" && one.column === compiled.codeColumn);
  if (!lost) return readCodeColumn(text);
  return { kind: "question", code: "ingest.code-destroyed", stated: { ...noCode, kind: "excel-destroyed" } };
}

function codeRejection(code: Extract<CodeReading, { kind: "rejected" }>, field: Field | null, text: string): Judged {
  return rejected([issue(code.code, field, code.code === "ingest.resident-id-in-code" ? maskValue(text) : text)]);
}

/** Reads every kept field, and names the required ones that are not there. */
function readAll(compiled: Compiled, reading: Reading, counterpart: string): void {
  const { entry } = compiled.layout;
  for (const column of compiled.kept) readField(compiled, column, reading);
  for (const field of entry.fields) {
    const isCode = field.id === entry.roles.subjectCode;
    if (isCode || reading.values.has(field.id) || !isRequired(compiled, field, reading.values, counterpart)) continue;
    reading.rejections.push(issue("ingest.required-missing", field, null));
  }
  readPersonal(compiled, reading);
  checkSender(compiled, reading);
  checkAmounts(compiled, reading);
}

/** A column that says revoked, disputed or internal: such a record is not taken in as an ordinary public one. */
function heldBy(compiled: Compiled, cells: Cells): Issue[] {
  const words = compiled.held.map((column) => clean(cells[column])).filter((word) => word !== "");
  return words
    .filter((word) => !compiled.law.heldQuiet.includes(word))
    .map((word) => issue("ingest.held-column", null, word));
}

function judge(compiled: Compiled, cells: Cells, notes: Notes): Judged {
  if (isTemplateRow(compiled, cells)) return { kind: "skipped", code: "ingest.template-row" };
  const { entry } = compiled.layout;
  const values = valuesOf(compiled.layout, cells);
  const codeText = values.get(entry.roles.subjectCode) ?? "";
  const codeField = entry.fields.find((one) => one.id === entry.roles.subjectCode) ?? null;
  const code = codeReading(compiled, codeText, notes);
  const counterpart = counterpartOf(compiled, values, code);
  if (counterpart === "natural-person") return rejected([issue("ingest.natural-person", null, null)], true);
  if (code.kind === "rejected") return codeRejection(code, codeField, codeText);
  const warnings = code.kind === "sound" ? [...code.warnings] : [];
  const reading: Reading = { values, fields: {}, personal: {}, rejections: [], questions: [], warnings };
  reading.questions.push(...heldBy(compiled, cells));
  readAll(compiled, reading, counterpart);
  return conclude(compiled, reading, { code, codeField, codeText });
}

/** A code that raises a question goes on with it; a sound one becomes the row's subject. */
function takeCode(
  reading: Reading,
  code: CodeReading,
  stated: { roles: Roles; field: Field | null; text: string },
): { subject: string | null; stated: StatedCode } {
  if (code.kind === "question") {
    reading.questions.push(questionOf(code, stated.field?.zh ?? stated.roles.subjectCode, stated.text));
    return { subject: null, stated: code.stated };
  }
  if (code.kind !== "sound") return { subject: null, stated: noCode };
  reading.fields[stated.roles.subjectCode] = code.subject;
  return { subject: code.subject, stated: noCode };
}

function conclude(
  compiled: Compiled,
  reading: Reading,
  column: { code: CodeReading; codeField: Field | null; codeText: string },
): Judged {
  const { roles } = compiled.layout.entry;
  const facts = factsOf(compiled, reading.fields);
  checkDays(compiled, facts, reading);
  const name = reading.values.get(roles.subjectName) ?? "";
  if (name === "") reading.rejections.push(issue("ingest.name-missing", null, null));
  if (reading.rejections.length > 0) return rejected(reading.rejections);
  const code = takeCode(reading, column.code, { roles, field: column.codeField, text: column.codeText });
  const candidate = {
    ...code,
    name,
    folded: foldName(name),
    facts,
    fields: reading.fields,
    warnings: reading.warnings,
    // Without its own sound code a row waits for a person, and what waits keeps nothing personal.
    personal: code.subject === null ? {} : reading.personal,
    carried: null,
  };
  const keys = keysOf(compiled.layout.entry, { ...code, name, facts, fields: reading.fields });
  return { kind: "candidate", candidate: { ...candidate, ...keys }, questions: reading.questions };
}

/** Compiles a layout into the judge of its rows: pure, total, and made once for half a million of them. */
export function compileRow(layout: Layout, reception: Reception, law: RowLaw): (cells: Cells, notes?: Notes) => Judged {
  const heads = [...layout.heads.keys()].filter((head) => head !== "").join("\u0001");
  const compiled: Compiled = {
    layout,
    reception,
    law,
    heads,
    held: law.heldColumns.flatMap((head) => layout.heads.get(foldHeader(head)) ?? []),
    sealed: layout.entry.fields.filter((field) => field.sealed !== null),
    codeColumn: layout.columns.find((column) => column.field.id === layout.entry.roles.subjectCode)?.index,
    scanner: compileScanner(law),
    kept: layout.entry.fields
      .filter((field) => !field.personal && !field.identityNumber && field.id !== layout.entry.roles.subjectCode)
      .map((field) => ({ field, read: readerOf(field), namesKind: namesKind(field), sound: new Map() })),
  };
  return (cells, notes = []) => judge(compiled, cells, notes);
}
