// Which rooms there are, where, and for whom. A room is added here, in `text.ts` and in a folder of its own.
import type { Role } from "./client/session.ts";
import type { RoomRow } from "./room-row.ts";
import { matchPath } from "./router/path.ts";
import type { Slots } from "./router/path.ts";

const senders: readonly Role[] = ["clerk", "reviewer", "operator"];
const deciders: readonly Role[] = [...senders, "system-admin", "security-admin"];
/** Those of an authority who handle its cases of listings. */
const listers: readonly Role[] = ["clerk", "reviewer"];
const answerers: readonly Role[] = ["clerk", "reviewer", "approver", "operator"];
const watchers: readonly Role[] = [...senders, "leader"];
const officers: readonly Role[] = ["approver", "operator"];
const lookers: readonly Role[] = [...officers, "bank"];
const registryReaders: readonly Role[] = [...watchers, "approver"];
const administrators: readonly Role[] = ["system-admin", "security-admin"];
const jurists: readonly Role[] = ["operator", "security-admin"];
const assessors: readonly Role[] = ["operator", "security-admin", "reviewer"];
const overseers: readonly Role[] = ["operator", "auditor"];
const recipients: readonly Role[] = ["bank", "subscriber", "approver"];
const guards: readonly Role[] = ["security-admin", "auditor"];
const endpointReaders: readonly Role[] = [...recipients, "reviewer", "operator", ...guards];

const row =
  (rail: boolean) =>
  (path: string, group: RoomRow["group"], roles: RoomRow["roles"], load: RoomRow["load"]): RoomRow => ({
    path,
    group,
    roles,
    rail,
    load,
  });
const inRail = row(true);
/** Reached from its list. */
const within = row(false);

