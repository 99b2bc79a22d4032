// `xinheng token`: makes an account, first of all the first administrator. Run on the server's own machine.
import { parseArgs } from "node:util";
import { createAccount, ROLES } from "../foundation/accounts/index.ts";
import type { Role } from "../foundation/accounts/index.ts";
import { fillSlots } from "../platform/http/problem.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { openStore } from "./open-store.ts";
import { complain, explainFailure, say } from "./terminal.ts";
import { SAYINGS, USAGE } from "./text.ts";

export interface TokenWish {
  readonly login: string;
  readonly role: Role;
  readonly organisation: { readonly uscc: string; readonly name: string };
  /** The number that the sign-in page gave its holder; from then on he signs in with that identity too. */
  readonly registration?: string;
}

/** Makes the account and returns its token, which is shown this once. Throws `StartRefused` where it is refused. */
export async function makeToken(config: Config, wish: TokenWish): Promise<string> {
  const store = await openStore(config, () => undefined);
  try {
    return required(await createAccount(store.db, { at: new Date(), by: null, ...wish })).token;
  } finally {
    await store.close();
  }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Reads the arguments of the command. Throws `StartRefused` (`main.usage`). */
export function readWish(args: readonly string[]): TokenWish {
  const usage = new StartRefused({ code: "main.usage", kind: "invalid", values: { usage: USAGE.token } });
  const text = { type: "string", default: "" } as const;
  const role = { ...text, default: "system-admin" };
  const options = { login: text, organisation: text, name: text, registration: text, role };
  let given;
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch {
    throw usage;
  }
  const { login, organisation, name, role: wanted, registration } = given;
  if (login === "" || organisation === "" || name === "" || !isRole(wanted)) throw usage;
  const wish = { login, role: wanted, organisation: { uscc: organisation, name } };
  return registration === "" ? wish : { ...wish, registration };
}

async function main(): Promise<void> {
  try {
    const wish = readWish(process.argv.slice(2));
    const token = await makeToken(required(readConfig(process.env)), wish);
    complain([fillSlots(SAYINGS.tokenMade, { login: wish.login })]);
    say(JSON.stringify({ login: wish.login, role: wish.role, uscc: wish.organisation.uscc, token }));
  } catch (error) {
    complain(explainFailure(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
