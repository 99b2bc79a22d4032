// The application: every route of every slice in one frame. Nothing is started here.
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import { addAccessRoutes, openAccessLog } from "../foundation/access/index.ts";
import {
  addBundledRoutes,
  addMandateRoutes,
  addMemberRoutes,
  addSessionRoutes,
  addSignInRoutes,
  createSignIn,
  keepSessions,
  mandateFor,
  representativeDigest,
  sessionWay,
  signInGuarded,
  tokenWay,
} from "../foundation/accounts/index.ts";
import type { Identity, RepresentativeOf, SignIn, SignInWay } from "../foundation/accounts/index.ts";
import { addAccountRoutes, addApprovalRoutes } from "../foundation/approvals/index.ts";
import { addClientRoutes, checkBodies, signatureWay } from "../foundation/clients/index.ts";
import { addExportRoutes } from "../foundation/exports/index.ts";
import type { ReleasePorts } from "../foundation/releases/index.ts";
import { addCatalogueRoutes } from "../foundation/catalogue/index.ts";
import type { Day } from "../kernel/day.ts";
import type { WorkingCalendar } from "../kernel/day.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/pool.ts";
import { addBuiltApp } from "../platform/http/built-app.ts";
import { openCursors } from "../platform/http/cursor.ts";
import type { Cursors } from "../platform/http/cursor.ts";
import { compress } from "../platform/http/compress.ts";
import { createHttpApp, refusePage } from "../platform/http/http-app.ts";
import type { HttpApp, HttpEnv, HttpFrame } from "../platform/http/http-app.ts";
import { isLoopback, remoteAddress } from "../platform/http/remote-address.ts";
import { watchHttp } from "../platform/http/watch.ts";
import type { Keys } from "../platform/keys/keys.ts";
import type { Log } from "../platform/observability/log.ts";
import type { Metrics } from "../platform/observability/metrics.ts";
import type { Spool } from "../platform/storage/spool.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { addAuthorisationRoutes } from "../records/authorisation/index.ts";
import type { AuthorisationPorts } from "../records/authorisation/index.ts";
import { addCommitmentRoutes } from "../records/commitment/index.ts";
import type { CommitmentPorts } from "../records/commitment/index.ts";
import { addBatchRoutes, addCommandRoutes, addUploadRoutes, isUpload } from "../records/ingest/index.ts";
import type { IngestPorts, Worker } from "../records/ingest/index.ts";
import { addFileRoutes, BYTES_MAX, FILES_PATH } from "../records/attachments/index.ts";
import type { FilePorts } from "../records/attachments/index.ts";
import { addObjectionRoutes, filesOfObjection } from "../records/objection/index.ts";
import type { ObjectionPorts } from "../records/objection/index.ts";
import { addRepairRoutes, filesOfRepair } from "../records/repair/index.ts";
import type { RepairPorts } from "../records/repair/index.ts";
import { referenceText } from "../policy/article-text.ts";
import { addListRoutes, filesOfCase } from "../records/lists/index.ts";
import type { ListPorts } from "../records/lists/index.ts";
import { addCoverageRoutes } from "../views/coverage/index.ts";
import { addFiguresRoutes } from "../views/figures/index.ts";
import { addEndpointRoutes } from "../foundation/endpoints/index.ts";
import { addSubscriptionRoutes } from "../records/subscription/index.ts";
import { addInboxRoutes } from "../views/inbox/index.ts";
import { addOpenDataRoutes } from "../views/open-data/index.ts";
import { addGuidanceRoutes } from "../views/guidance/index.ts";
import { addPolicyOfficeRoutes, runCases } from "../views/policy-office/index.ts";
import { addEnquiryRoutes } from "../views/enquiry/index.ts";
import { addListingRoutes } from "../views/listings/index.ts";
import { addMeasureRoutes } from "../views/measures/index.ts";
import { addPublicityRoutes, publicPages } from "../views/publicity/index.ts";
import { addRepairFiguresRoutes } from "../views/repair-figures/index.ts";
import { addRecallRoutes } from "../views/recall/index.ts";
import { addSharingRoutes, registeredRepresentative } from "../views/sharing/index.ts";
import { addSiteRoutes } from "../views/site/index.ts";
import { apiDocument } from "./api-document.ts";
import { addRobots, guardSecrets, meetCrowds, payingAddress } from "./crowd.ts";
import { addWithdrawalRoutes, readNamingPolicy, receiptsOf } from "../views/withdrawals/index.ts";
import { approvalPorts, clientRoutes } from "./approvals.ts";
import { createErrorPage } from "./error-page.ts";
import { refusalTexts } from "./refusal-texts.ts";
import { WORKBENCH_MISSING } from "./text.ts";

