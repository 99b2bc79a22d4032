import { inspectCode } from "../../../kernel/uscc.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, RefusalCode } from "../../../kernel/refusal.ts";

/** Columns that a verdict is written to; null where there is none. */
export interface VerdictNames {
  readonly outcome: string;
  readonly batch: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly at: string | null;
}

export type VerdictWay =
  | { readonly kind: "columns"; readonly columns: VerdictNames }
  | {
      readonly kind: "table";
      readonly table: string;
      readonly row: string;
      readonly columns: VerdictNames & { readonly batch: string };
    };

/** One exchange table as the operator's file describes it. Holds a password. */
export interface ConnectorSource {
  readonly id: string;
  readonly provider: string;
  /** Login of the provider's own machine account, in whose name rows are submitted. */
  readonly account: string;
  readonly entry: string;
  /** Id of a mapping; empty = the entry's own heads. */
  readonly mapping: string;
  readonly target: {
    readonly engine: "postgres" | "mysql";
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** null: in clear. `ca` is the path of a PEM file, null for the machine's own roots. */
  readonly tls: { readonly ca: string | null } | null;
  readonly table: {
    readonly table: string;
    readonly cursor: string;
    readonly key: string;
    readonly columns: readonly string[] | null;
    readonly verdict: VerdictWay;
  };
  readonly rowsPerBatch: number;
  /** Seconds from the end of one run to the next. */
  readonly every: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Carries the first fault out of the readers below; never leaves this file. */
class Faulty extends Error {
  readonly code: RefusalCode;
  readonly at: string;

  constructor(code: RefusalCode, at: string) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

const shapes = {
  id: /^[a-z][a-z0-9-]{1,39}$/,
  login: /^[a-z][a-z0-9.-]{1,39}$/,
  entry: /^[a-z][a-z0-9-]{0,63}$/,
  mapping: /^[A-Za-z0-9._-]{0,100}$/,
  path: /^\/[^\0]{1,400}$/,
  url: /^\S{1,500}$/,
};
// Letters of any script, since tables are called in Chinese too; no quote, blank, dot or sign that SQL could read.
const plainName = /^[\p{L}_][\p{L}\p{N}_$]{0,62}$/u;
const nameBytesMax = 63;
const ports = { postgres: 5432, mysql: 3306 } as const;
const schemes = { postgres: /^postgres(?:ql)?:/, mysql: /^(?:mysql|mariadb):/ } as const;

function fieldsOf(value: unknown, at: string, allowed: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Faulty("connector.malformed", at);
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw new Faulty("connector.unknown-key", `${at}.${unknown.slice(0, 40)}`);
  return value as Fields;
}

function textOf(fields: Fields, key: string, given: { at: string; shape: RegExp; fallback?: string }): string {
  const value = fields[key] ?? given.fallback;
  const at = `${given.at}.${key}`;
  if (value === undefined) throw new Faulty("connector.missing", at);
  if (typeof value !== "string" || !given.shape.test(value)) throw new Faulty("connector.malformed", at);
  return value;
}

function wholeOf(
  fields: Fields,
  key: string,
  given: { at: string; min: number; max: number; fallback: number },
): number {
  const value = fields[key] ?? given.fallback;
  const isFit = typeof value === "number" && Number.isInteger(value) && value >= given.min && value <= given.max;
  if (!isFit) throw new Faulty("connector.malformed", `${given.at}.${key}`);
  return value;
}

function checkName(value: unknown, at: string): string {
  if (value === undefined || value === null) throw new Faulty("connector.missing", at);
  const isFit =
    typeof value === "string" && plainName.test(value) && new TextEncoder().encode(value).length <= nameBytesMax;
  if (!isFit) throw new Faulty("connector.bad-name", at);
  return value;
}

function checkPath(value: unknown, at: string): string {
  if (typeof value !== "string") throw new Faulty(value === undefined ? "connector.missing" : "connector.bad-name", at);
  const parts = value.split(".");
  if (parts.length > 2) throw new Faulty("connector.bad-name", at);
  for (const part of parts) checkName(part, at);
  return value;
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "").toLowerCase();

/** Read as a web address, so that every way of writing an address ends in one. */
function webAddress(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function allowedOf(value: unknown): ReadonlySet<string> {
  const list = value ?? [];
  if (!Array.isArray(list)) throw new Faulty("connector.malformed", "allowedHosts");
  return new Set(
    list.map((one: unknown, index) => {
      const url = typeof one === "string" && /^[^/@?#\\\s]+$/.test(one) ? webAddress(`http://${one}`) : null;
      if (url === null) throw new Faulty("connector.malformed", `allowedHosts[${index}]`);
      return url.port === "" ? bare(url.hostname) : `${bare(url.hostname)}:${url.port}`;
    }),
  );
}

function decoded(text: string, at: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Faulty("connector.malformed", at);
  }
}

/**
 * The address of a database and nothing else: parameters could name another host, or a file, and everything that they may
 * say has a key of its own here.
 */
function databaseAddress(text: string, scheme: RegExp, place: string): { url: URL; database: string } {
  const url = scheme.test(text) ? webAddress(text.replace(/^[a-z]+:/, "http:")) : null;
  if (url === null || url.search !== "" || url.hash !== "") throw new Faulty("connector.malformed", place);
  const database = decoded(url.pathname.slice(1), place);
  const isWhole = url.hostname !== "" && url.username !== "" && database !== "" && !database.includes("/");
  if (!isWhole) throw new Faulty("connector.malformed", place);
  return { url, database };
}

function targetOf(fields: Fields, at: string, allowed: ReadonlySet<string>): ConnectorSource["target"] {
  const engine = textOf(fields, "engine", { at, shape: /^(postgres|mysql)$/ }) === "mysql" ? "mysql" : "postgres";
  const place = `${at}.url`;
  const { url, database } = databaseAddress(textOf(fields, "url", { at, shape: shapes.url }), schemes[engine], place);
  const host = bare(url.hostname);
  const port = url.port === "" ? ports[engine] : Number(url.port);
  const isListed = isLoopback(host) || allowed.has(host) || allowed.has(`${host}:${port}`);
  if (!isListed) throw new Faulty("connector.host-not-allowed", place);
  return { engine, host, port, user: decoded(url.username, place), password: decoded(url.password, place), database };
}

function tlsOf(fields: Fields, at: string, host: string): ConnectorSource["tls"] {
  const way = textOf(fields, "tls", { at, shape: /^(verify|none)$/, fallback: isLoopback(host) ? "none" : "verify" });
  if (way === "none") return null;
  return { ca: fields["ca"] === undefined ? null : textOf(fields, "ca", { at, shape: shapes.path }) };
}

function namesIn({ outcome, batch, code, message, at }: VerdictNames): readonly string[] {
  return [outcome, batch, code, message, at].filter((name) => name !== null);
}

function verdictOf(value: unknown, at: string): VerdictWay {
  const fields = fieldsOf(value, at, ["table", "row", "columns"]);
  const names = fieldsOf(fields["columns"], `${at}.columns`, ["outcome", "batch", "code", "message", "at"]);
  const optional = (key: string): string | null =>
    names[key] === undefined ? null : checkName(names[key], `${at}.columns.${key}`);
  const columns = {
    outcome: checkName(names["outcome"], `${at}.columns.outcome`),
    batch: optional("batch"),
    code: optional("code"),
    message: optional("message"),
    at: optional("at"),
  };
  const all = namesIn(columns);
  if (new Set(all).size !== all.length) throw new Faulty("connector.bad-name", `${at}.columns`);
  if (fields["table"] === undefined) return { kind: "columns", columns };
  return {
    kind: "table",
    table: checkPath(fields["table"], `${at}.table`),
    row: checkName(fields["row"], `${at}.row`),
    columns: { ...columns, batch: checkName(columns.batch, `${at}.columns.batch`) },
  };
}

function columnsOf(value: unknown, at: string): readonly string[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.length === 0) throw new Faulty("connector.malformed", at);
  const names = value.map((one: unknown, index) => checkName(one, `${at}[${index}]`));
  if (new Set(names).size !== names.length) throw new Faulty("connector.malformed", at);
  return names;
}

const keysOfSource = [
  "id",
  "provider",
  "account",
  "entry",
  "mapping",
  "engine",
  "url",
  "tls",
  "ca",
  "table",
  "cursor",
  "key",
  "columns",
  "verdict",
  "rowsPerBatch",
  "every",
];

function sourceOf(value: unknown, at: string, allowed: ReadonlySet<string>): ConnectorSource {
  const fields = fieldsOf(value, at, keysOfSource);
  const provider = textOf(fields, "provider", { at, shape: /^[0-9A-Z]{18}$/ });
  if (!["ok", "ok_badorg"].includes(inspectCode(provider))) throw new Faulty("connector.malformed", `${at}.provider`);
  const target = targetOf(fields, at, allowed);
  const verdict = verdictOf(fields["verdict"], `${at}.verdict`);
  const [cursor, key] = [checkName(fields["cursor"], `${at}.cursor`), checkName(fields["key"], `${at}.key`)];
  // An answer must not move the row, nor change what was read.
  if (verdict.kind === "columns" && namesIn(verdict.columns).some((name) => name === cursor || name === key)) {
    throw new Faulty("connector.bad-name", `${at}.verdict`);
  }
  return {
    id: textOf(fields, "id", { at, shape: shapes.id }),
    provider,
    account: textOf(fields, "account", { at, shape: shapes.login }),
    entry: textOf(fields, "entry", { at, shape: shapes.entry }),
    mapping: textOf(fields, "mapping", { at, shape: shapes.mapping, fallback: "" }),
    target,
    tls: tlsOf(fields, at, target.host),
    table: {
      table: checkPath(fields["table"], `${at}.table`),
      cursor,
      key,
      columns: columnsOf(fields["columns"], `${at}.columns`),
      verdict,
    },
    rowsPerBatch: wholeOf(fields, "rowsPerBatch", { at, min: 1, max: 5000, fallback: 1000 }),
    every: wholeOf(fields, "every", { at, min: 1, max: 86_400, fallback: 300 }),
  };
}

/**
 * The connectors of a parsed `connectors.yaml`. Refuses the first fault by its place, never by its value, which may be a
 * password: `connector.malformed`, `missing`, `unknown-key`, `bad-name`, `host-not-allowed`, `duplicate-id`.
 */
export function readSources(value: unknown): Outcome<readonly ConnectorSource[]> {
  try {
    const fields = fieldsOf(value ?? {}, "connectors.yaml", ["allowedHosts", "connectors"]);
    const allowed = allowedOf(fields["allowedHosts"]);
    const list = fields["connectors"] ?? [];
    if (!Array.isArray(list)) throw new Faulty("connector.malformed", "connectors");
    const sources = list.map((one: unknown, index) => sourceOf(one, `connectors[${index}]`, allowed));
    const twice = sources.findIndex((one, index) => sources.findIndex((other) => other.id === one.id) !== index);
    if (twice >= 0) throw new Faulty("connector.duplicate-id", `connectors[${twice}].id`);
    return granted(sources);
  } catch (error) {
    if (error instanceof Faulty) return refused({ code: error.code, kind: "invalid", values: { at: error.at } });
    throw error;
  }
}
