// Where the bundled identity provider keeps what it gave out: in this process, for as long as it counts.

type Payload = Record<string, unknown>;

interface Kept {
  readonly payload: Payload;
  readonly until: number;
}

const KEPT_MAX = 5000;

/** What `oidc-provider` asks of a store of one model. */
export interface BundledStore {
  upsert(id: string, payload: Payload, expiresIn: number): Promise<void>;
  find(id: string): Promise<Payload | undefined>;
  findByUid(uid: string): Promise<Payload | undefined>;
  findByUserCode(code: string): Promise<Payload | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grant: string): Promise<void>;
}

/** @param nowMs the machine's clock: the provider and its client reckon by it, whatever the platform's clock says. */
export function createBundledStore(nowMs: () => number): BundledStore {
  const all = new Map<string, Kept>();
  const live = (kept: Kept | undefined): Payload | undefined =>
    kept !== undefined && kept.until > nowMs() ? kept.payload : undefined;
  const search = (name: string, value: string): Promise<Payload | undefined> =>
    Promise.resolve(live([...all.values()].find(({ payload }) => payload[name] === value)));
  return {
    upsert: (id, payload, expiresIn) => {
      all.set(id, { payload, until: nowMs() + expiresIn * 1000 });
      const [oldest] = all.size > KEPT_MAX ? all.keys() : [];
      if (oldest !== undefined) all.delete(oldest);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(live(all.get(id))),
    findByUid: (uid) => search("uid", uid),
    findByUserCode: (code) => search("userCode", code),
    consume: (id) => {
      const kept = all.get(id);
      if (kept !== undefined) kept.payload["consumed"] = Math.floor(nowMs() / 1000);
      return Promise.resolve();
    },
    destroy: (id) => Promise.resolve(void all.delete(id)),
    revokeByGrantId: (grant) => {
      for (const [id, { payload }] of all) if (payload["grantId"] === grant) all.delete(id);
      return Promise.resolve();
    },
  };
}
