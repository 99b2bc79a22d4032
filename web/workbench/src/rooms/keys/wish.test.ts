import { expect, test } from "vitest";
import { keyFaults, keyState, noWish, registrationOf, rotationOf } from "./wish.ts";
import type { ClientKey } from "./wish.ts";

const pem = "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----";
const whole = {
  ...noWish,
  publicKey: `${pem}\n\n`,
  from: "2026-09-09",
  until: "2027-09-09",
  entries: ["penalty"],
  reason: "接口报送",
};

test("a whole wish is sent with the midnights of Shanghai", () => {
  expect(keyFaults(whole, false)).toEqual([]);
  expect(registrationOf(whole)).toEqual({
    publicKey: `${pem}\n`,
    notBefore: "2026-09-08T16:00:00.000Z",
    notAfter: "2027-09-08T16:00:00.000Z",
    reason: "接口报送",
    documentNo: null,
    entries: ["penalty"],
    rowsPerBatch: 1000,
    batchesPerDay: 10,
  });
});

test.each([
  [{ publicKey: "" }, "publicKey"],
  [{ publicKey: "-----BEGIN PRIVATE KEY-----" }, "publicKey"],
  [{ publicKey: `${pem}\n-----BEGIN PRIVATE KEY-----` }, "publicKey"],
  [{ until: "2026-09-09" }, "term"],
  [{ entries: [] }, "entries"],
  [{ rows: "0" }, "rows"],
  [{ batches: "x" }, "batches"],
  [{ reason: "" }, "reason"],
])("%o lacks %s", (over, fault) => {
  expect(keyFaults({ ...whole, ...over }, false)).toEqual([fault]);
});

test("a successor is not asked what it is bound to", () => {
  expect(keyFaults({ ...whole, entries: [], rows: "", batches: "" }, true)).toEqual([]);
  expect(Object.keys(rotationOf(whole))).not.toContain("entries");
});

test("a key is told apart by what ended it", () => {
  const key = { revokedAt: null, notBefore: "2026-09-01", notAfter: "2026-10-01", provedAt: "2026-09-02" } as ClientKey;
  const at = "2026-09-09T01:00:00Z";
  expect(keyState(key, at)).toBe("live");
  expect(keyState({ ...key, provedAt: null }, at)).toBe("unproved");
  expect(keyState(key, "2026-08-01")).toBe("early");
  expect(keyState(key, "2026-10-01")).toBe("expired");
  expect(keyState({ ...key, revokedAt: "2026-09-03" }, "2026-10-02")).toBe("revoked");
});
