// What a machine may do: its files, the bounds of its key, and what waits for a second person.
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import {
  asPerson,
  bed,
  countOf,
  keep,
  life,
  machine,
  market,
  newKey,
  permit,
  portOf,
  send,
  sheet,
  tax,
  tokens,
  upload,
  uploadTo,
  useMachines,
} from "./test-machine.ts";
import { noon, sendRaw, signedHeaders } from "./test-signer.ts";
import type { Told, Wish } from "./test-signer.ts";

useMachines();

describe("a file that is signed", () => {
  test("and arrives as another leaves nothing behind", async () => {
    const before = await countOf("statements.statement");
    const body = sheet(3);
    for (const sent of [body.replace("2026-06-18", "2026-06-19"), `${body}\n`, body.slice(0, -5)]) {
      const wish = upload(body);
      const told = await sendRaw(portOf(), {
        method: "POST",
        target: wish.target,
        headers: signedHeaders(wish, machine()),
        body: sent,
      });
      expect(told).toMatchObject({ status: 401, code: "clients.digest-differs" });
    }
    expect(await countOf("statements.statement")).toBe(before);
    const open = await bed().database.admin.read((tx) =>
      tx.rows<{ state: string }>(
        statement("test.states", "select distinct state from ingest.batch where client is not null"),
      ),
    );
    expect(open).toEqual([{ state: "failed" }]);
  });

  test("goes up in parts, each of them signed; a part that differs is not kept", async () => {
    const signer = await newKey();
    const body = Buffer.from(sheet(2));
    const half = Math.floor(body.length / 2);
    const opened = await send(
      { method: "POST", target: uploadTo(), headers: { "upload-length": String(body.length) } },
      signer,
    );
    expect(opened).toMatchObject({ status: 201, state: "receiving" });
    const target = `/api/v1/batches/${String(opened["batch"])}`;
    const part = (offset: number, bytes: Buffer): Wish => ({
      method: "PATCH",
      target,
      body: bytes,
      headers: { "upload-offset": String(offset), prefer: "respond-async" },
    });
    const first = part(0, body.subarray(0, half));
    const headers = signedHeaders(first, signer);
    const wrong = Buffer.from(body.subarray(0, half));
    wrong[5] = 0;
    expect(await sendRaw(portOf(), { method: "PATCH", target, headers, body: wrong })).toMatchObject({
      status: 401,
      code: "clients.digest-differs",
    });
    expect(await send(first, signer)).toMatchObject({ status: 204 });
    const moved = signedHeaders(part(half, body.subarray(half)), signer);
    const shifted = { ...moved, "upload-offset": "0" };
    expect(
      await sendRaw(portOf(), { method: "PATCH", target, headers: shifted, body: body.subarray(half) }),
    ).toMatchObject({
      code: "clients.bad-signature",
    });
    const person = await bed().ask(target, {
      method: "PATCH",
      headers: { authorization: `Bearer ${tokens.get("market-clerk") ?? ""}`, "upload-offset": String(half) },
      body: body.subarray(half),
    });
    expect(person.status, "a person does not finish what a machine began").toBe(404);
    expect(await send(part(half, body.subarray(half)), signer)).toMatchObject({ status: 202, state: "waiting" });
  });
});