/** In the order of the rail; the first that a role may enter is its home. */
export const roomTable = {
  batches: inRail("/batches", "sending", senders, () => import("./rooms/batches/list-room.tsx")),
  batch: within("/batches/:batch", "sending", senders, () => import("./rooms/batches/batch-room.tsx")),
  mend: within("/batches/:batch/mend", "sending", senders, () => import("./rooms/batches/mend-room.tsx")),
  upload: inRail("/upload", "sending", senders, () => import("./rooms/upload/room.tsx")),
  entry: inRail("/entry", "sending", senders, () => import("./rooms/entry/room.tsx")),
  completeness: inRail("/completeness", "sending", senders, () => import("./rooms/completeness/room.tsx")),
  questions: inRail("/questions", "deciding", senders, () => import("./rooms/questions/list-room.tsx")),
  question: within("/questions/:batch/:row", "deciding", senders, () => import("./rooms/questions/question-room.tsx")),
  approvals: inRail("/approvals", "deciding", deciders, () => import("./rooms/approvals/list-room.tsx")),
  proposal: within("/approvals/:proposal", "deciding", deciders, () => import("./rooms/approvals/proposal-room.tsx")),
  cases: inRail("/cases", "deciding", listers, () => import("./rooms/cases/list-room.tsx")),
  "case-new": within("/cases/new", "deciding", listers, () => import("./rooms/cases/new-room.tsx")),
  case: within("/cases/:list/:case", "deciding", listers, () => import("./rooms/cases/case-room.tsx")),
  repairs: inRail("/repairs", "deciding", senders, () => import("./rooms/repairs/queue-room.tsx")),
  "repair-notice": within("/repairs/notices", "deciding", listers, () => import("./rooms/repairs/notice-room.tsx")),
  "repair-rules": within("/repairs/rules", "deciding", senders, () => import("./rooms/repairs/settings-room.tsx")),
  repair: within("/repairs/:repair", "deciding", senders, () => import("./rooms/repairs/one-room.tsx")),
  "repair-paper": within(
    "/repairs/:repair/documents/:document",
    "deciding",
    senders,
    () => import("./rooms/repairs/paper-room.tsx"),
  ),
  objections: inRail("/objections", "deciding", answerers, () => import("./rooms/objections/queue-room.tsx")),
  "objection-figures": within(
    "/objections/figures",
    "deciding",
    ["operator", "leader"],
    () => import("./rooms/objections/figures-room.tsx"),
  ),
  objection: within("/objections/:objection", "deciding", answerers, () => import("./rooms/objections/one-room.tsx")),
  commitments: inRail("/commitments", "deciding", answerers, () => import("./rooms/commitments/received-room.tsx")),
  drafts: inRail("/policy/drafts", "ruling", jurists, () => import("./rooms/policy/drafts-room.tsx")),
  draft: within("/policy/drafts/:draft", "ruling", jurists, () => import("./rooms/policy/draft-room.tsx")),
  releases: inRail("/policy/releases", "ruling", assessors, () => import("./rooms/policy/releases-room.tsx")),
  assessments: inRail("/policy/assessments", "ruling", assessors, () => import("./rooms/policy/assessments-room.tsx")),
  assessment: within(
    "/policy/assessments/:assessment",
    "ruling",
    assessors,
    () => import("./rooms/policy/assessment-room.tsx"),
  ),
  figures: inRail("/figures", "watching", watchers, () => import("./rooms/figures/room.tsx")),
  "figure-rows": within("/figures/rows", "watching", senders, () => import("./rooms/figures/rows-room.tsx")),
  coverage: inRail("/coverage", "watching", watchers, () => import("./rooms/coverage/room.tsx")),
  "repair-figures": inRail("/repair-figures", "watching", watchers, () => import("./rooms/repair-figures/room.tsx")),
  subjects: inRail("/subjects", "watching", senders, () => import("./rooms/subjects/list-room.tsx")),
  subject: within("/subjects/:uscc", "watching", senders, () => import("./rooms/subjects/subject-room.tsx")),
  catalogue: inRail("/catalogue", "watching", watchers, () => import("./rooms/catalogue/list-room.tsx")),
  "catalogue-entry": within(
    "/catalogue/:entry",
    "watching",
    watchers,
    () => import("./rooms/catalogue/entry-room.tsx"),
  ),
  check: inRail("/check", "looking", officers, () => import("./rooms/check/room.tsx")),
  checks: inRail("/checks", "looking", officers, () => import("./rooms/checks/room.tsx")),
  lending: inRail("/lending", "looking", ["bank"], () => import("./rooms/check/room.tsx")),
  today: inRail("/today", "looking", [...lookers, "reviewer"], () => import("./rooms/today/room.tsx")),
  measures: inRail("/measures", "watching", registryReaders, () => import("./rooms/measures/list-room.tsx")),
  measure: within("/measures/:measure", "watching", registryReaders, () => import("./rooms/measures/one-room.tsx")),
  "own-records": inRail("/own/records", "own", ["enterprise"], () => import("./rooms/own-records/room.tsx")),
  "own-record": within("/own/records/:record", "own", ["enterprise"], () => import("./rooms/own-records/one.tsx")),
  "own-cases": inRail("/own/cases", "own", ["enterprise"], () => import("./rooms/cases/own-list-room.tsx")),
  "own-case": within("/own/cases/:case", "own", ["enterprise"], () => import("./rooms/cases/own-room.tsx")),
  "own-repairs": inRail("/own/repairs", "own", ["enterprise"], () => import("./rooms/repairs/own-list-room.tsx")),
  "own-repair-new": within(
    "/own/repairs/new/:record",
    "own",
    ["enterprise"],
    () => import("./rooms/repairs/apply-room.tsx"),
  ),
  "own-repair-notice": within(
    "/own/repairs/notices/:record",
    "own",
    ["enterprise"],
    () => import("./rooms/repairs/own-notice-room.tsx"),
  ),
  "own-repair": within("/own/repairs/:repair", "own", ["enterprise"], () => import("./rooms/repairs/own-room.tsx")),
  "own-repair-paper": within(
    "/own/repairs/:repair/documents/:document",
    "own",
    ["enterprise"],
    () => import("./rooms/repairs/paper-room.tsx"),
  ),
  "own-objections": inRail(
    "/own/objections",
    "own",
    ["enterprise"],
    () => import("./rooms/objections/own-list-room.tsx"),
  ),
  "own-objection-new": within(
    "/own/objections/new",
    "own",
    ["enterprise"],
    () => import("./rooms/objections/new-room.tsx"),
  ),
  "own-objection": within(
    "/own/objections/:objection",
    "own",
    ["enterprise"],
    () => import("./rooms/objections/own-room.tsx"),
  ),
  "own-commitments": inRail(
    "/own/commitments",
    "own",
    ["enterprise"],
    () => import("./rooms/commitments/own-room.tsx"),
  ),
  "own-looks": inRail("/own/looks", "own", ["enterprise"], () => import("./rooms/own-looks/room.tsx")),
  authorise: within("/authorisations/new", "own", ["enterprise"], () => import("./rooms/authorise/room.tsx")),
  authorisations: inRail("/authorisations", "own", ["enterprise"], () => import("./rooms/authorisations/room.tsx")),
  received: inRail("/authorisations", "looking", lookers, () => import("./rooms/authorisations/room.tsx")),
  authorisation: within(
    "/authorisations/:authorisation",
    "own",
    ["enterprise", ...lookers],
    () => import("./rooms/authorisation/room.tsx"),
  ),
  "own-ways": inRail("/own/ways", "own", ["enterprise"], () => import("./rooms/own-data/room.tsx")),
  justifications: inRail(
    "/justifications",
    "looking",
    [...lookers, "auditor"],
    () => import("./rooms/justifications/room.tsx"),
  ),
  hall: inRail("/hall", "hall", ["hall-clerk"], () => import("./rooms/hall/room.tsx")),
  "hall-repair": inRail("/hall/repair", "hall", ["hall-clerk"], () => import("./rooms/repairs/hall-room.tsx")),
  "hall-objection": inRail("/hall/objection", "hall", ["hall-clerk"], () => import("./rooms/objections/hall-room.tsx")),
  "account-new": within("/accounts/new", "running", ["system-admin"], () => import("./rooms/account-new/room.tsx")),
  accounts: inRail("/accounts", "running", administrators, () => import("./rooms/accounts/room.tsx")),
  trail: inRail("/trail", "running", ["auditor"], () => import("./rooms/trail/room.tsx")),
  alerts: inRail("/alerts", "running", guards, () => import("./rooms/alerts/room.tsx")),
  draws: inRail("/draws", "looking", [...guards, "reviewer", ...lookers], () => import("./rooms/draws/room.tsx")),
  "export-traces": inRail("/export-traces", "running", guards, () => import("./rooms/export-traces/room.tsx")),
  subscribers: inRail("/subscribers", "watching", overseers, () => import("./rooms/subscribers/list-room.tsx")),
  "subscriber-new": within(
    "/subscribers/new",
    "watching",
    ["operator"],
    () => import("./rooms/subscribers/new-room.tsx"),
  ),
  overdue: within("/subscribers/overdue", "watching", overseers, () => import("./rooms/subscribers/overdue-room.tsx")),
  subscriber: within(
    "/subscribers/:organisation",
    "watching",
    overseers,
    () => import("./rooms/subscribers/one-room.tsx"),
  ),
  "own-subscriptions": inRail(
    "/own/subscriptions",
    "looking",
    recipients,
    () => import("./rooms/subscribers/own-room.tsx"),
  ),
  endpoints: inRail("/endpoints", "running", endpointReaders, () => import("./rooms/endpoints/list-room.tsx")),
  "endpoint-new": within("/endpoints/new", "running", ["operator"], () => import("./rooms/endpoints/new-room.tsx")),
  keys: inRail("/keys", "running", senders, () => import("./rooms/keys/room.tsx")),
  notices: inRail("/notices", "self", "everybody", () => import("./rooms/notices/room.tsx")),
  sessions: inRail("/sessions", "self", "everybody", () => import("./rooms/sessions/room.tsx")),
} as const satisfies Readonly<Record<string, RoomRow>>;

