// Passwords of the bundled identity provider. Nothing else of the platform knows a password.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Outcome } from "../../../kernel/refusal.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import { passwordOf, savePassword } from "../store/password.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { countAttempt, forgive } from "./attempt.ts";
import type { AccountPorts } from "./ports.ts";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const LENGTH = 32;
const SALT_BYTES = 16;
const MEMORY_MAX = 128 * 1024 * 1024;
const WRITTEN = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, LENGTH, { ...COST, maxmem: MEMORY_MAX });
  const { N, r, p } = COST;
  return `scrypt$${N}$${r}$${p}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/** Whether a password is the one that was hashed. */
export async function isPassword(password: string, written: string): Promise<boolean> {
  const [, n, r, p, salt = "", hash = ""] = WRITTEN.exec(written) ?? [];
  const wanted = Buffer.from(hash, "base64url");
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem: MEMORY_MAX };
  if (wanted.length !== LENGTH) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, "base64url"), LENGTH, cost), wanted);
}

/** Gives an account a password in the caller's transaction. */
export async function setPassword(tx: Tx, account: string, one: { written: string; at: Date }): Promise<void> {
  await savePassword(tx, account, one);
}

/** Compared with when there is no such login, so that it takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * Whether login and password fit, counted against guessing. Refuses `accounts.too-many-attempts`,
 * `accounts.wrong-password` (an unknown login as well).
 */
export async function checkPassword(
  ports: AccountPorts,
  given: { readonly login: string; readonly password: string; readonly address: string | null },
): Promise<Outcome<void>> {
  const attempt = { login: given.login, address: given.address };
  const counted = await countAttempt(ports, attempt);
  if (!counted.ok) return counted;
  const kept = await ports.db.read((tx) => passwordOf(tx, given.login));
  decoy ??= hashPassword("");
  const fits = await isPassword(given.password, kept ?? (await decoy));
  if (kept === undefined || !fits) return refused({ code: "accounts.wrong-password", kind: "unauthenticated" });
  await forgive(ports, attempt);
  return granted(undefined);
}
