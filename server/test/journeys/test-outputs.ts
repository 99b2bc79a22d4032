// Every path by which something can leave the platform. A route that does not stand here fails the build.

import { hash } from "node:crypto";

/** What a probe looks for: records that are on show, of one subject. */
export interface Sought {
  readonly code: string;
  readonly name: string;
  /** Ids outside, and document numbers that stand nowhere else. */
  readonly penalty: { readonly id: string; readonly document: string };
  readonly permit: { readonly id: string; readonly document: string };
}

export interface Probe {
  readonly path: string;
  readonly finds: "penalty" | "permit";
  readonly accept?: string;
  /** It names no record, but counts them by entry. */
  readonly counts?: true;
  /** A look at what is not public: who asks, and with what body. */
  readonly as?: "approver" | "enterprise";
  readonly body?: unknown;
  /** The subject itself sees what stands about it beyond its term too, as long as it has not ended. */
  readonly beyondTerm?: true;
}

/** `nobody`: tells of no subject's records, for the reason given. `own`: needs an account and tells of its own batches. */
export type Output =
  | { readonly kind: "records"; readonly probes: (sought: Sought) => readonly Probe[] }
  | { readonly kind: "nobody"; readonly why: string }
  | { readonly kind: "own"; readonly why: string };

const nobody = (why: string): Output => ({ kind: "nobody", why });
const own = (why: string): Output => ({ kind: "own", why });
const both = (path: (sought: Sought) => string): Output => ({
  kind: "records",
  probes: (sought) => [
    { path: path(sought), finds: "penalty" },
    { path: path(sought), finds: "permit" },
  ],
});
const ownBatch = own("a department's own batch: what it sent and what became of it, never whether it is still shown");

/** By duty, under a matter number of the subject's own: one matter stands for one subject. */
function queryOf(code: string): unknown {
  const matter = `SL-2026-${String(hash("sha256", code, "buffer").readUInt32BE(0) % 1_000_000).padStart(6, "0")}`;
  const basis = { kind: "duty", duty: "permit-review" };
  return { purpose: "administrative-approval", basis, subjects: [{ uscc: code, matter }] };
}

/** Before an officer decides: what a penalty brings about in the matter that it is relevant to. */
function checkOf(code: string): unknown {
  const matterNo = `SL-2026-${String(hash("sha256", code, "buffer").readUInt32BE(0) % 1_000_000).padStart(6, "0")}`;
  const asked = { matter: "supervision-check", purpose: "supervision", duty: "permit-review" };
  return { ...asked, subjects: [{ uscc: code, matterNo }] };
}

const ownProposal = own("what one's own unit asks for and decides, never whether a record is still shown");
const ownDraft = own("drafts of policy of one's own office, no record");
const ownKeys = own("keys by which machines act for one's own unit");