export type RoomName = keyof typeof roomTable;
export type RoomGroup = RoomRow["group"];

export interface Room extends RoomRow {
  readonly name: RoomName;
}

export const rooms: readonly Room[] = Object.entries<RoomRow>(roomTable).map(([name, row]) => ({
  ...row,
  name: name as RoomName,
}));

export function mayEnter(room: Pick<RoomRow, "roles">, role: Role): boolean {
  return room.roles === "everybody" || room.roles.includes(role);
}

/** What the rail shows a role: its rooms in order, by group. */
export function railOf(role: Role): readonly { readonly group: RoomGroup; readonly rooms: readonly Room[] }[] {
  const own = rooms.filter((room) => room.rail && mayEnter(room, role));
  const groups = [...new Set(own.map(({ group }) => group))];
  return groups.map((group) => ({ group, rooms: own.filter((room) => room.group === group) }));
}

export interface Entered {
  readonly room: Room;
  readonly slots: Slots;
}

/** The room of a path; null where there is none, or none for this role: the two look the same. */
export function enter(path: string, role: Role): Entered | null {
  const home = path === "/" ? railOf(role)[0]?.rooms[0]?.path : undefined;
  for (const room of rooms) {
    const slots = matchPath(room.path, home ?? path);
    if (slots !== null && mayEnter(room, role)) return { room, slots };
  }
  return null;
}