/** What the application stands on; made by `start`. */
export interface Foundations {
  readonly db: Database;
  readonly clock: Clock;
  /** The policy of today's legal day; a new snapshot at midnight. */
  readonly currentPolicy: () => PolicySnapshot;
  /** The policy of another day. */
  readonly policyAt: (day: Day) => PolicySnapshot;
  readonly keys: Keys;
  /** Where people can sign in. */
  readonly identity: Identity;
  readonly spool: Spool;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Policy folders in order, the shipped one first. */
  readonly policyFolders: readonly string[];
  /** What releases are laid over, and who re-reads them once one is committed. */
  readonly releases: Pick<ReleasePorts, "base" | "onChange">;
  readonly publicUrl: string;
  /** Origins that the operator listed: to no other is anything ever sent. */
  readonly origins: ReadonlySet<string>;
  readonly proxies: ReadonlySet<string>;
  /** Working days, as far as the policy knows them. */
  readonly calendar: WorkingCalendar | null;
  readonly site: { readonly name: string };
  /** What the ingest commands stand on, and who works batches off. */
  readonly ingest: { readonly ports: IngestPorts; readonly worker: Worker };
}

/** What every slice's routes may use beside its own services. */
export interface Wiring extends Foundations {
  readonly signIn: SignIn;
  /** Lets frozen accounts in too: for the rights of subjects, which nobody is frozen out of. */
  readonly ownSignIn: SignIn;
  readonly cursors: Cursors;
  /** Mandates lapse when the registered legal representative changes. */
  readonly representativeOf: RepresentativeOf;
}

/** The pair that messages to endpoints are signed with. */
export const ENDPOINT_KEY = "endpoint";

