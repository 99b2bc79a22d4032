// `identity.yaml` in the data folder: which identity providers people may sign in at, and which hosts may be called for it.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import { ADAPTERS } from "../rules/claims.ts";
import type { IdentityProvider, ListedHosts } from "../rules/provider.ts";

export const IDENTITY_FILE = "identity.yaml";
/** The bundled provider's, and the last parts of addresses of this site. */
const TAKEN = ["demo", "return", "step-up", "accounts"];
const OTHERS = 0o077;
const SECRET_MAX = 1024;

const host = z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/);
const shape = z.strictObject({
  providers: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z][a-z0-9-]{1,30}$/)
        .refine((id) => !TAKEN.includes(id)),
      name: z.string().min(1).max(40),
      adapter: z.enum(ADAPTERS),
      issuer: z.url({ protocol: /^https$/ }),
      clientId: z.string().min(1).max(255),
      secretFile: z.string().min(1),
      scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).default(["openid"]),
      asksAlways: z.boolean().default(false),
    }),
  ),
  hosts: z.array(host).default([]),
  privateHosts: z.array(host).default([]),
});

/** What the file says. */
export interface IdentitySettings {
  readonly providers: readonly IdentityProvider[];
  readonly hosts: ListedHosts;
}

const nothing: IdentitySettings = { providers: [], hosts: { all: new Set(), mayBePrivate: new Set() } };

function unfit(place: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code: "accounts.identity-file", kind: "invalid", values: { place } });
}

/** A file that others may read is no secret. */
async function secretOf(folder: string, file: string): Promise<string | null> {
  const whole = path.resolve(folder, file);
  try {
    if (((await stat(whole)).mode & OTHERS) !== 0) return null;
    const text = (await readFile(whole, "utf8")).trim();
    return text === "" || text.length > SECRET_MAX ? null : text;
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the file; nothing where there is none. Refuses `accounts.identity-file`, naming the place. */
export async function readIdentityFile(folder: string): Promise<Outcome<IdentitySettings>> {
  const text = await readFile(path.join(folder, IDENTITY_FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return granted(nothing);
  const read = shape.safeParse(parsed(text));
  if (!read.success) return unfit(read.error.issues[0]?.path.join(".") ?? IDENTITY_FILE);
  const { hosts, privateHosts } = read.data;
  const all = new Set([...hosts, ...privateHosts]);
  const providers: IdentityProvider[] = [];
  for (const [index, { secretFile, ...one }] of read.data.providers.entries()) {
    const at = `providers.${index}`;
    const { host: whole, hostname } = new URL(one.issuer);
    if (providers.some(({ id }) => id === one.id)) return unfit(`${at}.id`);
    if (!all.has(whole) && !all.has(hostname)) return unfit(`${at}.issuer`);
    const clientSecret = await secretOf(folder, secretFile);
    if (clientSecret === null) return unfit(`${at}.secretFile`);
    providers.push({ ...one, realm: one.issuer, clientSecret });
  }
  return granted({ providers, hosts: { all, mayBePrivate: new Set(privateHosts) } });
}
