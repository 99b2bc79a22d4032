import { Link } from "../../router/link.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { objectionsText } from "./text.ts";
import { aboutWord, leftWord, phaseMark } from "./words.ts";
import type { Objection } from "./words.ts";

const words = objectionsText.columns;

/** Columns of a list of objections. @param subjects whether they are several subjects'. */
export function columnsOf(hrefTo: (objection: string) => string, subjects: boolean): readonly Column<Objection>[] {
  const subject: Column<Objection> = { name: "subject", head: words.subject, cell: (one) => one.subject.name };
  return [
    {
      name: "about",
      head: words.about,
      names: true,
      cell: (one) => <Link href={hrefTo(one.objection)}>{aboutWord(one)}</Link>,
    },
    ...(subjects ? [subject] : []),
    { name: "ground", head: words.ground, cell: (one) => one.groundName },
    { name: "respondent", head: words.respondent, cell: (one) => one.respondent.name },
    { name: "filed", head: words.filed, cell: ({ filedOn }) => filedOn },
    { name: "phase", head: words.phase, cell: (one) => <StatusMark {...phaseMark(one)} /> },
    { name: "due", head: words.due, cell: ({ due }) => leftWord(due) },
  ];
}
