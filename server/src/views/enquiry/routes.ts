import type { HttpApp } from "../../platform/http/http-app.ts";
import { readProgress, verifyDocument } from "../../records/repair/index.ts";
import type { RepairPorts } from "../../records/repair/index.ts";
import { chromeOf, momentOf, writePage } from "../site/index.ts";
import type { PageContext, Present, SiteName } from "../site/index.ts";
import type { ProgressModel } from "./pages/progress.ts";
import type { VerifyModel } from "./pages/verify.ts";
import { enquiryPages as pages } from "./pages.ts";
import { readHex, readNumber } from "./rules.ts";

export interface EnquiryWiring extends Present {
  readonly site: SiteName;
  readonly ports: RepairPorts;
}

const CODE_DIGITS = 20;
const DIGEST_DIGITS = 64;

/** What the form sent; a body of any other kind asks nothing. */
async function typedCode(c: PageContext): Promise<string> {
  const body: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
  const typed = body["code"];
  return typeof typed === "string" ? typed : "";
}

async function progressOf({ ports }: EnquiryWiring, typed: string): Promise<ProgressModel["answer"]> {
  const code = readHex(typed, CODE_DIGITS);
  if (code === null) return "unknown";
  const found = await readProgress(ports, code);
  return found.ok ? found.value : "unknown";
}

async function verdictOf({ ports }: EnquiryWiring, query: Readonly<Record<string, string>>): Promise<VerifyModel> {
  const asked = { number: query["number"] ?? "", digest: query["digest"] ?? "" };
  const isAsked = query["number"] !== undefined || query["digest"] !== undefined;
  const number = readNumber(asked.number);
  const digest = readHex(asked.digest, DIGEST_DIGITS);
  const faults = { number: isAsked && number === null, digest: isAsked && digest === null };
  const genuine = number === null || digest === null ? null : await verifyDocument(ports, { number, digest });
  return { asked, faults, genuine };
}

/** `/repair/progress` and `/repair/verify`: for whoever holds a code or a document, without an account. */
export function addEnquiryRoutes(app: HttpApp, wiring: EnquiryWiring): void {
  const { site } = wiring;
  const progress = (c: PageContext, answer: ProgressModel["answer"]): Response => {
    c.header("cache-control", "no-store");
    const chrome = chromeOf(c, site, { moment: momentOf(wiring) });
    return writePage(c, pages.progress, { model: { answer }, chrome, status: answer === "unknown" ? 422 : 200 });
  };
  app.get("/repair/progress", (c) => progress(c, null));
  app.post("/repair/progress", async (c) => progress(c, await progressOf(wiring, await typedCode(c))));
  app.get("/repair/verify", async (c) => {
    c.header("cache-control", "no-store");
    const model = await verdictOf(wiring, c.req.query());
    // What was typed is not carried on by the links of the frame.
    const chrome = chromeOf(c, site, { moment: momentOf(wiring), bare: true });
    const status = model.faults.number || model.faults.digest ? 422 : 200;
    return writePage(c, pages.verify, { model, chrome, status });
  });
}
