/**
 * The import rules: the order of the floors is the whole architecture (ARCHITECTURE.md).
 * Each comment says what to do instead. Tests may import anything; nothing may import a test.
 */
const test = "[.]test[.]tsx?$|(^|/)test-[^/]+[.]ts$";
const own = "^(server|cli|contract|log|house|bench|web)/";
const slice = "^server/src/(foundation|records|views)/([^/]+)/";
const rules = "/rules([.]ts$|/)";
const product = "^(server|cli|log|web/workbench/src)/";
/** What is started from outside: by npm scripts, by the CLI's launcher, by the test runner. */
const entries =
  "^(server/src/main/[^/]+[.]ts$|server/src/platform/keys/pseudonym-process[.]ts$|cli/(bin/|src/main[.]ts$)|web/workbench/(src/main[.]tsx$|vite[.]config[.]ts$)|house/[^/]+[.]ts$|bench/[^/]+[.]ts$|contract/)";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const floor = (path, mayReach) =>
  rule(
    `${path}-stays-down`,
    `${path} may import only ${mayReach}, and log. Move the shared word down a floor, or the caller up one.`,
    { path: `^server/src/${path}/`, pathNot: test },
    { path: own, pathNot: [`^server/src/(${mayReach})/`, "^log/"] },
  );

/** Inside a floor, which slices a slice may enter; the lists are acyclic. A slice not listed may enter none. */
const neighbours = {
  foundation: {
    audit: [],
    releases: ["audit", "accounts", "approvals"],
    accounts: ["audit"],
    approvals: ["audit", "accounts"],
    clients: ["audit", "accounts"],
    access: ["audit", "accounts"],
    exports: ["audit", "accounts"],
    endpoints: ["audit", "accounts", "approvals"],
    catalogue: ["audit", "releases"],
  },
  records: {
    subject: [],
    attachments: ["subject"],
    commitment: ["subject", "attachments"],
    statements: ["subject"],
    authorisation: ["subject"],
    ingest: ["subject", "statements"],
    lists: ["subject", "statements", "attachments"],
    objection: ["subject", "statements", "attachments"],
    repair: ["subject", "statements", "attachments", "commitment", "lists"],
    connector: [],
    notices: [],
    feedback: [],
    subscription: [],
  },
  views: {
    visibility: [],
    site: [],
    search: ["visibility"],
    coverage: ["visibility", "site"],
    figures: ["visibility", "site"],
    guidance: ["visibility", "site"],
    "open-data": ["visibility", "site", "coverage"],
    publicity: ["visibility", "site", "search", "coverage"],
    inbox: ["visibility", "site"],
    recall: [],
    sharing: ["visibility", "site", "coverage", "inbox"],
    "policy-office": ["visibility", "site", "measures", "sharing"],
    listings: ["site", "guidance"],
    enquiry: ["site", "guidance"],
    withdrawals: ["visibility", "site"],
    measures: ["visibility", "site", "coverage", "guidance", "sharing"],
  },
};

const neighbourRules = Object.entries(neighbours).flatMap(([floorName, slices]) => [
  ...Object.entries(slices).map(([name, mayEnter]) =>
    rule(
      `${floorName}-${name}-neighbours`,
      `Inside ${floorName}, ${name} may enter ${mayEnter.join(", ") || "no other slice"}. Move the shared word down, or write an ADR.`,
      { path: `^server/src/${floorName}/${name}/`, pathNot: test },
      { path: `^server/src/${floorName}/`, pathNot: `^server/src/${floorName}/(${[name, ...mayEnter].join("|")})/` },
    ),
  ),
  rule(
    `${floorName}-new-slice`,
    `A slice new to ${floorName} is first given its neighbours in .dependency-cruiser.mjs and a line in ARCHITECTURE.md.`,
    {
      path: `^server/src/${floorName}/([^/]+)/`,
      pathNot: [test, `^server/src/${floorName}/(${Object.keys(slices).join("|")})/`],
    },
    { path: `^server/src/${floorName}/`, pathNot: `^server/src/${floorName}/$1/` },
  ),
]);

