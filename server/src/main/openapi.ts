import { noIdentity } from "../foundation/accounts/index.ts";
import type { HttpApp } from "../platform/http/http-app.ts";
import type { Keys } from "../platform/keys/keys.ts";
import { createMetrics } from "../platform/observability/metrics.ts";
import { createApp } from "./app.ts";
import type { Foundations } from "./app.ts";
import { SHIPPED } from "./policy-of-day.ts";
import { apiDocument } from "./api-document.ts";

function unused(): never {
  throw new Error("the document is made from schemas alone: nothing may be asked");
}

const noKeys: Keys = {
  wrap: unused,
  unwrap: unused,
  mac: unused,
  random: unused,
  signer: unused,
  keystore: { suite: "aes-256-gcm", kek: "", knows: unused, make: unused, unwrap: unused, rewrap: unused },
};

/** Routes are described without a server behind them. */
const nothing: Omit<Foundations, "metrics"> = {
  db: { read: unused, write: unused, tryLock: unused, close: unused },
  clock: { now: unused, today: unused },
  currentPolicy: unused,
  policyAt: unused,
  keys: noKeys,
  spool: { append: unused, appendStream: unused, size: unused, read: unused, destroy: unused, list: unused },
  log: { info: unused, warn: unused, error: unused },
  policyFolders: [SHIPPED],
  releases: { base: { folders: [SHIPPED], region: "" }, onChange: unused },
  identity: noIdentity,
  calendar: null,
  site: { name: "" },
  ingest: {
    ports: {
      db: { read: unused, write: unused, tryLock: unused, close: unused },
      clock: { now: unused, today: unused },
      keys: noKeys,
      spool: { append: unused, appendStream: unused, size: unused, read: unused, destroy: unused, list: unused },
      policyAt: unused,
      origin: "",
      onFault: unused,
    },
    worker: { settle: unused, begin: unused, resume: unused, stop: unused },
  },
  publicUrl: "http://localhost:8080",
  origins: new Set(),
  proxies: new Set(),
};

/** The application as far as its routes are described; it answers nothing. */
export function describedApp(): HttpApp {
  return createApp({ ...nothing, metrics: createMetrics() });
}

/** The OpenAPI 3.1 document of all routes, the same as at `/api/v1/openapi.json`. */
export function openApiDocument(): object {
  return apiDocument(describedApp());
}