/** By `METHOD path`, as the routes are registered. */
export const outputs: Readonly<Record<string, Output>> = {
  "GET /healthz": nobody("whether the server is ready"),
  "GET /metrics": nobody("counters of the server, on its own machine"),
  "GET /robots.txt": nobody("which paths robots may read"),
  "GET /api/v1/session": own("who one is signed in as"),
  "DELETE /api/v1/session": own("ends one's own session"),
  "GET /api/v1/sessions": own("one's own sessions"),
  "DELETE /api/v1/sessions": own("ends one's own sessions"),
  "DELETE /api/v1/sessions/:session": own("ends one of one's own sessions"),
  "POST /api/v1/authorisations/drafts": own("the wording of what one is about to authorise"),
  "POST /api/v1/authorisations": own("what one has authorised just now"),
  "GET /api/v1/authorisations": own("what one has authorised or was authorised to, no record"),
  "GET /api/v1/authorisations/:authorisation": own("one's own authorisation, no record"),
  "GET /api/v1/authorisations/:authorisation/artefact": own("one's own authorisation, no record"),
  "POST /api/v1/authorisations/:authorisation/revocation": own("one's own authorisation, no record"),
  "POST /api/v1/commitments/drafts": own("the wording of what one is about to promise"),
  "POST /api/v1/commitments": own("what one has promised just now"),
  "GET /api/v1/own/commitments": own("what one has promised, no record"),
  "GET /api/v1/commitments": own("what was promised to one's own unit, no record"),
  "POST /api/v1/commitments/:commitment/judgements": own("what was promised to one's own unit, no record"),
  "GET /api/v1/files/:owner/:case": own("files of a case that one has to do with, no record"),
  "POST /api/v1/files/:owner/:case": own("a file that one has just handed in"),
  "GET /api/v1/files/:owner/:case/:file": own("a file of a case that one has to do with, no record"),
  "POST /api/v1/files/:owner/:case/:file/confirmation": own("a file that one's own unit has redacted"),
  "POST /api/v1/lists/:list/cases": own("a case that one's own unit has opened just now"),
  "GET /api/v1/lists/:list/cases": own("cases of one's own unit, no record"),
  "GET /api/v1/cases": own("cases of one's own unit, no record"),
  "GET /api/v1/lists/:list/cases/:case": own("a case of one's own unit, no record"),
  "POST /api/v1/lists/:list/cases/:case/steps": own("a case of one's own unit, no record"),
  "GET /api/v1/lists/:list/cases/:case/documents/:document": own("a document that one's own unit has issued"),
  "GET /api/v1/own/cases": own("cases about oneself, no record"),
  "GET /api/v1/own/cases/:case": own("a case about oneself, no record"),
  "POST /api/v1/own/cases/:case/steps": own("a case about oneself, no record"),
  "GET /api/v1/own/cases/:case/documents/:document": own("a document that one was served"),
  "GET /api/v1/own/repairs/eligibility": own("what one may apply for about each decision, by its number"),
  "GET /api/v1/own/repairs": own("what one applies for, no record"),
  "POST /api/v1/own/repairs": own("what one applies for, no record"),
  "GET /api/v1/own/repairs/:repair": own("what one applies for, no record"),
  "POST /api/v1/own/repairs/:repair/steps": own("what one applies for, no record"),
  "GET /api/v1/own/repairs/:repair/documents/:document": own("a document that one was issued"),
  "GET /api/v1/repairs": own("applications that one decides, no record"),
  "POST /api/v1/repairs": own("an application at a hall, no record"),
  "POST /api/v1/repairs/pushed": own("an application that the national entrance pushes, no record"),
  "GET /api/v1/repairs/pushed/:number": own("an application that one has pushed, no record"),
  "POST /api/v1/repairs/handed-in": own("from which day a decision that is handed in may be repaired, by its number"),
  "POST /api/v1/repairs/notices": own("from which day a decision of one's own may be repaired, by its number"),
  "GET /api/v1/repairs/:repair": own("an application that one decides, no record"),
  "POST /api/v1/repairs/:repair/steps": own("an application that one decides, no record"),
  "GET /api/v1/repairs/:repair/documents/:document": own("a document that one issued"),
  "GET /api/v1/repair/settings": nobody("by which rules repairs are decided"),
  "GET /api/v1/repair/progress": nobody("how far the application of a code that nobody can guess has come"),
  "GET /repair/progress": nobody("a question for a code"),
  "POST /repair/progress": nobody("how far the application of a code that nobody can guess has come"),
  "GET /repair/verify": nobody("whether a number and a digest belong together"),
  "GET /api/v1/repair/documents": nobody("whether a number and a digest belong together"),
  "GET /api/v1/own/objections": own("what one disputes, no record"),
  "POST /api/v1/own/objections": own("what one disputes, no record"),
  "GET /api/v1/own/objections/:objection": own("what one disputes, no record"),
  "POST /api/v1/own/objections/:objection/withdrawal": own("what one disputes, no record"),
  "GET /api/v1/own/objections/:objection/documents/:document": own("a document that one was issued"),
  "GET /api/v1/objections/rules": nobody("the law"),
  "GET /api/v1/repairs/figures": own("counts of a month, and ids of applications for whoever handles them"),
  "GET /api/v1/objections/figures": own("counts of a month"),
  "GET /api/v1/objections": own("what one's own unit has to see to or to answer"),
  "POST /api/v1/objections": own("what was handed in on paper"),
  "GET /api/v1/objections/:objection": own("what one's own unit has to see to or to answer"),
  "POST /api/v1/objections/:objection/steps": own("what one's own unit has to see to or to answer"),
  "GET /api/v1/objections/:objection/documents/:document": own("a document of an objection"),
  "GET /api/v1/recalls": own("counts of answers that were recalled"),
  "GET /api/v1/marks": own("reviews and lawsuits about decisions of one's own unit"),
  "POST /api/v1/marks": own("says that a decision of one's own unit is under review or in court"),
  "POST /api/v1/marks/:mark/lifting": own("says that it is so no more"),
  "GET /api/v1/authorisation-key": nobody("the key that artefacts are checked with"),
  "POST /api/v1/mandates": own("what an agent may do for an enterprise"),
  "POST /api/v1/mandates/:mandate/end": own("ends a mandate"),
  "GET /sign-in": own("who one is signed in as, and where one can sign in"),
  "GET /sign-in/step-up": own("sends the browser to an identity provider"),
  "GET /sign-in/return": own("who one is signed in as"),
  "POST /sign-in/accounts": own("who one is signed in as"),
  "GET /sign-in/:provider": nobody("sends the browser to an identity provider"),
  "POST /sign-out": own("ends one's own session"),
  "GET /demo-identity/interaction/:uid": nobody("a login form"),
  "POST /demo-identity/interaction/:uid": nobody("a login form"),
  "GET /demo-identity/*": nobody("the bundled identity provider, which knows logins alone"),
  "POST /demo-identity/*": nobody("the bundled identity provider, which knows logins alone"),
  "GET /": nobody("totals, which may lag by less than a minute"),
  "GET /workbench": nobody("the page of an app, the same for everybody"),
  "GET /workbench/*": nobody("the page of an app, the same for everybody"),
  "GET /workbench/assets/:file": nobody("scripts and styles of an app"),
  "GET /api/v1/catalogue": nobody("what may be recorded"),
  "GET /api/v1/catalogue/:entry": nobody("what may be recorded"),
  "GET /api/v1/catalogue/:entry/template.csv": nobody("an empty template"),
  "GET /api/v1/endpoint-key": nobody("the key that messages to endpoints are checked with"),
  "GET /api/v1/receipt-key": nobody("the key that receipts are checked with"),
  "GET /api/v1/coverage": nobody("how far providers declare themselves complete"),
  "GET /api/v1/batches": own("how batches of one's own unit stand; for an operator of all providers, no subject"),
  "GET /api/v1/questions": ownBatch,
  "GET /api/v1/batches/:batch": ownBatch,
  "GET /api/v1/batches/:batch/issues": ownBatch,
  "GET /api/v1/batches/:batch/questions": ownBatch,
  "GET /api/v1/batches/:batch/subjects": ownBatch,
  "GET /api/v1/batches/:batch/receipt": ownBatch,
  "GET /api/v1/batches/:batch/receipt/rows": ownBatch,
  "POST /api/v1/batches": ownBatch,
  "PATCH /api/v1/batches/:batch": ownBatch,
  "POST /api/v1/submissions": ownBatch,
  "POST /api/v1/batches/:batch/looks": ownBatch,
  "POST /api/v1/batches/:batch/decisions": ownBatch,
  "POST /api/v1/batches/:batch/withdrawal": ownBatch,
  "POST /api/v1/completeness": ownBatch,
  "GET /api/v1/approvals": ownProposal,
  "GET /api/v1/approvals/:proposal": ownProposal,
  "POST /api/v1/approvals/:proposal/approval": ownProposal,
  "POST /api/v1/approvals/:proposal/refusal": ownProposal,
  "POST /api/v1/approvals/:proposal/withdrawal": ownProposal,
  "GET /api/v1/accounts": own("who has an account"),
  "POST /api/v1/accounts/:account/freezing": own("stops an account"),
  "POST /api/v1/accounts/:account/unfreezing": ownProposal,
  "POST /api/v1/accounts/:account/closing": ownProposal,
  "POST /api/v1/audit/looks": own("traces of deeds for the auditor, never what they left behind"),
  "GET /api/v1/access/looks/mine": own("looks of one's own office today, never what they showed"),
  "POST /api/v1/accounts": ownProposal,
  "POST /api/v1/accounts/:account/role": ownProposal,
  "GET /api/v1/clients": ownKeys,
  "POST /api/v1/clients": ownKeys,
  "POST /api/v1/clients/:key/rotation": ownKeys,
  "POST /api/v1/clients/:key/revocation": ownKeys,
  "POST /api/v1/mappings": ownBatch,
  "GET /policy/releases": nobody("the law"),
  "GET /policy/releases/:number": nobody("the law"),
  "GET /api/v1/policy/releases": nobody("the law"),
  "GET /api/v1/policy/releases/:number": nobody("the law"),
  "POST /api/v1/policy/releases/:number/withdrawal": ownProposal,
  "GET /api/v1/policy/assessments": ownDraft,
  "POST /api/v1/policy/assessments": own("counts by kind and territory, of ten subjects at least"),
  "GET /api/v1/policy/assessments/:assessment": own("counts by kind and territory, of ten subjects at least"),
  "GET /api/v1/policy/texts": own("which files the policy has, no record"),
  "GET /api/v1/policy/text": own("a file of the policy, no record"),
  "GET /api/v1/policy/drafts": ownDraft,
  "POST /api/v1/policy/drafts": ownDraft,
  "GET /api/v1/policy/drafts/:draft": ownDraft,
  "GET /api/v1/policy/drafts/:draft/judgement": ownDraft,
  "GET /api/v1/policy/drafts/:draft/impact": own("counts by kind and territory, of ten subjects at least"),
  "POST /api/v1/policy/drafts/:draft/versions": ownDraft,
  "POST /api/v1/policy/drafts/:draft/release": ownProposal,
  "GET /about": nobody("who runs the site"),
  "GET /accessibility": nobody("a statement"),
  "GET /catalogue": nobody("what may be recorded"),
  "GET /catalogue/:entry": nobody("what may be recorded"),
  "GET /coverage": nobody("how far providers declare themselves complete"),
  "GET /guide": nobody("a guide"),
  "GET /guide/:id": nobody("a guide"),
  "GET /guide/dates": nobody("reckons with the days that are typed"),
  "GET /rules": nobody("the law"),
  "GET /rules/sources/:id": nobody("the law"),
  "GET /sitemap": nobody("places of the site"),
  "GET /sitemap.xml": nobody("places of the site"),
  "GET /figures": nobody("figures about departments"),
  "GET /api/v1/figures/dual-publicity": nobody("figures about departments"),
  "GET /api/v1/open-data": nobody("which data sets there are"),
  "GET /open-data": nobody("which data sets there are"),
  "GET /api/v1/open-data/:entry/schema": nobody("the shape of a data set"),
  "GET /figures/rows": {
    kind: "records",
    probes: () => [
      { path: "/figures/rows?month=2026-09&entry=penalty", finds: "penalty" },
      { path: "/figures/rows?month=2026-09&entry=permit", finds: "permit" },
    ],
  },
  "GET /api/v1/figures/dual-publicity/rows": {
    kind: "records",
    probes: () => [
      { path: "/api/v1/figures/dual-publicity/rows?month=2026-09&entry=permit&limit=200", finds: "permit" },
    ],
  },
  "GET /api/v1/open-data/:file": {
    kind: "records",
    probes: () => [
      { path: "/api/v1/open-data/permit.csv", finds: "permit" },
      { path: "/api/v1/open-data/permit.ndjson", finds: "permit" },
      { path: "/api/v1/open-data/permit.parquet", finds: "permit" },
    ],
  },
  "POST /api/v1/queries/exports": {
    kind: "records",
    probes: ({ code }) => [
      { path: "/api/v1/queries/exports", finds: "penalty", as: "approver", body: queryOf(code) },
      { path: "/api/v1/queries/exports", finds: "permit", as: "approver", body: queryOf(code) },
    ],
  },
  "POST /api/v1/checks": {
    kind: "records",
    probes: ({ code }) => [{ path: "/api/v1/checks", finds: "penalty", as: "approver", body: checkOf(code) }],
  },
  "POST /api/v1/checks/proposals": ownProposal,
  "GET /api/v1/checks/feedback": own("what one's own office decided after its checks, without saying of whom"),
  "POST /api/v1/checks/feedback": own("what one's own office did after a check; answers nothing"),
  "GET /measures": nobody("the registry of measures"),
  "GET /measures/:id": nobody("one measure of the registry"),
  "GET /api/v1/measures": nobody("the registry of measures"),
  "GET /api/v1/measures/figures": nobody("how often measures were applied, in counts"),
  "POST /api/v1/exports/traces": own("which export a file came from, never whom it is about"),
  "POST /api/v1/queries": {
    kind: "records",
    probes: ({ code }) => [
      { path: "/api/v1/queries", finds: "penalty", as: "approver", body: queryOf(code) },
      { path: "/api/v1/queries", finds: "permit", as: "approver", body: queryOf(code) },
    ],
  },
  "GET /api/v1/own/records": {
    kind: "records",
    probes: () => [
      { path: "/api/v1/own/records", finds: "penalty", as: "enterprise", beyondTerm: true },
      { path: "/api/v1/own/records", finds: "permit", as: "enterprise", beyondTerm: true },
    ],
  },
  "GET /api/v1/own/download": {
    kind: "records",
    probes: () => [
      { path: "/api/v1/own/download", finds: "penalty", as: "enterprise", beyondTerm: true },
      { path: "/api/v1/own/download", finds: "permit", as: "enterprise", beyondTerm: true },
    ],
  },
  "GET /api/v1/own/looks/:look/proof": own("that a look at it stands in the log, never what was seen"),
  "GET /api/v1/own/notices": own("what one's own organisation is told"),
  "POST /api/v1/own/notices/read": own("how far one has read"),
  "GET /api/v1/own/looks": own("who looked at it: offices, matters and entries, never a record"),
  "GET /lists": nobody("totals, which may lag by less than a minute"),
  "GET /type-size": nobody("sets a cookie"),
  "GET /api/v1/openapi.json": nobody("the contract"),
  "GET /subjects": nobody("names and codes of subjects, no record of them"),
  "GET /api/v1/subjects": nobody("names and codes of subjects, no record of them"),
  "GET /subjects/:uscc": both(({ code }) => `/subjects/${code}`),
  "GET /subjects/:uscc/records/:id": {
    kind: "records",
    probes: ({ code, penalty, permit }) => [
      { path: `/subjects/${code}/records/${penalty.id}`, finds: "penalty", accept: "text/html" },
      { path: `/subjects/${code}/records/${permit.id}`, finds: "permit", accept: "text/html" },
    ],
  },
  "GET /lists/:entry": {
    kind: "records",
    probes: () => [
      { path: "/lists/penalty", finds: "penalty" },
      { path: "/lists/penalty?from=2026-06-18&until=2026-06-18&authority=%E5%B8%82%E5%9C%BA", finds: "penalty" },
      { path: "/lists/permit", finds: "permit" },
    ],
  },
  "GET /api/v1/subjects/:uscc": {
    kind: "records",
    probes: ({ code }) => [
      { path: `/api/v1/subjects/${code}`, finds: "penalty", counts: true },
      { path: `/api/v1/subjects/${code}`, finds: "permit", counts: true },
    ],
  },
  "GET /rules/lists": nobody("the procedures of lists"),
  "GET /rules/lists/:list": nobody("the procedure of one list"),
  "GET /api/v1/subjects/:uscc/records": {
    kind: "records",
    probes: ({ code }) => [
      { path: `/api/v1/subjects/${code}/records`, finds: "penalty" },
      { path: `/api/v1/subjects/${code}/records?entry=permit`, finds: "permit" },
    ],
  },
  "GET /api/v1/subjects/:uscc/records/:id": {
    kind: "records",
    probes: ({ code, penalty, permit }) => [
      { path: `/api/v1/subjects/${code}/records/${penalty.id}`, finds: "penalty" },
      { path: `/api/v1/subjects/${code}/records/${permit.id}`, finds: "permit" },
    ],
  },
  "POST /api/v1/subscriptions": ownProposal,
  "GET /api/v1/subscriptions": own("who receives statements, no record"),
  "POST /api/v1/subscriptions/:subscription/end": own("ends a subscription"),
  "POST /api/v1/endpoints": ownProposal,
  "GET /api/v1/endpoints": own("where the platform speaks first, no record"),
  "POST /api/v1/endpoints/:endpoint/end": own("ends an endpoint"),
  "POST /api/v1/deliveries": own(
    "statements under ids of the recipient's own; withdrawals.test.ts ends them on this path",
  ),
  "GET /api/v1/withdrawals": own("what ended of what one received, by ids of one's own, never a record"),
  "POST /api/v1/withdrawals/acknowledgements": own("receipts for what one was told"),
  "GET /api/v1/withdrawals/standing": own("how far one's own receipts have come"),
  "GET /api/v1/withdrawals/digest": own("digests of what one received"),
  "GET /api/v1/withdrawals/copies": own("ids of one's own and digests, never a record"),
  "GET /api/v1/withdrawals/overdue": own("who owes receipts, no record"),
  "GET /api/v1/withdrawals/overdue.csv": own("who owes receipts, no record"),
  "GET /api/v1/withdrawals/subscribers": own("who receives, and how far, no record"),
  "GET /api/v1/withdrawals/subscribers/:organisation": own("how far a recipient came, no record"),
  "POST /api/v1/withdrawals/reminders": own("reminds a recipient, no record"),
  "POST /api/v1/withdrawals/namings": ownProposal,
  "GET /api/v1/access/rules": nobody("by what right offices may look"),
  "GET /api/v1/access/draws": nobody("seeds and counts of the nightly draw"),
  "GET /api/v1/access/roots": nobody("signed roots of the log of looks"),
  "GET /api/v1/access/delays": nobody("how many looks are told late, by article"),
  "GET /api/v1/access/justifications": own("looks of one's own office that were drawn, never what they showed"),
  "POST /api/v1/access/justifications/:look": own("a look of one's own office that was drawn"),
  "POST /api/v1/access/justifications/:look/confirmation": own("a look of one's own office that was drawn"),
  "GET /api/v1/access/alerts": own("what accounts did in counts, for those who watch"),
  "POST /api/v1/access/alerts/:alert/closing": own("what accounts did in counts, for those who watch"),
  "POST /api/v1/access/delays": own("a delay of one's own office"),
  "POST /api/v1/access/delays/:delay/confirmation": own("a delay of one's own office"),
};
