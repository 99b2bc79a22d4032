// The account that is asked for. Pure.
import type { components } from "@xinheng/contract/client";
import { judgeCode } from "../../looks/code-list.ts";
import { roleNames } from "../../ui/text.ts";

export type AccountBody = components["schemas"]["NewAccount"];

export const wishFields = [
  "organisation",
  "name",
  "role",
  "login",
  "registration",
  "person",
  "reason",
  "document",
] as const;
export type Wish = Readonly<Record<(typeof wishFields)[number], string>>;

export const noWish: Wish = {
  organisation: "",
  name: "",
  role: "",
  login: "",
  registration: "",
  person: "",
  reason: "",
  document: "",
};

const LOGIN = /^[a-z][a-z0-9.-]{1,39}$/u;
const isRole = (role: string): role is AccountBody["role"] => role in roleNames;

export type WishFault = "organisation" | "name" | "role" | "login" | "reason";

export function wishFaults(wish: Wish): readonly WishFault[] {
  const faults: (WishFault | false)[] = [
    judgeCode(wish.organisation) !== "sound" && "organisation",
    wish.name.trim() === "" && "name",
    !isRole(wish.role) && "role",
    !LOGIN.test(wish.login) && "login",
    wish.reason.trim() === "" && "reason",
  ];
  return faults.filter((fault) => fault !== false);
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Null while it is faulty. */
export function bodyOf(wish: Wish): AccountBody | null {
  const { organisation, name, role, login, registration, person, reason, document } = wish;
  if (wishFaults(wish).length > 0 || !isRole(role)) return null;
  return {
    organisation,
    name: name.trim(),
    role,
    login,
    registration: orNull(registration),
    person: orNull(person),
    reason: reason.trim(),
    documentNo: orNull(document),
  };
}
