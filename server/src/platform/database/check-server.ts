import { granted, refused, type Outcome } from "../../kernel/refusal.ts";
import { statement, type Database } from "./pool.ts";

export interface ServerFacts {
  /** e.g. 180004. */
  readonly version: number;
  readonly encoding: string;
}

const oldestVersion = 150_000;

const facts = statement(
  "database.facts",
  "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
);

// 34913 is a Chinese character: under plain C the server takes it for no letter, and folding and searching break.
const letters = statement("database.letters", "select chr(34913) ~ '^[[:alpha:]]$' as known");

/** Whether a server can carry the platform: PostgreSQL 15 or newer, UTF-8, and a character type that knows letters. */
export async function checkServer(database: Database): Promise<Outcome<ServerFacts>> {
  const [row] = await database.read((tx) => tx.rows<ServerFacts>(facts));
  if (row === undefined) throw new Error("the server says nothing of itself");
  const { version, encoding } = row;
  if (version < oldestVersion) return no("database.version", { version, oldest: oldestVersion });
  // Asked apart: a server in another encoding cannot even read the question.
  if (encoding !== "UTF8") return no("database.encoding", { encoding });
  const [answer] = await database.read((tx) => tx.rows<{ known: boolean }>(letters));
  return answer?.known === true ? granted({ version, encoding }) : no("database.character-type", {});
}

function no(code: `database.${string}`, values: Readonly<Record<string, string | number>>): Outcome<never> {
  return refused({ code, kind: "unavailable", values });
}