const BODY_BYTES = 1024 * 1024;
/** Where `house/build.ts` leaves the workbench. */
const WORKBENCH_FOLDER = fileURLToPath(new URL("../../../web/workbench/dist", import.meta.url));
/** Health and metrics stand before the limiter: whoever watches the machine is never turned away. */
function addWatchRoutes(app: HttpApp, metrics: Metrics): void {
  app.get("/healthz", (c) => c.json({ status: "ready" }, 200));
  app.get("/metrics", async (c) => {
    if (!isLocal(c)) return refusePage(c, { code: "http.not-found", kind: "absent" });
    return c.text(metrics.text(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}

/** On the machine itself, and not handed on by a proxy that stands there. */
function isLocal(c: Context<HttpEnv>): boolean {
  const address = remoteAddress(c, new Set());
  return address !== null && isLoopback(address) && c.req.header("x-forwarded-for") === undefined;
}

/** One line a slice. */
function addSlices(app: HttpApp, wiring: Wiring): void {
  addCatalogueRoutes(app, wiring);
  const ingest = { ...wiring.ingest, signIn: wiring.signIn, cursors: wiring.cursors };
  addUploadRoutes(app, ingest);
  addBatchRoutes(app, ingest);
  addCommandRoutes(app, ingest);
  const policyOffice = { ...wiring.releases, db: wiring.db, clock: wiring.clock, runCases: casesBy(wiring.calendar) };
  const naming = readNamingPolicy(wiring.policyFolders);
  const approvals = { ...wiring, ports: approvalPorts({ ...wiring, policyOffice, naming }) };
  addApprovalRoutes(app, approvals);
  addAccountRoutes(app, approvals);
  addMemberRoutes(app, wiring);
  addClientRoutes(app, clientRoutes(wiring));
  addSiteRoutes(app);
  const { db, clock, keys, cursors, currentPolicy, calendar } = wiring;
  const nameDigest = (folded: string): Buffer => keys.mac("subject.name", folded).subarray(0, 16);
  addGuidanceRoutes(app, { ...wiring, policy: currentPolicy });
  addEnquiryRoutes(app, { ...wiring, policy: currentPolicy, ports: repairPorts(wiring) });
  addListingRoutes(app, { ...wiring, policy: currentPolicy });
  addPublicityRoutes(app, { db, clock, policy: currentPolicy, nameDigest, calendar, cursors, site: wiring.site });
  addCoverageRoutes(app, { ...wiring, policy: currentPolicy });
  addFiguresRoutes(app, { ...wiring, policy: currentPolicy });
  addOpenDataRoutes(app, { ...wiring, policy: currentPolicy });
  const onFault = (error: unknown): void => wiring.log.error("the access log met a fault", { error });
  const looks = openAccessLog({ db, clock, keys, onFault });
  addSharingRoutes(app, { ...wiring, policy: currentPolicy, looks });
  addMeasureRoutes(app, { ...wiring, policy: currentPolicy, looks });
  addInboxRoutes(app, { ...wiring, policy: currentPolicy, receiptsOf });
  addPolicyOfficeRoutes(app, { ...wiring, releasing: policyOffice, policy: currentPolicy });
  addSubscriptionRoutes(app, wiring);
  addEndpointRoutes(app, { ...wiring, signer: () => keys.signer(ENDPOINT_KEY) });
  addWithdrawalRoutes(app, { ...wiring, policy: currentPolicy, looks, naming });
  addRecallRoutes(app, wiring);
  addExportRoutes(app, wiring);
  // The policy names no rule by which a subject would be told later.
  addAccessRoutes(app, {
    ...wiring,
    origin: new URL(wiring.publicUrl).host,
    delayRules: (day) => wiring.policyAt(day).access.delays,
  });
  const { signIn, ownSignIn: signInToRights } = wiring;
  addAuthorisationRoutes(app, { ports: authorisationPorts(wiring), signIn, signInToRights, cursors });
  addListRoutes(app, { ports: listPorts(wiring), signIn, signInToRights, cursors });
  addObjectionRoutes(app, { ports: objectionPorts(wiring), signIn, signInToRights, cursors });
  addRepairFiguresRoutes(app, wiring);
  addRepairRoutes(app, { ports: repairPorts(wiring), signIn, signInToRights });
  addFileRoutes(app, { ports: filePorts(wiring), signIn, signInToRights });
  addCommitmentRoutes(app, { ports: commitmentPorts(wiring), signIn, signInToRights, cursors });
}

/** How the cases of a draft are run here. */
function casesBy(calendar: WorkingCalendar | null): ReleasePorts["runCases"] {
  return (snapshot, draft) => runCases({ snapshot, calendar }, draft);
}

function listPorts({ db, clock, keys, policyAt, calendar, representativeOf }: Wiring): ListPorts {
  const mandateOf: ListPorts["mandateOf"] = (tx, by, day) =>
    mandateFor(tx, by, { day, scope: "own-record", representativeOf });
  return { db, clock, keys, policyAt, calendar, mandateOf };
}

function objectionPorts({ db, clock, policyAt, calendar, representativeOf }: Wiring): ObjectionPorts {
  const mandateOf: ObjectionPorts["mandateOf"] = (tx, by, day) =>
    mandateFor(tx, by, { day, scope: "own-record", representativeOf });
  return { db, clock, policyAt, calendar, mandateOf };
}

function repairPorts({ db, clock, keys, policyAt, calendar, representativeOf }: Wiring): RepairPorts {
  const mandateOf: RepairPorts["mandateOf"] = (tx, by, day) =>
    mandateFor(tx, by, { day, scope: "own-record", representativeOf });
  return { db, clock, keys, policyAt, calendar, mandateOf };
}

/** By what right a file is seen, says the slice that keeps its case. */
function filePorts(wiring: Wiring): FilePorts {
  const { db, clock } = wiring;
  const [lists, repair, objection] = [listPorts(wiring), repairPorts(wiring), objectionPorts(wiring)];
  const keepers: FilePorts["keepers"] = {
    lists: (tx, by, id) => filesOfCase(lists, tx, { by, case: id }),
    repair: (tx, by, id) => filesOfRepair(repair, tx, { by, repair: id }),
    objection: (tx, by, id) => filesOfObjection(objection, tx, { by, objection: id }),
  };
  return { db, clock, keystore: wiring.keys.keystore, keepers };
}

function commitmentPorts({ db, clock, keys, policyAt, representativeOf }: Wiring): CommitmentPorts {
  const mandateOf: CommitmentPorts["mandateOf"] = (tx, by, day) =>
    mandateFor(tx, by, { day, scope: "own-record", representativeOf });
  return { db, clock, keys, policyAt, mandateOf };
}

function authorisationPorts({ db, clock, keys, policyAt, ingest, representativeOf }: Wiring): AuthorisationPorts {
  const mandateOf: AuthorisationPorts["mandateOf"] = (tx, by, day) =>
    mandateFor(tx, by, { day, scope: "authorisation", representativeOf });
  return { db, clock, keys, policyAt, origin: ingest.ports.origin, mandateOf };
}

/** Signing in and out, and one's own sessions. */
function addAccountPages(
  app: HttpApp,
  wiring: Pick<Foundations, "db" | "clock" | "keys" | "publicUrl" | "identity" | "site" | "proxies"> & {
    signIn: SignIn;
  },
): void {
  const routes = { ...wiring, addressOf: (c: Context<HttpEnv>) => payingAddress(c, wiring.proxies) };
  addSessionRoutes(app, routes);
  addSignInRoutes(app, routes);
  addBundledRoutes(app, routes);
}

function addContract(app: HttpApp): void {
  let document: string | undefined;
  app.get("/api/v1/openapi.json", (c) => {
    document ??= JSON.stringify(apiDocument(app));
    return c.body(document, 200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" });
  });
}

/** The whole application over its foundations. `frame` replaces parts of the frame, for tests. */
export function createApp(foundations: Foundations, frame: Partial<HttpFrame> = {}): HttpApp {
  const { db, clock, currentPolicy, keys, log, metrics, proxies, publicUrl, site, identity } = foundations;
  const app = createHttpApp({
    texts: refusalTexts,
    watch: watchHttp(log, metrics),
    secure: publicUrl.startsWith("https:"),
    bodyBytes: BODY_BYTES,
    uploadPaths: ["/api/v1/batches"],
    longBodies: { paths: [FILES_PATH], bytes: BYTES_MAX },
    articleText: (reference) => referenceText(currentPolicy(), reference),
    errorPage: createErrorPage({ name: site.name, clock, currentPolicy }),
    pagePolicy: () => publicPages.problem.contentSecurityPolicy,
    ...frame,
  });
  const representativeOf: RepresentativeOf = async (tx, enterprise) => {
    const name = await registeredRepresentative(tx, { clock, policy: currentPolicy, keys }, enterprise);
    return name === null ? null : representativeDigest(keys, enterprise, name);
  };
  const accounts = { db, clock, keys, publicUrl, representativeOf };
  const guarded = { ...accounts, guard: guardSecrets() };
  const ways: readonly SignInWay[] = [
    tokenWay((token, admission, c) => signInGuarded(guarded, { token, admission, caller: payingAddress(c, proxies) })),
    sessionWay(accounts),
  ];
  const signIn = createSignIn([signatureWay({ db, clock, publicUrl }), ...ways]);
  const ownSignIn = createSignIn(ways, { allowFrozen: true });
  const cursors = openCursors((bytes) => keys.mac("http.cursor", bytes));
  app.use(compress());
  app.use(keepSessions(accounts));
  addWatchRoutes(app, metrics);
  addRobots(app, publicUrl);
  const counted = meetCrowds(app, { db, signIn, proxies, metrics, publicUrl });
  app.use(checkBodies({ signIn, isStreamed: isUpload }));
  addContract(app);
  // Whoever may do nothing any more may still see who he is signed in as, and sign out.
  const selfSignIn = createSignIn(ways, { allowFrozen: true, allowLapsed: true });
  addAccountPages(app, { ...accounts, identity, site, proxies, signIn: selfSignIn });
  addMandateRoutes(app, { ...accounts, signIn });
  addSlices(app, { ...foundations, db: counted, signIn, ownSignIn, cursors, representativeOf });
  addBuiltApp(app, { prefix: "/workbench", folder: WORKBENCH_FOLDER, missing: WORKBENCH_MISSING });
  return app;
}
