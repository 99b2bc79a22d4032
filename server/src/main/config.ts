// What the environment says, checked before anything is started.
import { isIP } from "node:net";
import path from "node:path";
import { granted, refused } from "../kernel/refusal.ts";
import type { Outcome, RefusalCode } from "../kernel/refusal.ts";
import type { SuiteId } from "../platform/keys/envelope.ts";
import { readOrigin } from "../platform/outgoing/target.ts";
import { isSuiteId } from "../platform/keys/keystore.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** A PostgreSQL server; without it the embedded one is started in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Whether demo data are loaded. */
  readonly demo: boolean;
  readonly region: string;
  /** `XINHENG_CLOCK` as written; see `platform/clock`. */
  readonly clock: string | undefined;
  /** An operator's policy folder, laid over the shipped one. Absolute; need not exist unless it was named. */
  readonly policyFolder: string;
  readonly policyNamed: boolean;
  /** Origin of the public address, for links; never taken from a request. */
  readonly publicUrl: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly proxies: ReadonlySet<string>;
  /** Origins to which messages may be sent (`XINHENG_OUTGOING`); none, unless the operator lists them. */
  readonly origins: ReadonlySet<string>;
  /** What values under a key are sealed with from now on. */
  readonly suite: SuiteId;
  /** Whether natural persons may be subjects. Never from the environment in this version: tests alone set it. */
  readonly naturalPersons: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_REGION = "990100";
const HOSTNAME = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const SHOWN_MAX = 80;

/** The first wrong variable ends the reading; `Wrong` carries it out of the readers below. */
class Wrong extends Error {
  readonly code: RefusalCode;
  readonly value: string;

  constructor(code: RefusalCode, value: string) {
    super(code);
    this.code = code;
    this.value = value.slice(0, SHOWN_MAX);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return 8080;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Wrong("main.bad-port", text);
  return port;
}

function readHost(text: string | undefined): string {
  const host = text === undefined || text === "" ? "127.0.0.1" : text;
  if (isIP(host) === 0 && !HOSTNAME.test(host)) throw new Wrong("main.bad-host", host);
  return host;
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  // The value holds a password: it is never repeated.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) throw new Wrong("main.bad-database", "");
  return text;
}

function readDemo(text: string | undefined): boolean {
  if (text === undefined || text === "" || text === "1") return true;
  if (text !== "0") throw new Wrong("main.bad-demo", text);
  return false;
}

function readRegion(text: string | undefined): string {
  const region = text === undefined || text === "" ? DEFAULT_REGION : text;
  if (!/^\d{6}$/.test(region)) throw new Wrong("main.bad-region", region);
  return region;
}

function readPublicUrl(text: string | undefined, port: number): string {
  if (text === undefined || text === "") return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url !== null && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  if (!bare || !["http:", "https:"].includes(url.protocol)) throw new Wrong("main.bad-public-url", text);
  return url.origin;
}

function readProxies(text: string | undefined): ReadonlySet<string> {
  const proxies = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrong = proxies.find((proxy) => isIP(proxy) === 0);
  if (wrong !== undefined) throw new Wrong("main.bad-proxies", wrong);
  return new Set(proxies);
}

function readOrigins(text: string | undefined): ReadonlySet<string> {
  const parts = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const origins = parts.map((part) => [part, readOrigin(part)] as const);
  const wrong = origins.find(([, origin]) => origin === null);
  if (wrong !== undefined) throw new Wrong("main.bad-outgoing", wrong[0]);
  return new Set(origins.flatMap(([, origin]) => origin ?? []));
}

function readSuite(text: string | undefined): SuiteId {
  const suite = text === undefined || text === "" ? "aes-256-gcm" : text;
  if (!isSuiteId(suite)) throw new Wrong("main.bad-suite", suite);
  return suite;
}

/** No operator has accepted a vault for natural persons yet, so nobody can switch the module on. */
function readNaturalPersons(text: string | undefined): boolean {
  if (text === undefined || text === "" || text === "0") return false;
  throw new Wrong("main.natural-persons", text);
}

function present(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Reads the environment. Refuses `main.bad-…` naming the first variable that cannot be used. */
export function readConfig(env: Environment): Outcome<Config> {
  try {
    const port = readPort(env["PORT"]);
    const dataFolder = path.resolve(present(env["XINHENG_DATA"]) ?? "data");
    const policyFolder = present(env["XINHENG_POLICY"]);
    return granted({
      port,
      host: readHost(env["XINHENG_HOST"]),
      dataFolder,
      databaseUrl: readDatabaseUrl(env["DATABASE_URL"]),
      demo: readDemo(env["XINHENG_DEMO"]),
      region: readRegion(env["XINHENG_REGION"]),
      clock: present(env["XINHENG_CLOCK"]),
      policyFolder: path.resolve(policyFolder ?? path.join(dataFolder, "policy")),
      policyNamed: policyFolder !== undefined,
      publicUrl: readPublicUrl(env["XINHENG_PUBLIC_URL"], port),
      proxies: readProxies(env["XINHENG_PROXIES"]),
      origins: readOrigins(env["XINHENG_OUTGOING"]),
      suite: readSuite(env["XINHENG_SUITE"]),
      naturalPersons: readNaturalPersons(env["XINHENG_NATURAL_PERSONS"]),
    });
  } catch (error) {
    if (error instanceof Wrong) return refused({ code: error.code, kind: "invalid", values: { value: error.value } });
    throw error;
  }
}
