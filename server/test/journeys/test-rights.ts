// Who may ask on routes that are not for everybody, with a sound request for each.
import { ROLES } from "../../src/foundation/accounts/index.ts";
import type { Role } from "../../src/foundation/accounts/index.ts";
import { market } from "./test-client.ts";
import { firm } from "./test-sheets.ts";

const submitters: readonly Role[] = ["clerk", "reviewer", "operator"];
const lookers: readonly Role[] = ["approver", "operator", "bank"];
const jurists: readonly Role[] = ["operator", "security-admin"];
const assessors: readonly Role[] = ["operator", "security-admin", "reviewer"];
const deciders: readonly Role[] = ["clerk", "reviewer"];
/** Of a listing's case; other rooms have more. */
const parties: readonly Role[] = ["clerk", "reviewer", "enterprise"];
const recipients: readonly Role[] = ["subscriber", "bank", "approver"];
/** Who sees to objections, who answers them, and who takes them in on paper. */
const objectionRoles: readonly Role[] = ["clerk", "reviewer", "approver", "operator", "hall-clerk"];
const watchers: readonly Role[] = ["security-admin", "auditor"];
export const uuid = "00000000-0000-4000-8000-000000000000";

export interface Right {
  /** By which channel of visibility records leave; `none`: no record leaves. */
  readonly channel: "own" | "duty" | "none";
  /** Every other role is refused. */
  readonly roles: readonly Role[];
  /** A sound request, so that it is the role that decides. */
  readonly body?: unknown;
  readonly query?: string;
}

const none = (roles: readonly Role[], body?: unknown, query?: string): Right => ({
  channel: "none",
  roles,
  ...(body === undefined ? {} : { body }),
  ...(query === undefined ? {} : { query }),
});
const own = (roles: readonly Role[], body?: unknown): Right => ({ ...none(roles, body), channel: "own" });

const reason = "核对";
const documentNo = "示信函〔2026〕1号";
const terms = {
  grantee: "91990100MA0XH0034B",
  scope: [{ entry: "penalty", fields: null }],
  purpose: "financing",
  uses: 1,
  from: "2026-09-09",
  through: "2026-09-30",
};
const promise = { receiver: market, kind: "voluntary", promise: "守法经营。" };
const disputed = {
  target: { kind: "record", record: "AAECAwQFBgcICQoLDA0ODw" },
  ground: "wrong-content",
  claim: reason,
};
const key = {
  publicKey:
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n",
  notBefore: "2026-09-09T00:00:00Z",
  notAfter: "2027-09-08T00:00:00Z",
  reason,
  documentNo,
};

