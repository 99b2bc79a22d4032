// What an identity provider says of somebody, read by a named adapter. The claims are expectations, described in
// docs/operate/identity.md: no official interface text was at hand, and an operator compares them with his provider's.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { isUscc } from "../../../kernel/uscc.ts";

/** What the platform makes of a provider's claims. */
export interface Claimed {
  /** What the provider calls him. */
  readonly subject: string;
  /** A key of the human being that other providers share; null where this one has none. Never kept, only its keyed digest. */
  readonly personKey: string | null;
  /** The organisation that he shows himself for; null where he is to choose among his own. */
  readonly organisation: string | null;
}

export const ADAPTERS = ["plain", "government", "business-licence"] as const;

export type AdapterName = (typeof ADAPTERS)[number];

type Claims = Readonly<Record<string, unknown>>;

const ID_NUMBER = /^\d{17}[\dX]$/;
const TEXT_MAX = 255;

function textOf(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === "string" && value !== "" && value.length <= TEXT_MAX ? value : null;
}

/** The identity number where there is one, else the provider's own lasting number of the person, within its realm. */
function personKeyOf(claims: Claims, realm: string): string | null {
  const number = textOf(claims, "id_number")?.toUpperCase() ?? "";
  if (ID_NUMBER.test(number)) return `cn ${number}`;
  const person = textOf(claims, "person_id");
  return person === null ? null : `${realm} ${person}`;
}

const unfit = refused({ code: "accounts.claims", kind: "forbidden" });

function organisationOf(claims: Claims, name: string): Outcome<string | null> {
  if (claims[name] === undefined || claims[name] === null) return granted(null);
  const code = textOf(claims, name)?.toUpperCase() ?? "";
  return isUscc(code) ? granted(code) : unfit;
}

/** 省政务服务统一身份认证: a person, who may have signed in for an organisation. */
function government(claims: Claims, subject: string): Outcome<Claimed> {
  const organisation = organisationOf(claims, "org_uscc");
  if (!organisation.ok) return organisation;
  return granted({ subject, personKey: personKeyOf(claims, "government"), organisation: organisation.value });
}

/** 电子营业执照: always for the enterprise on the licence, by whoever shows it. */
function enterprisePass(claims: Claims, subject: string): Outcome<Claimed> {
  const organisation = organisationOf(claims, "uscc");
  if (!organisation.ok) return organisation;
  const personKey = personKeyOf(claims, "business-licence");
  // A licence names the enterprise; without the person who shows it nobody would have acted.
  return organisation.value === null || personKey === null
    ? unfit
    : granted({ subject, personKey, organisation: organisation.value });
}

/** Reads verified claims. Refuses `accounts.claims` where what is needed is missing or malformed. */
export function readClaims(adapter: AdapterName, claims: Claims): Outcome<Claimed> {
  const subject = textOf(claims, "sub");
  if (subject === null) return unfit;
  if (adapter === "government") return government(claims, subject);
  if (adapter === "business-licence") return enterprisePass(claims, subject);
  return granted({ subject, personKey: null, organisation: null });
}
