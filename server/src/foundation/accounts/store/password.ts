import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

const save = statement(
  "accounts.save-password",
  `insert into accounts.password (account, scrypt, set_at) values ($1, $2, $3)
   on conflict (account) do update set scrypt = excluded.scrypt, set_at = excluded.set_at`,
);
const byLogin = statement(
  "accounts.password",
  `select w.scrypt from accounts.password w join accounts.account a on a.account = w.account
   where a.login = $1 and a.disabled_at is null`,
);

export async function savePassword(tx: Tx, account: string, one: { written: string; at: Date }): Promise<void> {
  await tx.run(save, [account, one.written, one.at]);
}

/** What is kept of the password of an enabled account, by its login. */
export async function passwordOf(tx: Tx, login: string): Promise<string | undefined> {
  return (await tx.rows<{ scrypt: string }>(byLogin, [login]))[0]?.scrypt;
}
