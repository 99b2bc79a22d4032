import type { Database } from "../../../platform/database/pool.ts";
import type { Keystore } from "../../../platform/keys/keystore.ts";
import { lockFileKeys, saveFileWrappings } from "../store.ts";
import { keyOwner } from "./attach.ts";

const keysPerStep = 500;

/**
 * Wraps the keys of all files under the key-encryption key that wraps now; the files themselves stay as they are. Throws
 * where an older key is missing.
 * @param db under `xinheng_eraser` or the owner: the server's own role may change no key.
 * @returns how many were wrapped anew.
 */
export async function rewrapFileKeys(db: Database, keystore: Keystore): Promise<number> {
  let rewrapped = 0;
  for (;;) {
    const done = await db.write(async (tx) => {
      const keys = await lockFileKeys(tx, keystore.kek, keysPerStep);
      const anew = keys.flatMap((key) => {
        const kept = keystore.rewrap(keyOwner(key), key);
        return kept === undefined ? [] : [{ ...key, ...kept }];
      });
      return anew.length === 0 ? 0 : saveFileWrappings(tx, keystore.kek, anew);
    });
    if (done === 0) return rewrapped;
    rewrapped += done;
  }
}
