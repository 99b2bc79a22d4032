import { hasPersonal } from "../../statements/index.ts";
import type { StatedCode } from "../rules/fate.ts";
import { noCode } from "../rules/code-column.ts";
import type { JudgedRow } from "./judge-file.ts";

type ClaimFate = Extract<JudgedRow["fate"], { kind: "claim" }>;
type Prepared = ClaimFate["prepared"];

/*
 * Judged rows as they travel between threads. A claim is one flat list of texts, because names of properties would
 * travel with every row; contents stand one behind the other in bytes that change hands without being copied.
 */
type WireClaim = readonly [
  ClaimFate["questions"] | null,
  StatedCode | null,
  sourceKey: string,
  decision: string,
  contentLength: number,
  subject: string | null,
  name: string,
  folded: string,
  warnings: readonly string[] | null,
  personal: Prepared["claim"]["personal"] | null,
  carried: Prepared["claim"]["carried"],
  ...facts: (string | null)[],
];

type WireRow = readonly [
  row: number,
  sheet: string | null,
  fate: Exclude<JudgedRow["fate"], ClaimFate> | WireClaim,
  word: string | null,
];

/** A block of judged rows; `contents` may be transferred. */
export interface WireBlock {
  readonly rows: readonly WireRow[];
  readonly contents: Uint8Array<ArrayBuffer>;
}

type Facts = Prepared["claim"]["facts"];

const factsList = (facts: Facts): (string | null)[] => [
  facts.documentNo,
  facts.authority,
  facts.authorityCode,
  facts.decidedOn,
  facts.validFrom,
  facts.validUntil,
  facts.providerShownUntil,
  facts.severity,
  facts.severityBy,
];

function factsFrom(list: readonly (string | null)[]): Facts {
  const [documentNo = null, authority = null, authorityCode = null, decidedOn = null, validFrom = null] = list;
  const [validUntil = null, providerShownUntil = null, severity = null, severityBy = null] = list.slice(5);
  // What the other thread wrote is what this one reads: the same build of the same module.
  return {
    documentNo,
    authority,
    authorityCode,
    decidedOn,
    validFrom,
    validUntil,
    providerShownUntil,
    severity,
    severityBy,
  } as Facts;
}

function claimToWire({ questions, prepared }: ClaimFate): WireClaim {
  const { claim, sourceKey, decision, content } = prepared;
  return [
    questions.length === 0 ? null : questions,
    claim.stated.kind === noCode.kind ? null : claim.stated,
    sourceKey,
    decision,
    content.length,
    claim.subject,
    claim.name,
    claim.folded,
    claim.warnings.length === 0 ? null : claim.warnings,
    hasPersonal(claim.personal) ? claim.personal : null,
    claim.carried,
    ...factsList(claim.facts),
  ];
}

function claimFromWire(wire: WireClaim, content: Buffer): ClaimFate {
  const [questions, stated, sourceKey, decision, , subject, name, folded, warnings, personal, carried, ...facts] = wire;
  const claim = {
    subject,
    stated: stated ?? noCode,
    name,
    folded,
    facts: factsFrom(facts),
    warnings: warnings ?? [],
    personal: personal ?? {},
    carried,
  };
  return { kind: "claim", questions: questions ?? [], prepared: { claim, sourceKey, decision, content } };
}

const isClaim = (fate: WireRow[2]): fate is WireClaim => Array.isArray(fate);

/** A block ready to travel. */
export function toWire(block: readonly JudgedRow[]): WireBlock {
  const contents: Buffer[] = [];
  const rows = block.map(({ position, fate, word }): WireRow => {
    if (fate.kind !== "claim") return [position.row, position.sheet, fate, word];
    contents.push(fate.prepared.content);
    return [position.row, position.sheet, claimToWire(fate), word];
  });
  const bytes = new Uint8Array(contents.reduce((sum, one) => sum + one.length, 0));
  let end = 0;
  for (const one of contents) {
    bytes.set(one, end);
    end += one.length;
  }
  return { rows, contents: bytes };
}

/** The block as it was. */
export function fromWire({ rows, contents }: WireBlock): JudgedRow[] {
  const bytes = Buffer.from(contents.buffer, contents.byteOffset, contents.length);
  let at = 0;
  return rows.map(([row, sheet, fate, word]): JudgedRow => {
    const position = { row, sheet };
    if (!isClaim(fate)) return { position, fate, word };
    const content = bytes.subarray(at, at + fate[4]);
    at += fate[4];
    return { position, fate: claimFromWire(fate, content), word };
  });
}