/** By `METHOD path`. What only asks who one is stands in `signedIn`. */
export const rights: Readonly<Record<string, Right>> = {
  "POST /api/v1/queries": {
    channel: "duty",
    roles: lookers,
    body: {
      purpose: "administrative-approval",
      basis: { kind: "duty", duty: "permit-review" },
      subjects: [{ uscc: firm(1).code, matter: "SL-2026-000001" }],
    },
  },
  "POST /api/v1/checks": {
    channel: "duty",
    roles: ["approver", "operator"],
    body: {
      matter: "supervision-check",
      purpose: "supervision",
      duty: "permit-review",
      subjects: [{ uscc: firm(1).code, matterNo: "SL-2026-000001" }],
    },
  },
  "POST /api/v1/checks/proposals": none(["approver"], {
    matter: "supervision-check",
    purpose: "supervision",
    duty: "permit-review",
    subjects: [{ uscc: firm(1).code, matterNo: "SL-2026-000001" }],
    reason,
  }),
  "GET /api/v1/checks/feedback": none(["approver", "operator"]),
  "POST /api/v1/checks/feedback": none(["approver", "operator"], {
    uscc: firm(1).code,
    look: "0".repeat(32),
    measure: "food-inspection-frequency",
    applied: false,
    reason,
  }),
  "POST /api/v1/queries/exports": {
    channel: "duty",
    roles: lookers,
    body: {
      purpose: "administrative-approval",
      basis: { kind: "duty", duty: "permit-review" },
      subjects: [{ uscc: firm(2).code, matter: "SL-2026-000002" }],
    },
  },
  "POST /api/v1/exports/traces": none(watchers, { file: "YSxiCjEsMgo=", reason }),
  "GET /api/v1/own/records": own(["enterprise"]),
  "GET /api/v1/own/looks": none(["enterprise"]),
  "GET /api/v1/own/looks/:look/proof": none(["enterprise"]),
  "GET /api/v1/own/download": own(["enterprise"]),
  "GET /api/v1/own/repairs/eligibility": none(["enterprise"]),
  "GET /api/v1/own/repairs": none(["enterprise"]),
  "POST /api/v1/own/repairs": none(["enterprise"], { record: "AAECAwQFBgcICQoLDA0ODw" }),
  "GET /api/v1/own/repairs/:repair": none(["enterprise"]),
  "POST /api/v1/own/repairs/:repair/steps": none(["enterprise"], { version: 1, kind: "withdraw" }),
  "GET /api/v1/own/repairs/:repair/documents/:document": none(["enterprise"]),
  "GET /api/v1/repairs": none(["clerk", "reviewer", "operator", "hall-clerk"]),
  "POST /api/v1/repairs": none(["hall-clerk"], {
    record: "AAECAwQFBgcICQoLDA0ODw",
    subject: firm(1).code,
    paper: { title: reason, digest: "0".repeat(64) },
  }),
  // The role may, and is then told that a machine has to push.
  "POST /api/v1/repairs/pushed": none(["operator"], {
    nationalNo: "QG-1",
    subject: firm(1).code,
    authority: "11990100990001378K",
    documentNo: "1",
    commitment: { title: reason, digest: "0".repeat(64) },
    proofs: [],
  }),
  "GET /api/v1/repairs/pushed/:number": none(["operator"]),
  "POST /api/v1/repairs/handed-in": none(["hall-clerk"], { subject: firm(1).code, documentNo: "1" }),
  "POST /api/v1/repairs/notices": none(["clerk", "reviewer"], { subject: firm(1).code, documentNo: "1" }),
  "GET /api/v1/repairs/:repair": none(["clerk", "reviewer", "operator", "hall-clerk"]),
  "POST /api/v1/repairs/:repair/steps": none(["clerk", "reviewer", "operator", "hall-clerk"], {
    version: 1,
    kind: "accept",
  }),
  "GET /api/v1/repairs/:repair/documents/:document": none(["clerk", "reviewer", "operator", "hall-clerk"]),
  "GET /api/v1/own/objections": none(["enterprise"]),
  "POST /api/v1/own/objections": none(["enterprise"], disputed),
  "GET /api/v1/own/objections/:objection": none(["enterprise"]),
  "POST /api/v1/own/objections/:objection/withdrawal": none(["enterprise"], { version: 1 }),
  "GET /api/v1/own/objections/:objection/documents/:document": none(["enterprise"]),
  "GET /api/v1/repairs/figures": none(["clerk", "reviewer", "operator", "leader"]),
  "GET /api/v1/objections/figures": none(["operator", "leader"]),
  "GET /api/v1/objections": none(objectionRoles),
  "POST /api/v1/objections": none(["hall-clerk"], {
    ...disputed,
    subject: firm(1).code,
    paper: { title: reason, digest: "0".repeat(64) },
  }),
  "GET /api/v1/objections/:objection": none(objectionRoles),
  "POST /api/v1/objections/:objection/steps": none(objectionRoles, { version: 1, kind: "accept" }),
  "GET /api/v1/objections/:objection/documents/:document": none(objectionRoles),
  "GET /api/v1/recalls": none(["operator", "leader"]),
  "GET /api/v1/marks": none(deciders),
  "POST /api/v1/marks": none(deciders, {
    uscc: firm(1).code,
    record: "AAECAwQFBgcICQoLDA0ODw",
    kind: "litigation",
    documentNo,
    reason,
  }),
  "POST /api/v1/marks/:mark/lifting": none(deciders, { documentNo, reason }),
  "GET /api/v1/own/notices": none(ROLES),
  "POST /api/v1/own/notices/read": none(ROLES, { through: "1:x" }),
  "GET /api/v1/policy/assessments": none(assessors),
  "POST /api/v1/policy/assessments": none(assessors, { title: reason, document: "measures: []\n" }),
  "GET /api/v1/policy/assessments/:assessment": none(assessors),
  "GET /api/v1/policy/texts": none(jurists),
  "GET /api/v1/policy/text": none(jurists, undefined, "layer=shipped&path=sources.yaml"),
  "GET /api/v1/policy/drafts": none(jurists),
  "POST /api/v1/policy/drafts": none(["operator"], { title: reason, files: { "sources.yaml": "sources: []\n" } }),
  "GET /api/v1/policy/drafts/:draft": none(jurists),
  "GET /api/v1/policy/drafts/:draft/judgement": none(jurists),
  "GET /api/v1/policy/drafts/:draft/impact": none(jurists),
  "POST /api/v1/policy/drafts/:draft/versions": none(["operator"], { version: 1, files: { "sources.yaml": "" } }),
  "POST /api/v1/policy/drafts/:draft/release": none(["operator"], { version: 1, effective: "2026-10-09", reason }),
  "POST /api/v1/policy/releases/:number/withdrawal": none(["operator"], { reason }),
  "GET /api/v1/batches": own(submitters),
  "GET /api/v1/questions": own(submitters),
  "GET /api/v1/batches/:batch": own(submitters),
  "GET /api/v1/batches/:batch/issues": own(submitters),
  "GET /api/v1/batches/:batch/questions": own(submitters),
  "GET /api/v1/batches/:batch/subjects": own(submitters),
  "GET /api/v1/batches/:batch/receipt": own(submitters),
  "GET /api/v1/batches/:batch/receipt/rows": own(submitters),
  "POST /api/v1/subscriptions": none(["operator"], {
    organisation: "91990100MA0XH00426",
    name: "示例征信有限公司",
    basis: { kind: "contract", number: documentNo },
    purpose: "financing",
    entries: ["penalty"],
    since: "2026-09-09",
    until: "2027-09-09",
    documentNo,
    reason,
  }),
  "GET /api/v1/subscriptions": none([...recipients, "operator", "security-admin", "auditor"]),
  "POST /api/v1/subscriptions/:subscription/end": none([...recipients, "operator", "security-admin"], { reason }),
  "POST /api/v1/endpoints": none(["operator"], {
    organisation: "91990100MA0XH00426",
    name: "示例征信有限公司",
    feed: "withdrawals",
    url: "https://credit.example.cn/xinheng",
    documentNo,
    reason,
  }),
  "GET /api/v1/endpoints": none([...recipients, "approver", "reviewer", "operator", "security-admin", "auditor"]),
  "POST /api/v1/endpoints/:endpoint/end": none([...recipients, "approver", "reviewer", "operator", "security-admin"], {
    reason,
  }),
  "POST /api/v1/deliveries": none(recipients, { delivery: "0".repeat(32) }),
  "GET /api/v1/withdrawals": none(recipients),
  "POST /api/v1/withdrawals/acknowledgements": none(recipients, { through: 0 }),
  "GET /api/v1/withdrawals/standing": none(recipients),
  "GET /api/v1/withdrawals/digest": none(recipients),
  "GET /api/v1/withdrawals/copies": none(recipients, undefined, "entry=penalty"),
  "GET /api/v1/withdrawals/overdue": none(["operator", "leader", "auditor"]),
  "GET /api/v1/withdrawals/overdue.csv": none(["operator", "leader", "auditor"]),
  "GET /api/v1/withdrawals/subscribers": none(["operator", "leader", "auditor"]),
  "GET /api/v1/withdrawals/subscribers/:organisation": none(["operator", "leader", "auditor"]),
  "POST /api/v1/withdrawals/reminders": none(["operator"], { organisation: market, reason }),
  "POST /api/v1/withdrawals/namings": none(["operator"], { organisation: market, documentNo, reason }),
  "POST /api/v1/batches": none(submitters, "x", `provider=${market}&entry=penalty`),
  "PATCH /api/v1/batches/:batch": none(submitters, "x"),
  "POST /api/v1/submissions": none(submitters, { subjectName: "x" }, `provider=${market}&entry=penalty`),
  "POST /api/v1/batches/:batch/looks": own(submitters, { purpose: reason, matter: "XY-2026-000001" }),
  "POST /api/v1/batches/:batch/decisions": none(submitters, { row: 1, action: "reject", reason, documentNo }),
  "POST /api/v1/batches/:batch/withdrawal": none(submitters, { reason, documentNo }),
  "POST /api/v1/completeness": none(submitters, { provider: market, entry: "penalty", through: "2026-09-08" }),
  "POST /api/v1/mappings": none(submitters, { zh: "表", entry: "penalty", columns: { 名称: "subjectName" } }),
  "POST /api/v1/authorisations/drafts": none(["enterprise"], terms),
  "POST /api/v1/authorisations": none(["enterprise"], { ...terms, draft: "0".repeat(32), consent: "0".repeat(64) }),
  "POST /api/v1/commitments/drafts": none(["enterprise"], promise),
  "POST /api/v1/commitments": none(["enterprise"], { ...promise, draft: "0".repeat(32), digest: "0".repeat(64) }),
  "GET /api/v1/own/commitments": none(["enterprise"]),
  "GET /api/v1/commitments": none(["approver", ...submitters]),
  "POST /api/v1/commitments/:commitment/judgements": none(["approver", ...submitters], {
    version: 0,
    outcome: "fulfilled",
    reason,
  }),
  "GET /api/v1/files/:owner/:case": none(parties),
  "POST /api/v1/files/:owner/:case": none(parties, "说明", "kind=evidence"),
  "GET /api/v1/files/:owner/:case/:file": none(parties),
  "POST /api/v1/files/:owner/:case/:file/confirmation": none(parties, { reason: null }),
  "POST /api/v1/lists/:list/cases": none(deciders, {
    subject: firm(1).code,
    ground: "no-contact",
    facts: "住所无法联系",
    evidence: [{ title: "笔录", digest: "0".repeat(64) }],
  }),
  "GET /api/v1/lists/:list/cases": none(deciders),
  "GET /api/v1/cases": none(deciders),
  "GET /api/v1/lists/:list/cases/:case": none(deciders),
  "POST /api/v1/lists/:list/cases/:case/steps": none(deciders, { version: 1, kind: "notice", words: "后果" }),
  "GET /api/v1/lists/:list/cases/:case/documents/:document": none(deciders),
  "GET /api/v1/own/cases": none(["enterprise"]),
  "GET /api/v1/own/cases/:case": none(["enterprise"]),
  "POST /api/v1/own/cases/:case/steps": none(["enterprise"], { version: 1, kind: "defence", words: "申辩" }),
  "GET /api/v1/own/cases/:case/documents/:document": none(["enterprise"]),
  "GET /api/v1/authorisations": none(["enterprise", ...lookers]),
  "GET /api/v1/authorisations/:authorisation": none(["enterprise", ...lookers]),
  "GET /api/v1/authorisations/:authorisation/artefact": none(["enterprise", ...lookers]),
  "POST /api/v1/authorisations/:authorisation/revocation": none(["enterprise", "hall-clerk", ...lookers], {}),
  "POST /api/v1/accounts": none(["system-admin"], {
    organisation: market,
    name: "示例市市场监督管理局",
    role: "clerk",
    login: "new-clerk",
    reason,
    documentNo,
  }),
  "POST /api/v1/accounts/:account/role": none(["system-admin"], { role: "reviewer", reason, documentNo }),
  "GET /api/v1/accounts": none(ROLES),
  "POST /api/v1/accounts/:account/freezing": none(["security-admin"], { reason }),
  "POST /api/v1/accounts/:account/unfreezing": none(["system-admin"], { reason, documentNo }),
  "POST /api/v1/accounts/:account/closing": none(["system-admin"], { reason, documentNo }),
  "POST /api/v1/audit/looks": none(["auditor"], { purpose: reason }),
  "GET /api/v1/access/looks/mine": none([...lookers, "reviewer"]),
  "POST /api/v1/mandates": none(["hall-clerk"], {
    person: uuid,
    enterprise: firm(1).code,
    scope: ["authorisation"],
    from: "2026-09-09",
    until: "2026-10-01",
    representative: "某人",
  }),
  "POST /api/v1/mandates/:mandate/end": none(["hall-clerk"], { reason }),
  "GET /api/v1/clients": none(submitters),
  "POST /api/v1/clients": none(submitters, {
    ...key,
    entries: ["penalty"],
    rowsPerBatch: 100,
    batchesPerDay: 10,
  }),
  "POST /api/v1/clients/:key/rotation": none(submitters, key),
  "POST /api/v1/clients/:key/revocation": none(submitters, { reason }),
  "GET /api/v1/access/justifications": none([...lookers, "auditor"]),
  "POST /api/v1/access/justifications/:look": none(lookers, { document: documentNo, reason }),
  "POST /api/v1/access/justifications/:look/confirmation": none([...lookers, "auditor"], {
    sound: true,
    remark: reason,
  }),
  "GET /api/v1/access/alerts": none(watchers),
  "POST /api/v1/access/alerts/:alert/closing": none(watchers, { reason }),
  "POST /api/v1/access/delays": none(lookers, { rule: "none", matter: "SL-2026-000001", reason, until: "2026-10-01" }),
  "POST /api/v1/access/delays/:delay/confirmation": none(lookers),
};

