// What a stranger learns from cursors and ids of others, what an administrator can do alone, and what the server's own
// database role may do.
import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { ask, batch, bed, centre, closed, tax, useDoors } from "./test-doors.ts";
import type { Answered, Asked } from "./test-doors.ts";
import { rights } from "./test-rights.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

useDoors();

describe("a cursor", () => {
  const lists = (): readonly (readonly [string, string])[] => [
    [`/api/v1/batches/${batch()}/issues`, "market-clerk"],
    [`/api/v1/batches/${batch()}/questions`, "market-clerk"],
    [`/api/v1/batches/${batch()}/subjects`, "market-clerk"],
    ["/api/v1/own/records", "firm-9"],
    ["/api/v1/own/records", "firm-1"],
    ["/api/v1/own/looks", "firm-9"],
    ["/api/v1/authorisations", "firm-9"],
    ["/api/v1/approvals", "market-reviewer"],
    ["/api/v1/approvals?list=mine", "market-reviewer"],
    ["/api/v1/access/justifications", "tax-approver"],
    ["/api/v1/access/alerts", "auditor"],
    ["/api/v1/access/draws", ""],
    ["/api/v1/access/roots", ""],
    ["/api/v1/subjects?q=示例市&limit=2", ""],
    [`/api/v1/subjects/${firm(9).code}/records?limit=2`, ""],
    [`/api/v1/subjects/${firm(9).code}/records?limit=2&entry=penalty`, ""],
    [`/api/v1/subjects/${firm(1).code}/records?limit=2`, ""],
    ["/api/v1/figures/dual-publicity/rows?month=2026-06&entry=penalty&limit=2", ""],
  ];

  test("of one list fits no other: not another subject's, another office's, another filter's", async () => {
    const given: { readonly from: string; readonly cursor: string }[] = [];
    for (const [path, who] of lists()) {
      const { status, text } = await ask(path, who === "" ? {} : { who });
      expect(status, path).toBe(200);
      const { next, issuesNext } = JSON.parse(text) as { next?: string | null; issuesNext?: string | null };
      const cursor = next ?? issuesNext;
      if (typeof cursor === "string") given.push({ from: `${path} ${who}`, cursor });
    }
    expect(given.length).toBeGreaterThanOrEqual(5);
    for (const { from, cursor } of given) {
      for (const [path, who] of lists()) {
        const more = `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
        const { status, code } = await ask(more, who === "" ? {} : { who });
        if (`${path} ${who}` === from) expect(status, from).toBe(200);
        else expect([status, code], `${from} at ${path} ${who}`).toEqual([422, "http.bad-cursor"]);
      }
      expect(await ask("/api/v1/queries", { who: "tax-approver", json: { cursor } })).toMatchObject({ status: 422 });
    }
  });
});

/** What a stranger could tell two answers apart by: everything but the number of the request. */
function seen({ status, text, headers }: Answered, id: string): unknown {
  const kept = [...headers].filter(([name]) => !["x-request-id", "date"].includes(name));
  return [status, text.replaceAll(id, "id"), kept.map((pair) => pair.join(": ")).toSorted()];
}

describe("an id of another unit and one that never was", () => {
  const reason = { reason: "核对", documentNo: "函1号" };
  const batchPaths: readonly (readonly [string, Asked])[] = [
    ["", {}],
    ["", { method: "HEAD" }],
    ["/issues", {}],
    ["/questions", {}],
    ["/subjects", {}],
    ["/receipt", {}],
    ["/receipt/rows", {}],
    ["", { method: "PATCH", body: "x", headers: { "upload-offset": "0" } }],
    ["/looks", { json: { purpose: "核对", matter: "XY-2026-000001" } }],
    ["/decisions", { json: { row: 2, action: "reject", ...reason } }],
    ["/decisions", { json: { row: 2, action: "accept", subject: firm(1).code, ...reason } }],
    ["/withdrawal", { json: reason }],
  ];
  test.each(batchPaths)("a batch %s %o", async (path, asked) => {
    for (const who of ["tax-clerk", "tax-reviewer"]) {
      const never = randomUUID();
      const [theirs, none] = [
        await ask(`/api/v1/batches/${batch()}${path}`, { who, ...asked }),
        await ask(`/api/v1/batches/${never}${path}`, { who, ...asked }),
      ];
      expect(seen(theirs, batch()), who).toEqual(seen(none, never));
      expect(theirs.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("a batch that a file says it mends", async () => {
    const never = randomUUID();
    const to = (id: string) => `/api/v1/batches?provider=${tax}&entry=penalty&mends=${id}`;
    const asked = { who: "tax-clerk", body: csv([penaltyOf(1)]), headers: { "content-type": "text/csv" } };
    const [theirs, none] = [await ask(to(batch()), asked), await ask(to(never), asked)];
    expect(theirs.status).toBeGreaterThanOrEqual(400);
    expect(seen(theirs, batch())).toEqual(seen(none, never));
  });

  test("a look", async () => {
    const subjects = [{ uscc: firm(1).code, matter: "SW-2026-000001" }];
    const basis = { kind: "duty", duty: "permit-review" };
    const json = { purpose: "administrative-approval", basis, subjects };
    const looked = await ask("/api/v1/queries", { who: "tax-approver", json });
    const look = /"look":"([0-9a-f]{32})"/u.exec(looked.text)?.[1] ?? "";
    expect(look).not.toBe("");
    const never = randomBytes(16).toString("hex");
    for (const [path, said] of [
      ["", { document: "函1号", reason: "核对" }],
      ["/confirmation", { sound: true, remark: "核对" }],
    ] as const) {
      const at = (id: string) =>
        ask(`/api/v1/access/justifications/${id}${path}`, { who: "market-approver", json: said });
      expect(seen(await at(look), look)).toEqual(seen(await at(never), never));
    }
  });
});

describe("an administrator alone", () => {
  const read = `select account, person, role from accounts.account where organisation = $1 and role = $2`;
  const find = statement("test.admin", read);
  const self = async (role: string) => {
    const rows = await bed().database.admin.read((tx) =>
      tx.rows<{ account: string; person: string }>(find, [centre.uscc, role]),
    );
    return rows[0] ?? { account: "", person: "" };
  };

  test.each(["system-admin", "security-admin", "auditor"])("%s grants himself nothing", async (who) => {
    const { account, person } = await self(who);
    const wish = { reason: "工作需要", documentNo: "函1号" };
    for (const role of ["approver", "operator", "security-admin", "auditor", "system-admin"]) {
      const asks = [
        await ask(`/api/v1/accounts/${account}/role`, { who, json: { role, ...wish } }),
        await ask("/api/v1/accounts", {
          who,
          json: { organisation: centre.uscc, name: centre.name, role, login: `self-${role}`, person, ...wish },
        }),
      ];
      for (const asked of asks) {
        if (asked.status !== 202) continue;
        const { proposal } = JSON.parse(asked.text) as { proposal: string };
        const own = await ask(`/api/v1/approvals/${proposal}/approval`, { who, json: {} });
        expect([own.status, own.code]).toEqual([403, "approvals.second-person"]);
        for (const other of ["auditor", "operator", "hall-clerk"])
          expect((await ask(`/api/v1/approvals/${proposal}/approval`, { who: other, json: {} })).status).toBe(404);
        await ask(`/api/v1/approvals/${proposal}/withdrawal`, { who, json: {} });
      }
    }
    expect(await self(who)).toEqual({ account, person, role: who });
  });

  test.each(["system-admin", "security-admin", "auditor"])("%s reads no record and takes none back", async (who) => {
    for (const [method, path] of closed(() => true)) {
      if (
        /\/(?:sessions?|approvals|accounts|access|notices|audit|exports|policy|subscriptions|endpoints|withdrawals)(?:\/|$)/u.test(
          path,
        )
      )
        continue;
      const route = Object.entries(rights).find(([name]) => name.startsWith(`${method} ${path.slice(0, 12)}`));
      const body = method === "GET" ? undefined : (route?.[1].body ?? {});
      const { status, text } = await ask(path, { who, method, ...(body === undefined ? {} : { json: body }) });
      expect([403, 404, 422], `${method} ${path}`).toContain(status);
      expect(text).not.toContain(firm(9).code);
    }
  });
});

describe("the database role of the server", () => {
  const query = `
    select table_schema || '.' || table_name as name, lower(privilege_type) as privilege
    from information_schema.table_privileges
    where grantee in ('xinheng_app', 'PUBLIC') and privilege_type not in ('SELECT', 'INSERT')
      and table_schema not in ('pg_catalog', 'information_schema')
    union
    select table_schema || '.' || table_name, 'update of ' || string_agg(column_name, ' ' order by column_name)
    from information_schema.column_privileges c
    where grantee in ('xinheng_app', 'PUBLIC') and privilege_type = 'UPDATE'
      and table_schema not in ('pg_catalog', 'information_schema')
      and not has_table_privilege('xinheng_app', format('%I.%I', table_schema, table_name), 'update')
    group by table_schema, table_name
    order by 1, 2`;

  // What stands here may change because it says where something is, not what was said or done.
  const changing = [
    "access.office_day: delete",
    "access.office_day: update of subjects",
    "access.outbox: delete",
    "access.refused: delete",
    "access.refused: update of refusals",
    "access.seen: delete",
    "accounts.account: update of disabled_at frozen_at frozen_why role step_up_from",
    "accounts.attempt: delete",
    "accounts.attempt: update",
    "accounts.mandate: update of ended_at",
    "accounts.organisation: update of frozen_at name",
    "accounts.password: update of scrypt set_at",
    "accounts.person: update of same_as",
    "accounts.session: delete",
    "accounts.session: update of ends_at former_hash id_hash revoked_at rotated_at seen_at stepped_up_at",
    "accounts.sign_in_used: delete",
    "approvals.proposal: update of decided_account decided_at decided_person decided_reason state",
    "authorisation.allowance: update of uses_left",
    "clients.key: update of not_after proved_at revoked_at",
    "clients.nonce: delete",
    "connector.source: update",
    "endpoints.progress: update",
    "ingest.batch: update",
    "ingest.carried_count: update",
    "ingest.question: update",
    "lists.series: update of last",
    "objection.docket: update of closed_on due forwarded phase",
    "objection.series: update of last",
    "recall.cursor: update of next",
    "repair.docket: update of accepted_on closed_on due in_time phase working_days",
    "repair.series: update of last",
    "statements.pending_change: delete",
    "subject.name: update",
    "subject.subject: update",
    "withdrawals.received: update of ends marks paused",
    "withdrawals.subscriber: update of carried next_position",
  ];

  test("changes nothing but what is named here: no look, no trace, no statement, no proposal's content", async () => {
    const rows = await bed().database.admin.read((tx) =>
      tx.rows<{ name: string; privilege: string }>(statement("test.privileges", query)),
    );
    expect(rows.map(({ name, privilege }) => `${name}: ${privilege}`)).toEqual(changing);
  });

  test("owns nothing, makes nothing and is nobody else", async () => {
    const role = statement(
      "test.role",
      `select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolcanlogin,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
         (select count(*)::int from pg_auth_members m where m.member = r.oid) as also,
         (select count(*)::int from pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create')) as making
       from pg_roles r where rolname = 'xinheng_app'`,
    );
    const [row] = await bed().database.admin.read((tx) => tx.rows<object>(role));
    expect(Object.values(row ?? {})).toEqual([false, false, false, false, false, false, 0, 0, 0]);
  });

  test.each([
    "delete from audit.entry",
    "update audit.entry set action = 'x'",
    "delete from access.look",
    "update access.look set matter = 'x'",
    "delete from access.root",
    "delete from statements.statement",
    "update statements.body set fields = null",
    "truncate audit.entry",
    "alter table audit.entry add column x int",
  ])("%s is refused", async (sql) => {
    await expect(
      bed().database.db.write((tx) => tx.run(statement(`test.${sql.replace(/[^a-z]/gu, "-")}`.slice(0, 60), sql))),
    ).rejects.toThrow(/permission denied|must be owner/u);
  });
});
