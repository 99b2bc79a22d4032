const needed = 24;

/**
 * Says in one line what to do when an older Node runs the house.
 * The machine's own Node may be 20; `npm ci` brings 24 and `npm run` puts it first on the path.
 * @throws Error when the running Node is older than 24.
 */
export function assertNodeVersion(version: string = process.versions.node): void {
  const major = Number(version.split(".")[0]);
  if (major >= needed) return;
  throw new Error(`Node ${needed} or newer is needed, this is ${version}: start it with "npm run ..." after "npm ci".`);
}
