import type { Day } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { EntryGround, ListProcedure } from "../../../policy/list-procedure.ts";
import { judgeCompetence, judgeGround } from "./ground.ts";
import type { Instruments } from "./instrument.ts";
import { no, notStanding } from "./verdict.ts";

/** What is asked when a case is opened. */
export interface OpeningWish {
  readonly procedure: ListProcedure | undefined;
  readonly organisation: string;
  readonly ground: string;
  /** Undefined where the subject is not known here. */
  readonly subjectKind: SubjectKind | undefined;
  /** A case on the same list is under way, or a listing stands. */
  readonly standing: "none" | "open" | "listed";
  readonly day: Day;
}

/**
 * Whether an authority may open a case against a subject. Refuses, in this order: `lists.unknown`, `lists.not-live`,
 * `lists.lapsed`, `lists.elsewhere-only`, `lists.not-competent`, `lists.unknown-subject`, `lists.natural-person`,
 * `lists.subject-kind`, `lists.ground-unknown`, `lists.basis-…`, `lists.already-open`, `lists.already-listed`.
 */
export function judgeOpening(
  policy: Instruments,
  wish: OpeningWish,
): Outcome<{ readonly procedure: ListProcedure; readonly ground: EntryGround }> {
  const { procedure, subjectKind } = wish;
  if (procedure === undefined) return no("lists.unknown", { kind: "absent" });
  if (procedure.state !== "live") return notStanding(procedure);
  const values = { list: procedure.zh };
  if (!procedure.doors.includes("here")) return no("lists.elsewhere-only", { kind: "forbidden", values });
  const competent = judgeCompetence(procedure, wish.organisation);
  if (!competent.ok) return competent;
  const subject = judgeSubject(procedure, subjectKind);
  if (!subject.ok) return subject;
  const ground = judgeGround(policy, procedure, wish);
  if (!ground.ok) return ground;
  if (wish.standing === "open") return no("lists.already-open", { values });
  if (wish.standing === "listed") return no("lists.already-listed", { values });
  return granted({ procedure, ground: ground.value });
}

function judgeSubject(procedure: ListProcedure, kind: SubjectKind | undefined): Outcome<null> {
  if (kind === undefined) return no("lists.unknown-subject", { kind: "invalid" });
  if (kind === "natural-person") return no("lists.natural-person", { kind: "forbidden" });
  const values = { list: procedure.zh };
  return procedure.subjectKinds.includes(kind)
    ? granted(null)
    : no("lists.subject-kind", { kind: "forbidden", values });
}
