import type { components } from "@xinheng/contract/client";
import { useState } from "react";
import { post } from "../client/client.ts";
import type { Problem } from "../client/problem.ts";
import { bodyOf, digestOf } from "./terms.ts";
import type { Terms, TermsBody } from "./terms.ts";

type Wording = components["schemas"]["AuthorisationWording"];
type Given = components["schemas"]["AuthorisationGiven"];
type Hall = components["schemas"]["AuthorisationGiving"]["hall"];

/** A wording with the terms that it was made of, and the digest of the words that stand on the page. */
export interface Drafted {
  readonly body: TermsBody;
  readonly wording: Wording;
  readonly digest: string;
}

export interface Drafting {
  readonly drafted: Drafted | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly draft: (terms: Terms, subject: string | null) => Promise<void>;
  /** Gives what was drafted: the digest that goes along is that of the words that were shown. */
  readonly give: (hall?: Hall) => Promise<Given | null>;
  /** Terms that changed have no wording any more. */
  readonly drop: () => void;
}

export function useDrafting(): Drafting {
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const draft = async (terms: Terms, subject: string | null): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const body = bodyOf(terms, subject);
    const made = await post("/api/v1/authorisations/drafts", { body });
    if (made.ok) {
      const digest = (await digestOf(made.value.consent)) ?? made.value.sha256;
      setDrafted({ body, wording: made.value, digest });
    } else setProblem(made.problem);
    setBusy(false);
  };
  const give = async (hall: Hall = null): Promise<Given | null> => {
    if (drafted === null) return null;
    setBusy(true);
    setProblem(null);
    const { subject: _subject, ...terms } = drafted.body;
    const consent = { draft: drafted.wording.draft, consent: drafted.digest };
    const given = await post("/api/v1/authorisations", {
      body: { ...terms, ...consent, hall },
    });
    setBusy(false);
    if (!given.ok) setProblem(given.problem);
    return given.ok ? given.value : null;
  };
  return { drafted, problem, busy, draft, give, drop: () => setDrafted(null) };
}
