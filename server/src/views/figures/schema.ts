import { z } from "@hono/zod-openapi";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Cell } from "../../platform/tabular/table.ts";
import type { Moment } from "../site/index.ts";
import { complianceOf, latenessOf } from "./rules/figures.ts";
import type { FigureLine, Numbers } from "./rules/figures.ts";
import { verdicts } from "./rules/punctuality.ts";
import { ownKinds, rowKinds } from "./rules/row-kind.ts";
import type { FigureRow } from "./service.ts";
import type { EntryFigures, RegionFigures } from "./pages/model.ts";
import { apiText, kindWords, pageText, stateWords } from "./text.ts";

const month = (): z.ZodOptional<z.ZodString> =>
  z.string().max(7).optional().openapi({ description: apiText.month, example: "2026-08" });
const region = z.string().max(12).optional().openapi({ description: apiText.region, example: "990101" });
const count = (): z.ZodNumber => z.number().int();
const share = (): z.ZodNullable<z.ZodNumber> =>
  z.number().nullable().openapi({ description: apiText.share, example: 99.66 });

export const figuresQuery = z.object({
  month: month(),
  region,
  format: z.enum(["json", "csv"]).default("json").openapi({ description: apiText.format }),
});
const pageMax = 200;
export const rowsQuery = z.object({
  month: z.string().max(7).openapi({ description: apiText.monthOfRows, example: "2026-08" }),
  kind: z.enum(rowKinds).default("submitted").openapi({ description: apiText.kind }),
  entry: z.string().max(64).optional().openapi({ description: apiText.entry, example: "penalty" }),
  provider: z.string().max(18).optional().openapi({ description: apiText.provider }),
  region,
  cursor: z.string().max(2048).optional().openapi({ description: apiText.cursor }),
  limit: z.coerce.number().int().min(1).max(pageMax).default(50).openapi({ description: apiText.limit, example: 50 }),
});

const numbersShape = {
  submitted: count(),
  accepted: count(),
  duplicates: count(),
  quarantined: count(),
  rejected: count(),
  compliance: share(),
  timely: count(),
  late: count(),
  lateness: share(),
  undated: count(),
  uncountable: count(),
  correction: count(),
  takenIn: count(),
  sentBack: count(),
  withdrawn: count(),
  second: count().openapi({ description: apiText.second }),
  missing: count(),
};
const numbersSchema = z.object(numbersShape).openapi("DualPublicityNumbers");
const lineSchema = z
  .object({
    provider: z.string(),
    providerName: z.string(),
    region: z.string(),
    state: z.enum(["sent", "nil", "none"]),
    numbers: numbersSchema,
  })
  .openapi("DualPublicityLine");

export const figuresSchema = z
  .object({
    month: z.string(),
    asOf: z.string().openapi({ description: apiText.asOf, format: "date-time" }),
    region: z.string().nullable(),
    entries: z.array(
      z.object({
        entry: z.string(),
        entryName: z.string(),
        termWorkingDays: count(),
        article: z.string(),
        lines: z.array(lineSchema),
        sum: numbersSchema,
      }),
    ),
    regions: z.array(z.object({ region: z.string(), name: z.string(), silent: count(), sum: numbersSchema })),
  })
  .openapi("DualPublicityFigures");

const day = (): z.ZodString => z.string().openapi({ example: "2026-09-09", format: "date" });
export const rowsSchema = z
  .object({
    items: z.array(
      z
        .object({
          entry: z.string(),
          provider: z.string(),
          batch: z.string(),
          row: count(),
          outcome: z.enum([
            "accepted",
            "taken",
            "duplicate",
            "rejected",
            "open",
            "question-accepted",
            "question-rejected",
          ]),
          decidedOn: day().nullable(),
          receivedAt: z.string().openapi({ format: "date-time" }),
          receivedOn: day(),
          workingDays: count().nullable(),
          verdict: z.enum(verdicts).nullable(),
          withdrawn: z.boolean(),
          corrected: z.boolean(),
          correction: z.boolean(),
          record: z.object({ subject: z.string(), id: z.string() }).nullable().openapi({ description: apiText.record }),
        })
        .openapi("DualPublicityRow"),
    ),
    next: z.string().nullable(),
  })
  .openapi("DualPublicityRows");

