// The baseline of a crowd: bare routes that do as many named reads as the platform and send the same bytes.
// Arguments: the database's address and a file with the answers to send; prints its port.
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

/** An answer of the platform as it went over the wire, and what is read to give it. */
export interface Told {
  /** Path and query. */
  readonly path: string;
  /** A subject with so many of its statements, so many names by their keys, or nothing. */
  readonly reads:
    | { readonly subject: string; readonly statements: number }
    | { readonly names: readonly string[] }
    | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly base64: string };
}

const subject = {
  name: "bare.subject",
  text: `select s.subject, s.kind, s.standing, n.name, n.known_until
         from subject.pub_subject s left join subject.pub_name n on n.subject = s.subject where s.subject = $1`,
};
const statements = {
  name: "bare.statements",
  text: `select s.*, b.fields from statements.pub_statement s
         left join statements.pub_body b on b.subject = s.subject and b.id = s.id where s.subject = $1 limit $2`,
};
const names = {
  name: "bare.names",
  text: `select s.subject, s.kind, s.standing, n.name
         from subject.pub_subject s left join subject.pub_name n on n.subject = s.subject where s.subject = any($1)`,
};

async function read(pool: pg.Pool, reads: Told["reads"]): Promise<void> {
  if (reads === null) return;
  const client = await pool.connect();
  try {
    if ("names" in reads) await client.query({ ...names, values: [reads.names] });
    else {
      await Promise.all([
        client.query({ ...subject, values: [reads.subject] }),
        client.query({ ...statements, values: [reads.subject, reads.statements] }),
      ]);
    }
  } finally {
    client.release();
  }
}

function main(): void {
  const [url = "", file = ""] = process.argv.slice(2);
  const answers = new Map(
    (JSON.parse(readFileSync(file, "utf8")) as Told[]).map((one) => [
      one.path,
      { ...one, bytes: Buffer.from(one.body.base64, "base64") },
    ]),
  );
  const pool = new pg.Pool({ connectionString: url, max: 8, pipeline: true } as pg.PoolConfig);
  const app = new Hono();
  app.get("*", async (c) => {
    const answer = answers.get(c.req.url.slice(c.req.url.indexOf("/", "http://".length)));
    if (answer === undefined) return c.notFound();
    await read(pool, answer.reads);
    return c.body(answer.bytes, 200, answer.headers);
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

main();
