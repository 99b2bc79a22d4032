import type { Paper } from "./words.ts";

interface Party {
  readonly uscc: string;
  readonly name: string;
}

/** All that a document says, as the platform keeps and digests it. */
export interface PaperBody {
  readonly application: string;
  readonly authority: Party;
  readonly to: Party;
  readonly subject: Party;
  readonly documentNo: string | null;
  readonly appliedOn: string;
  readonly words: string;
  readonly mend: string | null;
  readonly through: string | null;
  readonly basis: { readonly article: string; readonly text: string };
  readonly remedies: readonly {
    readonly id: string;
    readonly zh: string;
    readonly days: number | null;
    readonly months: number | null;
  }[];
}

/** The contract leaves a body open, since old documents are printed as they were made. */
export const bodyIn = ({ body }: Paper): PaperBody => body as unknown as PaperBody;
