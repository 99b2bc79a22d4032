// Which rooms there are, where, and for whom. A room is added here, in `text.ts` and in a folder of its own.
import type { Role } from "./client/session.ts";
import type { RoomRow } from "./room-row.ts";
import { matchPath } from "./router/path.ts";
import type { Slots } from "./router/path.ts";

const senders: readonly Role[] = ["clerk", "reviewer", "operator"];
const deciders: readonly Role[] = [...senders, "system-admin", "security-admin"];
/** Those of an authority who handle its cases of listings. */
const listers: readonly Role[] = ["clerk", "reviewer"];
const watchers: readonly Role[] = [...senders, "leader"];
const officers: readonly Role[] = ["approver", "operator"];
const lookers: readonly Role[] = [...officers, "bank"];
const registryReaders: readonly Role[] = [...watchers, "approver"];
const administrators: readonly Role[] = ["system-admin", "security-admin"];
const guards: readonly Role[] = ["security-admin", "auditor"];

/** In the order of the rail; the first that a role may enter is its home. */
export const roomTable = {
  batches: {
    path: "/batches",
    group: "sending",
    roles: senders,
    rail: true,
    load: () => import("./rooms/batches/list-room.tsx"),
  },
  batch: {
    path: "/batches/:batch",
    group: "sending",
    roles: senders,
    rail: false,
    load: () => import("./rooms/batches/batch-room.tsx"),
  },
  mend: {
    path: "/batches/:batch/mend",
    group: "sending",
    roles: senders,
    rail: false,
    load: () => import("./rooms/batches/mend-room.tsx"),
  },
  upload: {
    path: "/upload",
    group: "sending",
    roles: senders,
    rail: true,
    load: () => import("./rooms/upload/room.tsx"),
  },
  entry: {
    path: "/entry",
    group: "sending",
    roles: senders,
    rail: true,
    load: () => import("./rooms/entry/room.tsx"),
  },
  completeness: {
    path: "/completeness",
    group: "sending",
    roles: senders,
    rail: true,
    load: () => import("./rooms/completeness/room.tsx"),
  },
  questions: {
    path: "/questions",
    group: "deciding",
    roles: senders,
    rail: true,
    load: () => import("./rooms/questions/list-room.tsx"),
  },
  question: {
    path: "/questions/:batch/:row",
    group: "deciding",
    roles: senders,
    rail: false,
    load: () => import("./rooms/questions/question-room.tsx"),
  },
  approvals: {
    path: "/approvals",
    group: "deciding",
    roles: deciders,
    rail: true,
    load: () => import("./rooms/approvals/list-room.tsx"),
  },
  proposal: {
    path: "/approvals/:proposal",
    group: "deciding",
    roles: deciders,
    rail: false,
    load: () => import("./rooms/approvals/proposal-room.tsx"),
  },
  cases: {
    path: "/cases",
    group: "deciding",
    roles: listers,
    rail: true,
    load: () => import("./rooms/cases/list-room.tsx"),
  },
  "case-new": {
    path: "/cases/new",
    group: "deciding",
    roles: listers,
    rail: false,
    load: () => import("./rooms/cases/new-room.tsx"),
  },
  case: {
    path: "/cases/:list/:case",
    group: "deciding",
    roles: listers,
    rail: false,
    load: () => import("./rooms/cases/case-room.tsx"),
  },
  figures: {
    path: "/figures",
    group: "watching",
    roles: watchers,
    rail: true,
    load: () => import("./rooms/figures/room.tsx"),
  },
  "figure-rows": {
    path: "/figures/rows",
    group: "watching",
    roles: senders,
    rail: false,
    load: () => import("./rooms/figures/rows-room.tsx"),
  },
  coverage: {
    path: "/coverage",
    group: "watching",
    roles: watchers,
    rail: true,
    load: () => import("./rooms/coverage/room.tsx"),
  },
  subjects: {
    path: "/subjects",
    group: "watching",
    roles: senders,
    rail: true,
    load: () => import("./rooms/subjects/list-room.tsx"),
  },
  subject: {
    path: "/subjects/:uscc",
    group: "watching",
    roles: senders,
    rail: false,
    load: () => import("./rooms/subjects/subject-room.tsx"),
  },
  catalogue: {
    path: "/catalogue",
    group: "watching",
    roles: watchers,
    rail: true,
    load: () => import("./rooms/catalogue/list-room.tsx"),
  },
  "catalogue-entry": {
    path: "/catalogue/:entry",
    group: "watching",
    roles: watchers,
    rail: false,
    load: () => import("./rooms/catalogue/entry-room.tsx"),
  },
  check: {
    path: "/check",
    group: "looking",
    roles: officers,
    rail: true,
    load: () => import("./rooms/check/room.tsx"),
  },
  checks: {
    path: "/checks",
    group: "looking",
    roles: officers,
    rail: true,
    load: () => import("./rooms/checks/room.tsx"),
  },
  lending: {
    path: "/lending",
    group: "looking",
    roles: ["bank"],
    rail: true,
    load: () => import("./rooms/check/room.tsx"),
  },
  today: {
    path: "/today",
    group: "looking",
    roles: [...lookers, "reviewer"],
    rail: true,
    load: () => import("./rooms/today/room.tsx"),
  },
  measures: {
    path: "/measures",
    group: "watching",
    roles: registryReaders,
    rail: true,
    load: () => import("./rooms/measures/list-room.tsx"),
  },
  measure: {
    path: "/measures/:measure",
    group: "watching",
    roles: registryReaders,
    rail: false,
    load: () => import("./rooms/measures/one-room.tsx"),
  },
  "own-records": {
    path: "/own/records",
    group: "own",
    roles: ["enterprise"],
    rail: true,
    load: () => import("./rooms/own-records/room.tsx"),
  },
  "own-record": {
    path: "/own/records/:record",
    group: "own",
    roles: ["enterprise"],
    rail: false,
    load: () => import("./rooms/own-records/one.tsx"),
  },
  "own-cases": {
    path: "/own/cases",
    group: "own",
    roles: ["enterprise"],
    rail: true,
    load: () => import("./rooms/cases/own-list-room.tsx"),
  },
  "own-case": {
    path: "/own/cases/:case",
    group: "own",
    roles: ["enterprise"],
    rail: false,
    load: () => import("./rooms/cases/own-room.tsx"),
  },
  "own-looks": {
    path: "/own/looks",
    group: "own",
    roles: ["enterprise"],
    rail: true,
    load: () => import("./rooms/own-looks/room.tsx"),
  },
  authorise: {
    path: "/authorisations/new",
    group: "own",
    roles: ["enterprise"],
    rail: false,
    load: () => import("./rooms/authorise/room.tsx"),
  },
  authorisations: {
    path: "/authorisations",
    group: "own",
    roles: ["enterprise"],
    rail: true,
    load: () => import("./rooms/authorisations/room.tsx"),
  },
  received: {
    path: "/authorisations",
    group: "looking",
    roles: lookers,
    rail: true,
    load: () => import("./rooms/authorisations/room.tsx"),
  },
  authorisation: {
    path: "/authorisations/:authorisation",
    group: "own",
    roles: ["enterprise", ...lookers],
    rail: false,
    load: () => import("./rooms/authorisation/room.tsx"),
  },
  "own-ways": {
    path: "/own/ways",
    group: "own",
    roles: ["enterprise"],
    rail: true,
    load: () => import("./rooms/own-data/room.tsx"),
  },
  justifications: {
    path: "/justifications",
    group: "looking",
    roles: [...lookers, "auditor"],
    rail: true,
    load: () => import("./rooms/justifications/room.tsx"),
  },
  hall: {
    path: "/hall",
    group: "hall",
    roles: ["hall-clerk"],
    rail: true,
    load: () => import("./rooms/hall/room.tsx"),
  },
  "account-new": {
    path: "/accounts/new",
    group: "running",
    roles: ["system-admin"],
    rail: false,
    load: () => import("./rooms/account-new/room.tsx"),
  },
  accounts: {
    path: "/accounts",
    group: "running",
    roles: administrators,
    rail: true,
    load: () => import("./rooms/accounts/room.tsx"),
  },
  trail: {
    path: "/trail",
    group: "running",
    roles: ["auditor"],
    rail: true,
    load: () => import("./rooms/trail/room.tsx"),
  },
  alerts: {
    path: "/alerts",
    group: "running",
    roles: guards,
    rail: true,
    load: () => import("./rooms/alerts/room.tsx"),
  },
  draws: {
    path: "/draws",
    group: "looking",
    roles: [...guards, "reviewer", ...lookers],
    rail: true,
    load: () => import("./rooms/draws/room.tsx"),
  },
  "export-traces": {
    path: "/export-traces",
    group: "running",
    roles: guards,
    rail: true,
    load: () => import("./rooms/export-traces/room.tsx"),
  },
  keys: {
    path: "/keys",
    group: "running",
    roles: senders,
    rail: true,
    load: () => import("./rooms/keys/room.tsx"),
  },
  notices: {
    path: "/notices",
    group: "self",
    roles: "everybody",
    rail: true,
    load: () => import("./rooms/notices/room.tsx"),
  },
  sessions: {
    path: "/sessions",
    group: "self",
    roles: "everybody",
    rail: true,
    load: () => import("./rooms/sessions/room.tsx"),
  },
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
