import type { Database } from "../../../platform/database/pool.ts";
import type { Keystore } from "../../../platform/keys/keystore.ts";
import { lockKeysUnderOther, saveWrappings } from "../store/sealed.ts";

const keysPerStep = 500;

/**
 * Wraps the keys of all subjects under the key-encryption key that wraps now, some hundreds a transaction; what is broken
 * off goes on when it is called again. The values themselves stay as they are. Throws where an older key is missing.
 * @param db under `xinheng_eraser` or the owner: the server's own role may change no key.
 * @returns how many were wrapped anew.
 */
export async function rewrapKeys(db: Database, keystore: Keystore): Promise<number> {
  let rewrapped = 0;
  for (;;) {
    const done = await db.write(async (tx) => {
      const keys = await lockKeysUnderOther(tx, keystore.kek, keysPerStep);
      const anew = keys.flatMap((key) => {
        const { subject } = key;
        const kept = keystore.rewrap(subject, key);
        return kept === undefined ? [] : [{ subject, ...kept }];
      });
      return anew.length === 0 ? 0 : saveWrappings(tx, keystore.kek, anew);
    });
    if (done === 0) return rewrapped;
    rewrapped += done;
  }
}