describe("a key is bound", () => {
  test("to its entries, its provider and nothing else", async () => {
    const permits = await newKey("market", { entries: ["permit"] });
    const outside = { status: 403, code: "clients.outside-binding" };
    expect(await send(upload(sheet()), permits)).toMatchObject(outside);
    expect(await send(keep(), permits)).toMatchObject(outside);
    const declared = JSON.stringify({ provider: market, entry: "penalty", through: "2026-09-08" });
    const json = { "content-type": "application/json" };
    expect(
      await send({ method: "POST", target: "/api/v1/completeness", body: declared, headers: json }, permits),
    ).toMatchObject(outside);
    const elsewhere = upload(sheet(), { target: uploadTo("permit", tax) });
    expect(await send(elsewhere, permits)).toMatchObject({ status: 403, code: "accounts.other-organisation" });
    const own = await send(upload(sheet()), machine());
    expect(await send({ target: `/api/v1/batches/${String(own["batch"])}` }, machine())).toMatchObject({ status: 200 });
    for (const stranger of [permits, await newKey("tax")]) {
      expect(await send({ target: `/api/v1/batches/${String(own["batch"])}` }, stranger)).toMatchObject({
        status: 404,
        code: "ingest.unknown-batch",
      });
    }
  });

  test("and region", async () => {
    const signer = await newKey();
    const move = statement("test.region", "update clients.key set region = '990200' where key = $1");
    await bed().database.admin.write((tx) => tx.run(move, [signer.key]));
    expect(await send(upload(sheet()), signer)).toMatchObject({ status: 403, code: "clients.outside-binding" });
  });

  test("and decides nothing that a person decides", async () => {
    const json = { "content-type": "application/json" };
    const { batch } = (await asPersonUpload()) as { batch: string };
    const post = (target: string, body: unknown): Promise<Told> =>
      send({ method: "POST", target, body: JSON.stringify(body), headers: json });
    const person = { status: 403, code: expect.stringMatching(/person-needed$/) as string };
    expect(await post(`/api/v1/batches/${batch}/withdrawal`, { reason: "误报", documentNo: "1" })).toMatchObject(
      person,
    );
    expect(
      await post(`/api/v1/batches/${batch}/decisions`, { row: 2, action: "reject", reason: "误报" }),
    ).toMatchObject(person);
    expect(await post(`/api/v1/batches/${batch}/looks`, { purpose: "查", matter: "1" })).toMatchObject(person);
    const asked = await asPerson("market-clerk", `/api/v1/batches/${batch}/withdrawal`, {
      reason: "误报",
      documentNo: "1",
    });
    for (const [act, body] of [
      ["approval", {}],
      ["refusal", { reason: "否" }],
      ["withdrawal", {}],
    ] as const) {
      expect(await post(`/api/v1/approvals/${String(asked["proposal"])}/${act}`, body), act).toMatchObject(person);
    }
    const pem = createPublicKey(generateKeyPairSync("ed25519").privateKey).export({ type: "spki", format: "pem" });
    const key = { publicKey: pem, entries: ["penalty"], rowsPerBatch: 1, batchesPerDay: 1, ...life, reason: "自己" };
    expect(await post("/api/v1/clients", key)).toMatchObject(person);
    expect(await post(`/api/v1/clients/${machine().key}/revocation`, { reason: "自己" })).toMatchObject(person);
  });
});

