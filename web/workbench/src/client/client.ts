// The one way to the server: same origin, the browser's session, the token against forged requests.
import type { Answer, Body, Operation, PathOf, PathValues, Query } from "./contract.ts";
import { offline, problemOf } from "./problem.ts";
import type { Outcome } from "./problem.ts";

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Asked<O> {
  readonly path?: PathValues<O>;
  readonly query?: Query<O>;
  readonly signal?: AbortSignal;
}

interface Sent<O> extends Asked<O> {
  readonly body?: Body<O>;
}

let csrf = "";

/** The token of the session that is read first; every change bears it. */
export function setCsrf(token: string): void {
  csrf = token;
}

/** Fills `{slots}` and adds the query; empty values are left out. */
export function addressOf(pattern: string, path: Values = {}, query: Values = {}): string {
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name] ?? "")));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Any request of the session; the answer as it came, or a problem. An aborted request is a problem nobody is shown. */
export async function ask(address: string, init: RequestInit = {}): Promise<Outcome<Response>> {
  const headers = new Headers(init.headers);
  if (!headers.has("accept")) headers.set("accept", "application/json");
  if (init.method !== undefined && init.method !== "GET") headers.set("x-csrf-token", csrf);
  const response = await fetch(address, { ...init, headers, credentials: "same-origin" }).catch(() => null);
  if (response === null) return { ok: false, problem: offline() };
  if (response.ok) return { ok: true, value: response };
  return { ok: false, problem: problemOf(response.status, await readJson(response), response.headers) };
}

async function json<T>(address: string, init: RequestInit): Promise<Outcome<T>> {
  const answered = await ask(address, init);
  if (!answered.ok) return answered;
  const body = await readJson(answered.value);
  if (body === undefined) return { ok: false, problem: problemOf(answered.value.status, null, answered.value.headers) };
  return { ok: true, value: body as T };
}

export async function get<P extends PathOf<"get">>(
  path: P,
  asked: Asked<Operation<P, "get">> = {},
): Promise<Outcome<Answer<Operation<P, "get">>>> {
  const address = addressOf(path, asked.path as Values, asked.query as Values);
  return json(address, asked.signal === undefined ? {} : { signal: asked.signal });
}

export async function post<P extends PathOf<"post">>(
  path: P,
  sent: Sent<Operation<P, "post">> = {},
): Promise<Outcome<Answer<Operation<P, "post">>>> {
  const address = addressOf(path, sent.path as Values, sent.query as Values);
  const signal = sent.signal === undefined ? {} : { signal: sent.signal };
  if (sent.body === undefined) return json(address, { method: "POST", ...signal });
  const headers = { "content-type": "application/json" };
  return json(address, { method: "POST", headers, body: JSON.stringify(sent.body), ...signal });
}

/** Ends something of one's own. */
export async function remove<P extends PathOf<"delete">>(
  path: P,
  asked: Asked<Operation<P, "delete">> = {},
): Promise<Outcome<null>> {
  const address = addressOf(path, asked.path as Values, asked.query as Values);
  return json(address, { method: "DELETE" });
}
