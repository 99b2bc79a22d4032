import { startTestCluster, type TestCluster } from "./test-cluster.ts";

/** Where `test-database.ts` finds the cluster of this run. */
export const clusterVariable = "XINHENG_TEST_CLUSTER";

/** Why there is none, when there is none. */
export const faultVariable = "XINHENG_TEST_CLUSTER_FAULT";

let cluster: TestCluster | undefined;

/**
 * Vitest's global set-up: one cluster for the whole run; worker processes inherit its address. A cluster that fails, say
 * for a broken migration, fails the tests that ask for a database and no other.
 */
export async function setup(): Promise<void> {
  // Each vitest project calls; the first one's cluster serves all.
  if (process.env[clusterVariable] !== undefined) return;
  try {
    cluster = await startTestCluster();
    process.env[clusterVariable] = cluster.templateUrl;
  } catch (error) {
    process.env[faultVariable] = error instanceof Error ? error.message : String(error);
  }
}

/** Ends the cluster of `setup` and removes its folder. */
export async function teardown(): Promise<void> {
  await cluster?.stop();
}
