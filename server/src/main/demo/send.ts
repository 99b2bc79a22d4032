// How the demo's departments reach the ingest: by its public API, each with a token of its own.
import { randomBytes } from "node:crypto";
import type { Database } from "../../platform/database/pool.ts";
import { createAccount, disableAccount } from "../../foundation/accounts/index.ts";
import type { Organisation } from "../../foundation/accounts/index.ts";
import type { DemoFile } from "./demo-file.ts";
import type { DemoDeclaration, LoadWish, Submitted } from "./load.ts";

/**
 * Answers a request to the application as one that comes at an instant (Unix milliseconds; null for the present). It need
 * not pass through a socket.
 */
export type Send = (request: Request, at: number | null) => Response | Promise<Response>;

/** Clerks of the departments, made when first asked for and of no use after `close`. */
export interface Clerks {
  readonly tokenOf: (provider: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const ORIGIN = "http://localhost";
const CLOSING = "the demo city is loaded";

/** Opens the clerks of one load. Their logins end by chance, so that an interrupted load leaves no name taken. */
export function openClerks(wish: {
  readonly db: Database;
  /** The present, Unix milliseconds. */
  readonly now: () => number;
  /** When the departments got their clerks; never after the present. */
  readonly since: number;
  readonly organisations: readonly Organisation[];
}): Clerks {
  const { db, now } = wish;
  // Promises: two files of one department may ask at the same moment, and there is one clerk.
  const tokens = new Map<string, Promise<string>>();
  const stamp = randomBytes(4).toString("hex");
  const loginOf = (provider: string): string => `demo-sends-${provider.toLowerCase()}-${stamp}`;
  const open = async (provider: string): Promise<string> => {
    const organisation = wish.organisations.find(({ uscc }) => uscc === provider);
    if (organisation === undefined) throw new RangeError(`no department ${provider}`);
    const [at, login] = [new Date(Math.min(wish.since, now())), loginOf(provider)];
    const made = await createAccount(db, { at, by: null, organisation, role: "clerk", login });
    if (!made.ok) throw new Error(`${login}: ${made.refusal.code}`);
    return made.value.token;
  };
  return {
    tokenOf: (provider) => {
      const token = tokens.get(provider) ?? open(provider);
      tokens.set(provider, token);
      return token;
    },
    close: async () => {
      for (const login of [...tokens.keys()].map(loginOf))
        await disableAccount(db, { at: new Date(now()), by: null, login, reason: CLOSING });
      tokens.clear();
    },
  };
}

/** A number of an answer that the contract promises. Throws where it is missing: that is a fault of ours. */
function countIn(answer: Readonly<Record<string, unknown>>, name: string): number {
  const value = answer[name];
  if (typeof value !== "number") throw new TypeError(`no ${name} in the answer`);
  return value;
}

async function answerOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = await response.json();
  return typeof answer === "object" && answer !== null ? { ...answer } : {};
}

function codeIn(answer: Readonly<Record<string, unknown>>, response: Response): string {
  return typeof answer["code"] === "string" ? answer["code"] : `HTTP ${response.status}`;
}

function submittedIn(answer: Readonly<Record<string, unknown>>): Submitted {
  const [received, accepted] = [countIn(answer, "received"), countIn(answer, "accepted")];
  return { received, accepted, quarantined: countIn(answer, "quarantined"), rejected: countIn(answer, "rejected") };
}

/** Submits and declares over the API. A file that the ingest refuses is no fault; a declaration that it refuses is. */
export function sender(send: Send, tokenOf: Clerks["tokenOf"]): Pick<LoadWish, "submit" | "declare"> {
  return {
    submit: async (file: DemoFile) => {
      const { provider, entry, mapping } = file;
      const query = new URLSearchParams({ provider, entry, mapping });
      const headers = {
        authorization: `Bearer ${await tokenOf(provider)}`,
        "content-type": "application/octet-stream",
      };
      const body = ReadableStream.from(file.bytes());
      const response = await send(
        new Request(`${ORIGIN}/api/v1/batches?${query.toString()}`, { method: "POST", headers, body, duplex: "half" }),
        file.at,
      );
      const answer = await answerOf(response);
      return response.ok ? submittedIn(answer) : { refusal: codeIn(answer, response) };
    },
    declare: async (declaration: DemoDeclaration) => {
      const headers = {
        authorization: `Bearer ${await tokenOf(declaration.provider)}`,
        "content-type": "application/json",
      };
      const { at, ...body } = declaration;
      const response = await send(
        new Request(`${ORIGIN}/api/v1/completeness`, { method: "POST", headers, body: JSON.stringify(body) }),
        at,
      );
      if (response.ok) return;
      const code = codeIn(await answerOf(response), response);
      if (code === "ingest.completeness-backwards") return;
      throw new Error(`${declaration.provider} ${declaration.entry}: ${code}`);
    },
  };
}
