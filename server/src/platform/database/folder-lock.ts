import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createServer } from "node:net";

/**
 * Holds a folder for this process, whatever happens to it: the lock is a name in the kernel's abstract socket space, so
 * it goes with the process and no stale file can outlive a kill -9. Throws when another process, or another call in this
 * one, holds it. Resolves with the release.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(folder);
  const server = createServer((socket) => socket.destroy());
  server.listen(`\0xinheng-folder-${dev}-${ino}`);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Error(`${folder} is in use by another server`, { cause: error });
  }
  server.unref();
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}
