// The baseline of pages: a bare route that does as many named reads on the same tables and sends the same bytes.
// Arguments: the database's address and a file with the answers to send; prints its port.
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

/** An answer of the platform, as it was sent. */
export interface Recorded {
  readonly path: string;
  readonly code: string;
  /** Statements that it shows. */
  readonly shown: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
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

function main(): void {
  const [url = "", file = ""] = process.argv.slice(2);
  const answers = new Map(
    (JSON.parse(readFileSync(file, "utf8")) as Recorded[]).map((one) => [
      one.path,
      { ...one, bytes: Buffer.from(one.body) },
    ]),
  );
  const pool = new pg.Pool({ connectionString: url, max: 8, pipeline: true } as pg.PoolConfig);
  const app = new Hono();
  app.get("*", async (c) => {
    const answer = answers.get(c.req.path);
    if (answer === undefined) return c.notFound();
    const client = await pool.connect();
    try {
      await Promise.all([
        client.query({ ...subject, values: [answer.code] }),
        client.query({ ...statements, values: [answer.code, answer.shown] }),
      ]);
    } finally {
      client.release();
    }
    return c.body(answer.bytes, 200, answer.headers);
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

main();