/** About oneself: whoever is signed in, in whatever role. Proposals are for those whose command they are (rules of approvals). */
export const signedIn: readonly string[] = [
  "GET /api/v1/session",
  "DELETE /api/v1/session",
  "GET /api/v1/sessions",
  "DELETE /api/v1/sessions",
  "DELETE /api/v1/sessions/:session",
  "GET /api/v1/approvals",
  "GET /api/v1/approvals/:proposal",
  "POST /api/v1/approvals/:proposal/approval",
  "POST /api/v1/approvals/:proposal/refusal",
  "POST /api/v1/approvals/:proposal/withdrawal",
];
/** Signing in and out: pages for browsers, which have their own journey. */
export const signingIn = /^[A-Z]+ \/(sign-in|sign-out)(\/|$)/u;

export const params: Readonly<Record<string, string>> = {
  ":owner": "lists",
  ":file": uuid,
  ":batch": uuid,
  ":authorisation": "0".repeat(32),
  ":commitment": "0".repeat(32),
  ":account": uuid,
  ":mandate": uuid,
  ":key": "A".repeat(22),
  ":look": "0".repeat(32),
  ":alert": uuid,
  ":delay": uuid,
  ":session": uuid,
  ":proposal": uuid,
  ":subscription": uuid,
  ":endpoint": uuid,
  ":organisation": "91990100MA0XH00426",
  ":draft": uuid,
  ":assessment": uuid,
  ":objection": uuid,
  ":repair": uuid,
  ":mark": "0".repeat(32),
  ":case": uuid,
  ":document": uuid,
  ":list": "wage-arrears",
  ":number": "1",
};
