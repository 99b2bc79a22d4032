import { hrefOf } from "../../router/path.ts";

/** Where a notice leads; null where there is nothing to open. */
export function wayOf({ kind, about }: { readonly kind: string; readonly about: string | null }): string | null {
  if (kind === "looked-at") return hrefOf("/own/looks");
  if (kind === "authorisation-used") return hrefOf("/own/looks", { basis: "authorisation" });
  if (about === null) return null;
  if (kind.startsWith("authorisation-")) return hrefOf(`/authorisations/${about}`);
  if (kind.startsWith("proposal-")) return hrefOf("/approvals", { list: "mine" });
  return ["record-arrived", "publicity-ends", "repair-possible"].includes(kind)
    ? hrefOf(`/own/records/${about}`)
    : null;
}