async function asPersonUpload(): Promise<unknown> {
  const response = await bed().ask(uploadTo(), {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.get("market-clerk") ?? ""}` },
    body: sheet(),
  });
  return response.json();
}

describe("what a machine sends waits for a second person", () => {
  const proposalOf = async (batch: unknown): Promise<Told | undefined> => {
    const inbox = await asPerson("market-reviewer", "/api/v1/approvals");
    return (inbox["items"] as Told[]).find((one) => one["target"] === batch);
  };
  const decide = (proposal: Told | undefined, act = "approval", json: unknown = {}): Promise<Told> =>
    asPerson("market-reviewer", `/api/v1/approvals/${String(proposal?.["proposal"])}/${act}`, json);
  const stateOf = async (batch: unknown): Promise<unknown> =>
    (await asPerson("market-clerk", `/api/v1/batches/${String(batch)}`))["state"];

  test("when it is the first adverse batch of its key; what is not adverse goes on", async () => {
    const signer = await newKey();
    const harmlessFile = permit("示市监许〔2026〕9501号");
    expect(await send(upload(harmlessFile, { target: uploadTo("permit"), headers: {} }), signer)).toMatchObject({
      status: 201,
      state: "done",
    });
    const before = await countOf("statements.statement");
    const sent = await send(upload(sheet(2)), signer);
    expect(sent).toMatchObject({ status: 202, state: "waiting", received: 0 });
    expect(await countOf("statements.statement")).toBe(before);
    const asked = await proposalOf(sent["batch"]);
    expect(asked).toMatchObject({ command: "batch.release", payload: { why: "first-adverse" } });
    expect(
      await asPerson("market-clerk", `/api/v1/approvals/${String(asked?.["proposal"])}/approval`, {}),
    ).toMatchObject({ code: "approvals.second-person" });
    expect(await decide(asked)).toMatchObject({ status: 200 });
    await expect.poll(() => stateOf(sent["batch"])).toBe("done");
    expect(await countOf("statements.statement")).toBe(before + 2);
    expect(await send(upload(sheet(), { headers: {} }), signer), "the key is proved").toMatchObject({ status: 201 });
  });

  test("when it goes beyond the bounds of its feed, by rows or by batches", async () => {
    const signer = await newKey("market", { rowsPerBatch: 2, batchesPerDay: 2 });
    await bed().database.admin.write((tx) =>
      tx.run(statement("test.prove", "update clients.key set proved_at = '2026-09-09' where key = $1"), [signer.key]),
    );
    expect(await send(upload(sheet(2), { headers: {} }), signer)).toMatchObject({ status: 201 });
    const large = await send(upload(sheet(3)), signer);
    expect(large).toMatchObject({ status: 202, state: "waiting" });
    expect(await proposalOf(large["batch"])).toMatchObject({ payload: { why: "too-many-rows" } });
    const third = await send(upload(sheet(1)), signer);
    expect(third).toMatchObject({ status: 202, state: "waiting" });
    expect(await proposalOf(third["batch"])).toMatchObject({ payload: { why: "too-many-batches" } });
  });

  test("and refused, nothing of it stands; the same file may come again", async () => {
    const signer = await newKey();
    const body = sheet(1);
    const sent = await send(upload(body), signer);
    expect(await send(upload(body), signer)).toMatchObject({ status: 200, batch: sent["batch"], sameAs: true });
    expect(await decide(await proposalOf(sent["batch"]), "refusal", { reason: "来源不明" })).toMatchObject({
      status: 200,
    });
    expect(await stateOf(sent["batch"])).toBe("failed");
    expect(await send(upload(body), signer)).toMatchObject({ status: 202, state: "waiting" });
  });

  test("and its key was revoked meanwhile: it is not let through", async () => {
    const signer = await newKey();
    const sent = await send(upload(sheet(1)), signer);
    await asPerson("market-clerk", `/api/v1/clients/${signer.key}/revocation`, { reason: "泄露" });
    expect(await decide(await proposalOf(sent["batch"]))).toMatchObject({ status: 409, code: "clients.key-ended" });
    expect(await stateOf(sent["batch"])).toBe("waiting");
  });
});

describe("a key", () => {
  const ask = (pem: unknown, more: object = {}): Promise<Told> =>
    asPerson("market-clerk", "/api/v1/clients", {
      publicKey: pem,
      entries: ["penalty"],
      rowsPerBatch: 1,
      batchesPerDay: 1,
      ...life,
      reason: "对接",
      ...more,
    });

  test("is Ed25519 or P-256, public, of a lawful life, and registered once", async () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "pem" });
    const k1 = generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey.export({ type: "spki", format: "pem" });
    const pair = generateKeyPairSync("ed25519");
    const secret = pair.privateKey.export({ type: "pkcs8", format: "pem" });
    for (const pem of ["", "x", rsa, k1, secret]) {
      expect(await ask(pem), String(pem).slice(0, 30)).toMatchObject({ status: 422, code: "clients.bad-key" });
    }
    const pem = pair.publicKey.export({ type: "spki", format: "pem" });
    for (const more of [
      { notAfter: "2026-09-08T00:00:00Z" },
      { notAfter: "2028-09-08T00:00:00Z" },
      { notBefore: "2027-10-01T00:00:00Z" },
    ]) {
      expect(await ask(pem, more), JSON.stringify(more)).toMatchObject({ code: "clients.bad-validity" });
    }
    for (const more of [{ key: "x" }, { organisation: tax }, { region: "110000" }, { account: "x" }]) {
      expect((await ask(pem, more)).status, JSON.stringify(more)).toBe(422);
    }
    const known = createPublicKey(machine().privateKey).export({ type: "spki", format: "pem" });
    expect(await ask(known)).toMatchObject({ status: 409, code: "clients.key-known" });
  });

  test("is rotated into one with the same bounds, and ends a week later", async () => {
    const old = await newKey("market", { entries: ["permit"] });
    const pair = generateKeyPairSync("ed25519");
    const fresh = { publicKey: pair.publicKey.export({ type: "spki", format: "pem" }), ...life, reason: "年度更换" };
    expect(await asPerson("tax-clerk", `/api/v1/clients/${old.key}/rotation`, fresh)).toMatchObject({ status: 404 });
    const asked = await asPerson("market-clerk", `/api/v1/clients/${old.key}/rotation`, fresh);
    expect(asked).toMatchObject({ status: 202, command: "client.rotate" });
    const made = await asPerson("market-reviewer", `/api/v1/approvals/${String(asked["proposal"])}/approval`, {});
    const { key } = made["result"] as { key: string };
    const keys = (await asPerson("market-clerk", "/api/v1/clients"))["items"] as Record<string, unknown>[];
    const shown = (id: string): Record<string, unknown> | undefined => keys.find((one) => one["key"] === id);
    expect(shown(key)).toMatchObject({ rotatedFrom: old.key, entries: ["permit"], provedAt: null });
    expect(shown(old.key)?.["notAfter"]).toBe("2026-09-16T00:00:00.000Z");
    expect((await asPerson("tax-clerk", "/api/v1/clients"))["items"]).not.toContainEqual(shown(key));
    expect(await send(upload(sheet()), { key, privateKey: pair.privateKey })).toMatchObject({ status: 403 });
  });
});

test("nonces whose window is over are cleared away", async () => {
  bed().at("2026-09-09T09:00:00");
  const created = noon + 3600;
  for (let at = 0; at < 130; at += 1) await send(keep({ created }));
  const left = await bed().database.admin.read((tx) =>
    tx.rows<{ n: number }>(
      statement("test.old-nonces", "select count(*)::int as n from clients.nonce where until < '2026-09-09T01:00:00Z'"),
    ),
  );
  expect(left[0]?.n).toBe(0);
  bed().at("2026-09-09T08:00:00");
});
