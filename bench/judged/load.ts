// Puts the real register into a migrated database by the records' own door: former names end where the present begin.
import { parseDay } from "../../server/src/kernel/day.ts";
import type { Day } from "../../server/src/kernel/day.ts";
import { foldName } from "../../server/src/kernel/fold.ts";
import { subjectKindOf } from "../../server/src/kernel/uscc.ts";
import type { Database } from "../../server/src/platform/database/pool.ts";
import { closeOtherNames, insertNames, insertSubjects } from "../../server/src/records/subject/index.ts";
import type { NewName } from "../../server/src/records/subject/index.ts";
import { noKeyDigest } from "./ask.ts";
import type { RealSubject } from "./register.ts";

const batch = "00000000-0000-4000-8000-000000000001";
const at = "2026-09-09T00:00:00Z";
const days = { former: dayAt("2001-01-01"), present: dayAt("2002-01-01") } as const;
const chunk = 20_000;

function dayAt(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(text);
  return day;
}

function nameOf({ code }: RealSubject, name: string, knownFrom: Day): NewName {
  return { subject: code, kind: subjectKindOf(code), name, folded: foldName(name), knownFrom, registered: true };
}

/** Needs a login that may write to `subject`. */
export async function loadSubjects(db: Database, subjects: readonly RealSubject[]): Promise<void> {
  for (let from = 0; from < subjects.length; from += chunk) {
    const part = subjects.slice(from, from + chunk);
    const renamed = part.filter(({ former }) => former !== null);
    await db.write(async (tx) => {
      const known = part.map(({ code }) => ({
        subject: code,
        kind: subjectKindOf(code),
        standing: "registered" as const,
      }));
      await insertSubjects(tx, { batch, at }, known);
      const source = { batch, digest: noKeyDigest };
      await insertNames(
        tx,
        source,
        renamed.map((one) => nameOf(one, one.former ?? "", days.former)),
      );
      for (const { code, name } of renamed) {
        await closeOtherNames(tx, { subject: code, folded: foldName(name), from: days.present });
      }
      await insertNames(
        tx,
        source,
        part.map((one) => nameOf(one, one.name, days.present)),
      );
    });
  }
}
