// What a registered recipient does on its side: how far its receipts are, and whether its copy is as it ought to be.
import { hash } from "node:crypto";
import type { Call, Command } from "../call.ts";
import { readCopies } from "../copy-file.ts";
import type { Copies, Shown } from "../copy-file.ts";
import { EXIT } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { countIn, fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { Patience, patiently } from "../patience.ts";
import { openAsAccount } from "../server.ts";
import type { Server } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { copyFaults, sayings } from "../text.ts";

const BASE = "/api/v1/withdrawals";

async function runStanding(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const found = fieldsOf(server.json(await server.ask({ method: "GET", path: `${BASE}/standing` })));
  await answer(terminal, found);
  const counts = { received: countIn(found, "received"), events: countIn(found, "nextPosition") };
  tell(terminal, sayings.standing, { ...counts, unacknowledged: countIn(found, "unacknowledged") });
  const reminders = listIn(found, "reminders");
  if (reminders.length > 0) tell(terminal, sayings.reminded, { count: reminders.length });
  return EXIT.well;
}

type CopyFault = keyof typeof copyFaults;

interface Finding {
  readonly id: string;
  readonly fault: CopyFault;
}

interface Asking {
  readonly terminal: Terminal;
  readonly server: Server;
  readonly patience: Patience;
}

async function get(
  { server, patience }: Asking,
  path: string,
  query: Record<string, string | undefined> = {},
): Promise<Fields> {
  return patiently(patience, async () => fieldsOf(server.json(await server.ask({ method: "GET", path, query }))));
}

/** What the platform says that there should be, by own id; of one entry and bucket, or of the whole entry. */
async function expectedOf(asking: Asking, entry: string): Promise<ReadonlyMap<string, Shown>> {
  const expected = new Map<string, Shown>();
  for (let cursor: string | undefined; ;) {
    const page = await get(asking, `${BASE}/copies`, { entry, cursor });
    for (const item of listIn(page, "items")) {
      const until = textIn(item, "shownUntil");
      expected.set(textIn(item, "id"), { shownUntil: until === "" ? null : until, digest: textIn(item, "digest") });
    }
    const next = textIn(page, "next");
    if (next === "" || next === cursor) return expected;
    cursor = next;
  }
}

const BUCKETS = 256;
const NO_END = "-".repeat(10);

/** The digest of an entry as the specification says; see docs/spec/withdrawal-feed.md. */
function digestOf(copies: ReadonlyMap<string, Shown>): string {
  const buckets = Array.from({ length: BUCKETS }, (): Buffer[] => []);
  for (const [id, { shownUntil, digest }] of [...copies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const own = Buffer.from(id, "hex");
    const line = Buffer.concat([own, Buffer.from(shownUntil ?? NO_END, "latin1"), Buffer.from(digest, "hex")]);
    buckets[own[0] ?? 0]?.push(line);
  }
  return hash("sha256", Buffer.concat(buckets.map((lines) => hash("sha256", Buffer.concat(lines), "buffer"))), "hex");
}

/** All that differs, in the order of own ids. */
function compare({ shown, twice }: Copies, expected: ReadonlyMap<string, Shown>): Finding[] {
  const found: Finding[] = twice.map((id) => ({ id, fault: "twice" }));
  for (const [id, copy] of shown) {
    const right = expected.get(id);
    if (right === undefined) found.push({ id, fault: "ended" });
    else if (right.digest !== copy.digest) found.push({ id, fault: "otherContent" });
    else if (right.shownUntil !== copy.shownUntil) found.push({ id, fault: "otherTerm" });
  }
  for (const id of expected.keys()) if (!shown.has(id)) found.push({ id, fault: "missing" });
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the platform says of one moment: read between two digests that are the same. */
interface Expectation {
  readonly digest: Fields;
  readonly copies: ReadonlyMap<string, Shown>;
}

const READINGS_MAX = 5;

/** Reads all entries; once more where something was told meanwhile, or the platform's own digests say otherwise. */
async function expectation(asking: Asking): Promise<Expectation> {
  for (let reading = 1; ; reading += 1) {
    const digest = await get(asking, `${BASE}/digest`);
    const copies = new Map<string, Shown>();
    let sound = true;
    for (const entry of listIn(digest, "entries")) {
      const own = await expectedOf(asking, textIn(entry, "entry"));
      if (digestOf(own) !== textIn(entry, "digest")) sound = false;
      for (const [id, one] of own) copies.set(id, one);
    }
    if (sound || reading === READINGS_MAX) return { digest, copies };
    tell(asking.terminal, sayings.moved);
  }
}

const TOLD_MAX = 20;

async function runConform(call: Call): Promise<Exit> {
  const { terminal } = call;
  const copies = await readCopies(call.needed("copy"));
  const server = openAsAccount(terminal);
  const { digest, copies: expected } = await expectation({
    terminal,
    server,
    patience: new Patience(terminal, server),
  });
  tell(terminal, sayings.copyRead, { count: copies.shown.size, expected: expected.size });
  const findings = compare(copies, expected);
  const counts = countsOf(findings);
  const facts = { day: textIn(digest, "day"), nextPosition: countIn(digest, "nextPosition") };
  const conforms = findings.length === 0;
  await answer(terminal, { conforms, ...facts, copies: copies.shown.size, expected: expected.size, counts, findings });
  for (const { id, fault } of findings.slice(0, TOLD_MAX))
    tell(terminal, sayings.differing, { id, what: copyFaults[fault] });
  if (findings.length > TOLD_MAX) tell(terminal, sayings.moreDiffer, { shown: TOLD_MAX });
  if (conforms) tell(terminal, sayings.conforms);
  else tell(terminal, sayings.differs, counts);
  return conforms ? EXIT.well : EXIT.refused;
}

function countsOf(findings: readonly Finding[]): Record<CopyFault, number> {
  const counts: Record<CopyFault, number> = { missing: 0, ended: 0, otherTerm: 0, otherContent: 0, twice: 0 };
  for (const { fault } of findings) counts[fault] += 1;
  return counts;
}

/** `xinheng subscriber status`. */
export const standing: Command = { options: {}, places: [], needs: [], run: runStanding };
/** `xinheng subscriber conform --copy FILE`. */
export const conform: Command = { options: { copy: { type: "string" } }, places: [], needs: ["copy"], run: runConform };
