import { randomBytes } from "node:crypto";
import { appRole } from "./migrate.ts";
import { openDatabase, type Database } from "./pool.ts";
import { administer, withDatabase } from "./test-cluster.ts";
import { clusterVariable, faultVariable } from "./test-setup.ts";

export interface TestDatabase {
  /** As the server itself would see it: under the app role. */
  readonly db: Database;
  /** Under the owner, for what a test must arrange or look at beyond the app's grants. */
  readonly admin: Database;
  /** The owner's login to this database. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A fresh database with all migrations, cloned from the run's template (some 35 ms). Call `drop` when done. For tests
 * only. Throws with the reason when the set-up of the run could not start or migrate a cluster.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const templateUrl = process.env[clusterVariable];
  if (templateUrl === undefined)
    throw new Error(`no test cluster: ${process.env[faultVariable] ?? "set-up did not run"}`);
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `xinheng_test_${randomBytes(6).toString("hex")}`;
  await administer(templateUrl, `create database ${name} template ${template}`);
  const url = withDatabase(templateUrl, name);
  const db = await openDatabase({ url, role: appRole, poolMax: 4 });
  const admin = await openDatabase({ url, poolMax: 2 });
  return {
    db,
    admin,
    url,
    drop: async () => {
      await Promise.all([db.close(), admin.close()]);
      await administer(templateUrl, `drop database ${name} with (force)`);
    },
  };
}