type NumbersBody = z.infer<typeof numbersSchema>;

const percent = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);

function presentNumbers(of: Numbers): NumbersBody {
  return { ...numbersOf(of), compliance: percent(complianceOf(of)), lateness: percent(latenessOf(of)) };
}

/** The counts alone: a line holds more than the interface promises. */
function numbersOf(of: Numbers): Numbers {
  const { submitted, accepted, duplicates, quarantined, rejected, timely, late, undated, uncountable } = of;
  const { correction, takenIn, sentBack, withdrawn, second, missing } = of;
  const fates = { submitted, accepted, duplicates, quarantined, rejected, takenIn, sentBack, withdrawn };
  return { ...fates, timely, late, undated, uncountable, correction, second, missing };
}

function presentLine(line: FigureLine): z.infer<typeof lineSchema> {
  const { provider, providerName, region: of, state } = line;
  return { provider, providerName, region: of, state, numbers: presentNumbers(line) };
}

export function presentFigures(read: {
  readonly month: string;
  readonly at: number;
  readonly region: string | null;
  readonly entries: readonly EntryFigures[];
  readonly regions: readonly RegionFigures[];
}): z.infer<typeof figuresSchema> {
  return {
    month: read.month,
    asOf: new Date(read.at).toISOString(),
    region: read.region,
    entries: read.entries.map((one) => ({
      entry: one.entry,
      entryName: one.title,
      termWorkingDays: one.termDays,
      article: one.article,
      lines: one.lines.map(presentLine),
      sum: presentNumbers(one.sum),
    })),
    regions: read.regions.map((one) => ({
      region: one.region,
      name: one.name,
      silent: one.silent,
      sum: presentNumbers(one.sum),
    })),
  };
}

export function presentRow({
  row,
  receivedOn,
  workingDays,
  verdict,
  record,
}: FigureRow): z.infer<typeof rowsSchema>["items"][number] {
  return {
    entry: row.entry,
    provider: row.provider,
    batch: row.batch,
    row: row.row,
    outcome: row.outcome,
    decidedOn: row.decidedOn,
    receivedAt: row.receivedAt.toISOString(),
    receivedOn,
    workingDays,
    verdict,
    withdrawn: row.state === "withdrawn",
    corrected: row.corrected,
    correction: row.correction,
    record,
  };
}

/** The table of a notice: a line a department and entry, and each entry's sum. */
export function* noticeTable(
  entries: readonly EntryFigures[],
  asked: { readonly month: string; readonly moment: Moment },
): Generator<readonly Cell[]> {
  const { csvHead } = pageText;
  const { policy } = asked.moment;
  yield [
    csvHead.month,
    csvHead.entry,
    csvHead.region,
    csvHead.unit,
    csvHead.code,
    csvHead.state,
    ...ownKinds.map((kind) => kindWords[kind]),
    csvHead.compliance,
    csvHead.lateness,
    kindWords.second,
    kindWords.missing,
  ];
  const numbers = (of: Numbers): string[] => [
    ...ownKinds.map((kind) => String(of[kind])),
    ...[complianceOf(of), latenessOf(of)].map((one) => (one === null ? "" : (one / 100).toFixed(2))),
    of.second === 0 ? pageText.noSecond : String(of.second),
    of.second === 0 ? pageText.noSecond : String(of.missing),
  ];
  for (const one of entries) {
    for (const line of one.lines) {
      const place = policy.districts.get(line.region) ?? policy.regionName;
      const head = [asked.month, one.title, place, line.providerName, line.provider, stateWords[line.state]];
      yield [...head, ...numbers(line)];
    }
    yield [asked.month, one.title, "", csvHead.total, "", "", ...numbers(one.sum)];
  }
}

/** The day of an export's name. */
export function fileName(month: string, { now }: Moment): string {
  return `dual-publicity-${month}-${dayOfInstant(now)}.csv`;
}
