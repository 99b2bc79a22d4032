import { hrefOf } from "../../router/path.ts";

/** Rooms of what a notice is about, by how its kind begins; what is an office's stands before what is a subject's. */
const ROOMS: Readonly<Record<string, string>> = {
  "case-": "/own/cases",
  "objection-to-answer": "/objections",
  "objection-reminder": "/objections",
  "objection-": "/own/objections",
  "repair-possible": "/own/records",
  "repair-to-handle": "/repairs",
  "repair-reminder": "/repairs",
  "repair-": "/own/repairs",
};

/** Where a notice leads; null where there is nothing to open. */
export function wayOf({ kind, about }: { readonly kind: string; readonly about: string | null }): string | null {
  if (kind === "looked-at") return hrefOf("/own/looks");
  if (kind === "authorisation-used") return hrefOf("/own/looks", { basis: "authorisation" });
  if (about === null) return null;
  if (kind.startsWith("authorisation-")) return hrefOf(`/authorisations/${about}`);
  const room = Object.entries(ROOMS).find(([start]) => kind.startsWith(start))?.[1];
  if (room !== undefined) return hrefOf(`${room}/${about}`);
  if (kind.startsWith("proposal-")) return hrefOf("/approvals", { list: "mine" });
  return ["record-arrived", "publicity-ends"].includes(kind) ? hrefOf(`/own/records/${about}`) : null;
}