export default {
  forbidden: [
    floor("kernel", "kernel"),
    floor("platform", "platform|kernel"),
    floor("policy", "policy|kernel"),
    floor("foundation", "foundation|policy|platform|kernel"),
    floor("records", "records|foundation|policy|platform|kernel"),
    floor("views", "views|records|foundation|policy|platform|kernel"),
    floor("main", "main|views|records|foundation|policy|platform|kernel"),
    ...neighbourRules,
    rule(
      "cli-sees-contract-and-log",
      "The CLI is an HTTP client: it speaks the contract and checks the log. Ask the server for the rest.",
      { path: "^cli/", pathNot: test },
      { path: own, pathNot: "^(cli|contract|log)/" },
    ),
    rule(
      "workbench-sees-contract-and-log",
      "The workbench is an HTTP client in a browser: it speaks the contract and checks the log. Ask the server for the rest.",
      { path: "^web/workbench/src/", pathNot: test },
      { path: own, pathNot: "^(web/workbench/src|contract|log)/" },
    ),
    rule(
      "workbench-runs-in-a-browser",
      "No module of Node is there.",
      { path: "^web/workbench/src/", pathNot: test },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "rooms-stand-apart",
      "A room of the workbench does not enter another. What two need stands in ui/ or client/.",
      { path: "^web/workbench/src/rooms/([^/]+)/", pathNot: test },
      { path: "^web/workbench/src/rooms/", pathNot: "^web/workbench/src/rooms/$1/" },
    ),
    rule(
      "ui-knows-no-room",
      "ui, router and client stand below the rooms and their table.",
      { path: "^web/workbench/src/(ui|router|client)/", pathNot: test },
      { path: "^web/workbench/src/(rooms/|room-table|app|frame)" },
    ),
    rule(
      "log-imports-nothing",
      "log/ must be readable and runnable alone; only node:crypto helps it.",
      { path: "^log/", pathNot: test },
      { pathNot: ["^log/", "^(node:)?crypto$"] },
    ),
    rule(
      "contract-is-generated",
      "contract/ is written by house/contract.ts and imports nothing.",
      { path: "^contract/" },
      { path: own },
    ),
    rule(
      "kernel-is-pure",
      "kernel holds words, no I/O and no packages; only node:crypto helps it.",
      { path: "^server/src/kernel/", pathNot: test },
      { pathNot: ["^server/src/kernel/", "^log/", "^(node:)?crypto$"] },
    ),
    rule(
      "through-the-door",
      "Enter another slice by its index.ts; export the name there, or ask whether you need it.",
      { path: slice, pathNot: test },
      { path: slice, pathNot: ["^server/src/$1/$2/", "/index[.]ts$"] },
    ),
    rule(
      "main-through-the-door",
      "main wires slices together by their index.ts.",
      { path: "^server/src/main/", pathNot: test },
      { path: slice, pathNot: "/index[.]ts$" },
    ),
    rule(
      "own-door-is-for-others",
      "Inside a slice import the file itself.",
      { path: slice, pathNot: [test, "/index[.]ts$"] },
      { path: "^server/src/$1/$2/index[.]ts$" },
    ),
    rule(
      "rules-are-pure",
      "rules.ts decides; hand it the fact as an argument. It imports kernel, policy, log, other rules and types; no I/O, no package.",
      { path: `${slice}rules([.]ts$|/)`, pathNot: test },
      { pathNot: [rules, "^server/src/(kernel|policy)/", "^log/", "/index[.]ts$", "^(node:)?crypto$"] },
    ),
    rule(
      "rules-borrow-types-only",
      "From another slice rules.ts may take a type, never a function.",
      { path: `${slice}rules([.]ts$|/)`, pathNot: test },
      { path: "/index[.]ts$", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "sql-lives-in-store",
      "Only store, service and jobs may hold a database handle; hand the others what they need.",
      { path: slice, pathNot: [test, "/(store|service|jobs)([.]ts$|/)"] },
      { path: "^server/src/platform/database/" },
    ),
    rule(
      "platform-holds-no-handle",
      "In platform only database knows the database.",
      { path: "^server/src/platform/", pathNot: [test, "^server/src/platform/database/"] },
      { path: "^server/src/platform/database/" },
    ),
    rule(
      "one-database-driver",
      "Only platform/database speaks to the driver; platform/exchange speaks with it to databases of others.",
      { path: product, pathNot: [test, "^server/src/platform/(database|exchange)/"] },
      { path: "(^|/)node_modules/(@types/)?pg(-copy-streams)?/" },
    ),
    rule(
      "one-mysql-client",
      "Only platform/exchange knows MySQL: ask it.",
      { path: product, pathNot: [test, "^server/src/platform/exchange/"] },
      { path: "(^|/)node_modules/mysql2/" },
    ),
    rule(
      "routes-do-not-store",
      "routes and pages ask the service; the store is the service's.",
      { path: `${slice}(schema[.]ts$|text[.]ts$|(routes|pages)([.]ts$|/))`, pathNot: test },
      { path: "/store([.]ts$|/)" },
    ),
    rule(
      "no-circle",
      "Type-only circles count. Find the word both sides need and put it below both.",
      {},
      { circular: true },
    ),
    rule(
      "no-dead-file",
      "No entry point reaches it: wire it or delete it.",
      { path: entries, pathNot: test },
      { path: own, pathNot: [entries, test], reachable: false },
    ),
    rule(
      "product-imports-no-test",
      "Tests and their fixtures are never part of the product.",
      { path: own, pathNot: test },
      { path: test },
    ),
    rule(
      "product-is-not-house",
      "house and bench look at the product; the product does not know them.",
      { path: product, pathNot: test },
      { path: "^(house|bench)/" },
    ),
    rule("policy-is-data", "Policy is read by server/src/policy, never imported.", {}, { path: "^policy/" }),
    rule(
      "runtime-needs-a-dependency",
      "What the product imports stands in dependencies, not in devDependencies.",
      { path: product, pathNot: test },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "known-package",
      "The package is not in package.json, or not installed: pin it there, exactly.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    ),
    rule("resolvable", "The file does not exist.", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(data|bench/work|web/workbench/dist)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
    combinedDependencies: true,
  },
};
