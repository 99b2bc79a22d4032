// What a hall writes down of the paper before it. Pure.
import type { components } from "@xinheng/contract/client";
import { judgeCode } from "../../looks/code-list.ts";

export type HallPaper = NonNullable<components["schemas"]["AuthorisationGiving"]["hall"]>;

export interface PaperForm {
  readonly subject: string;
  readonly file: string;
  readonly appeared: string;
  readonly name: string;
}

export const noPaper: PaperForm = { subject: "", file: "", appeared: "", name: "" };

const isAppeared = (text: string): text is HallPaper["appeared"] => text === "legal-representative" || text === "agent";

/** The paper as the server takes it; null while something is missing or the code is unsound. */
export function paperOf(form: PaperForm): HallPaper | null {
  const subject = form.subject.trim().toUpperCase();
  const [file, name] = [form.file.trim(), form.name.trim()];
  if (judgeCode(subject) !== "sound" || file === "" || name === "" || !isAppeared(form.appeared)) return null;
  return { subject, file, appeared: form.appeared, name };
}
