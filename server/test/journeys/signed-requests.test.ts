// Requests that machines sign, and everybody who would like to be one.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { httpbis } from "http-message-signatures";
import { describe, expect, test } from "vitest";
import { freshNonce, signatureHeaders } from "../../../cli/src/sign.ts";
import { statement } from "../../src/platform/database/pool.ts";
import {
  asPerson,
  bed,
  countOf,
  keep,
  machine,
  mapping,
  newKey,
  portOf,
  send,
  sheet,
  tokens,
  upload,
  uploadTo,
  useMachines,
} from "./test-machine.ts";
import { digestOf, noon, origin, sendRaw, signedHeaders } from "./test-signer.ts";
import type { Wish } from "./test-signer.ts";

useMachines();

describe("a request that is signed as it should be", () => {
  test("acts as the account of its key, for every way of naming its target", async () => {
    expect(await send(keep())).toMatchObject({ status: 201 });
    const parts = ["@method", "@authority", "@path", "@query", "content-digest"];
    expect(await send(keep({ components: parts }))).toMatchObject({ status: 201 });
    expect(await send(keep({ params: `;alg="ed25519";expires=${noon + 60}` }))).toMatchObject({ status: 201 });
    expect(await send({ target: "/api/v1/clients" })).toMatchObject({ status: 403, code: "clients.person-needed" });
  });

  test("may carry SHA-512, and other digests beside one that counts", async () => {
    const wish = keep();
    const body = wish.body ?? "";
    for (const digest of [digestOf(body, "sha-512"), `${digestOf(body)}, ${digestOf(body, "sha-512")}`]) {
      expect(await send({ ...wish, digest })).toMatchObject({ status: 201 });
    }
    expect(await send({ ...wish, digest: `md5=:AAAA:, ${digestOf(body)}` })).toMatchObject({ status: 201 });
  });

  test("may be signed with ECDSA P-256", async () => {
    const signer = await newKey("market", {}, "p256");
    expect(await send(keep(), signer)).toMatchObject({ status: 201 });
    expect(await send(keep({ params: ';alg="ecdsa-p256-sha256"' }), signer)).toMatchObject({ status: 201 });
    expect(await send(keep({ params: ';alg="ed25519"' }), signer)).toMatchObject({ code: "clients.bad-signature" });
  });

  test("is one that an independent library makes", async () => {
    const { body = "", headers = {} } = keep();
    const message = await httpbis.signMessage(
      {
        key: {
          id: machine().key,
          alg: "ed25519",
          sign: async (base) => (await import("node:crypto")).sign(null, base, machine().privateKey),
        },
        name: "their-name",
        fields: ["@method", "@target-uri", "content-digest", "content-type"],
        params: ["created", "nonce", "keyid", "alg", "tag"],
        paramValues: { created: new Date(noon * 1000), nonce: randomBytes(18).toString("base64"), tag: "xinheng" },
      },
      { method: "POST", url: `${origin}/api/v1/mappings`, headers: { ...headers, "content-digest": digestOf(body) } },
    );
    const sent = { method: "POST", target: "/api/v1/mappings", body };
    expect(await sendRaw(portOf(), { ...sent, headers: message.headers })).toMatchObject({ status: 201 });
  });

  test("is one that the command line makes, with a body and without", async () => {
    const key = { id: machine().key, key: machine().privateKey };
    for (const [method, target, body] of [
      ["POST", "/api/v1/mappings", mapping("命令行")],
      ["GET", "/api/v1/approvals?list=mine&cursor=", undefined],
    ] as const) {
      const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
      const bytes = body === undefined ? null : Buffer.from(body);
      const asked = { method, url: new URL(origin + target), headers, body: bytes };
      const proof = signatureHeaders(asked, key, { created: noon, nonce: freshNonce() });
      const told = await sendRaw(portOf(), { method, target, headers: { ...headers, ...proof }, body });
      expect(told["code"] ?? "", target).not.toMatch(/^clients\./);
    }
  });

  test("stands beside signatures that are meant for others", async () => {
    const wish = keep();
    const headers = signedHeaders(wish, machine());
    const both = {
      ...headers,
      "signature-input": `bot=("@authority");created=1;keyid="x";tag="web-bot-auth", ${headers["signature-input"]}`,
      signature: `bot=:AAAA:, ${headers["signature"]}`,
    };
    expect(
      await sendRaw(portOf(), { method: "POST", target: wish.target, body: wish.body, headers: both }),
    ).toMatchObject({
      status: 201,
    });
    const theirs = { "signature-input": 'bot=("@authority");tag="web-bot-auth"', signature: "bot=:AAAA:" };
    expect((await sendRaw(portOf(), { method: "GET", target: "/", headers: theirs })).status).toBe(200);
    expect(await sendRaw(portOf(), { method: "GET", target: "/api/v1/clients", headers: theirs })).toMatchObject({
      code: "accounts.unauthenticated",
    });
  });
});

describe("refused is a request", () => {
  test("whose signature is too old or from the future, by our clock", async () => {
    for (const [created, code] of [
      [noon - 301, "clients.expired"],
      [noon + 301, "clients.future"],
      [0, "clients.expired"],
      [Number.MAX_SAFE_INTEGER, "clients.malformed"],
    ] as const) {
      expect((await send(keep({ created })))["code"], String(created)).toMatch(
        code === "clients.malformed" ? /./ : code,
      );
    }
    expect(await send(keep({ params: `;expires=${noon - 1}` }))).toMatchObject({
      status: 401,
      code: "clients.expired",
    });
    expect(await send(keep({ created: noon - 300 }))).toMatchObject({ status: 201 });
    expect(await send(keep({ created: noon + 300 }))).toMatchObject({ status: 201 });
  });

  test("that was taken before, here or at another process, one of many at once", async () => {
    const wish = keep({ nonce: randomBytes(16).toString("base64url") });
    expect(await send(wish)).toMatchObject({ status: 201 });
    for (const process of [0, 1]) {
      expect(await send(wish, machine(), { process })).toMatchObject({ status: 401, code: "clients.replayed" });
    }
    const many = keep({ nonce: randomBytes(16).toString("base64url") });
    const told = await Promise.all(Array.from({ length: 12 }, (_, at) => send(many, machine(), { process: at % 2 })));
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(told.filter(({ code }) => code === "clients.replayed")).toHaveLength(11);
  });

  test("whose nonce somebody without the key tried to use up: it is not used up", async () => {
    const nonce = randomBytes(16).toString("base64url");
    const thief = { key: machine().key, privateKey: generateKeyPairSync("ed25519").privateKey };
    expect(await send(keep({ nonce }), thief)).toMatchObject({ status: 401, code: "clients.bad-signature" });
    expect(await send(keep({ nonce }))).toMatchObject({ status: 201 });
  });

  test("that is forged: a foreign key, an unknown one and a wrong one, all in the same words", async () => {
    const stranger = generateKeyPairSync("ed25519").privateKey;
    const other = await newKey("tax");
    const told = await Promise.all([
      send(keep(), { key: machine().key, privateKey: stranger }),
      send(keep(), { key: "AAAAAAAAAAAAAAAAAAAAAA", privateKey: stranger }),
      send(keep(), { key: other.key, privateKey: machine().privateKey }),
      send(keep(), { key: machine().key, privateKey: other.privateKey }),
    ]);
    const words = told.map((one) => ({ ...one, headers: {} }));
    for (const one of words) expect(one).toEqual(words[0]);
    expect(words[0]).toMatchObject({ status: 401, code: "clients.bad-signature" });
  });

  test("that leaves out what must be covered", async () => {
    const sets: readonly (readonly string[])[] = [
      [],
      ["@method"],
      ["@target-uri", "content-digest"],
      ["@method", "content-digest"],
      ["@method", "@target-uri"],
      ["@method", "@authority", "@path", "content-digest"],
      ["@method", "@path", "@query", "content-digest"],
      ["@method", "@request-target", "content-digest"],
    ];
    for (const components of sets) {
      expect(await send(keep({ components })), components.join(" ")).toMatchObject({
        status: 401,
        code: "clients.uncovered",
      });
    }
    const steered = upload("", { headers: { "upload-length": "5" }, components: ["@method", "@target-uri"] });
    expect(await send({ ...steered, body: undefined as never })).toMatchObject({ code: "clients.uncovered" });
  });

  test("that names a component twice, with parameters, or that is not there", async () => {
    const sets: readonly (readonly string[])[] = [
      ["@method", "@method", "@target-uri", "content-digest"],
      ["@method", "@target-uri", "content-digest", "x-absent"],
      ["@method", "@target-uri", "content-digest", "@status"],
      ["@method", "@target-uri", "content-digest", "Content-Type"],
      ["@method", "@target-uri", "content-digest", ""],
    ];
    for (const components of sets) {
      expect(await send(keep({ components })), components.join(" ")).toMatchObject({ code: "clients.malformed" });
    }
    const wish = keep();
    const headers = signedHeaders(wish, machine());
    for (const parameter of [";req", ";sf", ";bs", ';key="a"', ";tr"]) {
      const input = headers["signature-input"]?.replace('"@method"', `"@method"${parameter}`) ?? "";
      const told = await sendRaw(portOf(), {
        ...wish,
        method: "POST",
        headers: { ...headers, "signature-input": input },
      });
      expect(told, parameter).toMatchObject({ status: 401, code: "clients.malformed" });
    }
  });

  test("with two signatures for us, half a signature, or what is none", async () => {
    const wish = keep();
    const good = signedHeaders(wish, machine());
    const [input = "", signature = ""] = [good["signature-input"], good["signature"]];
    const pairs: readonly (readonly [string, string])[] = [
      [`${input}, ${input.replace("sig=", "two=")}`, `${signature}, ${signature.replace("sig=", "two=")}`],
      [input, signature.replace("sig=", "other=")],
      [input, ""],
      [input, "sig=abc"],
      [input, 'sig="text"'],
      [input, "sig=::"],
      [input.replace(";created", ";CREATED"), signature],
      [`${input};extra=1`, signature],
      [input.replace(/nonce="[^"]*"/, 'nonce="short"'), signature],
      [input.replace(/nonce="[^"]*"/, "nonce=?1"), signature],
      [input.replace(/created=\d+/, 'created="1"'), signature],
      [input.replace(/created=\d+/, "created=1.5"), signature],
      [input.replace(/keyid="[^"]*"/, 'keyid="../../etc"'), signature],
      ['sig="text";tag="xinheng"', signature],
      [`sig=();tag="xinheng"`, signature],
      ["(((", signature],
      ["x".repeat(9000), signature],
    ];
    for (const [one, two] of pairs) {
      const headers = { ...good, "signature-input": one, signature: two };
      const told = await sendRaw(portOf(), { method: "POST", target: wish.target, body: wish.body, headers });
      expect(told.status, one.slice(0, 80)).toBe(401);
      expect(told["code"], one.slice(0, 80)).toMatch(/^clients\.(malformed|bad-signature|uncovered)$/);
    }
    const lines = {
      ...good,
      "signature-input": [input, input.replace("sig=", "two=")],
      signature: [signature, signature.replace("sig=", "two=")],
    };
    expect(
      await sendRaw(portOf(), { method: "POST", target: wish.target, body: wish.body, headers: lines }),
    ).toMatchObject({
      code: "clients.malformed",
    });
    const token = { ...good, authorization: `Bearer ${tokens.get("market-clerk") ?? ""}` };
    expect(
      await sendRaw(portOf(), { method: "POST", target: wish.target, body: wish.body, headers: token }),
    ).toMatchObject({
      status: 401,
      code: "clients.two-ways",
    });
  });

  test("of another method, whatever a header says of it", async () => {
    const wish = keep({ signed: { method: "PUT" } });
    expect(await send(wish)).toMatchObject({ status: 401, code: "clients.bad-signature" });
    const read: Wish = { method: "GET", target: "/api/v1/mappings" };
    for (const name of ["x-http-method-override", "x-method-override", "x-http-method"]) {
      const told = await send({ ...read, headers: { [name]: "POST" } });
      expect(told.status, name).toBe(404);
    }
    expect(await send({ ...keep(), method: "post", signed: { method: "POST" } })).toMatchObject({ status: 201 });
  });

  test("whose target has a second spelling, or is not the one that was signed", async () => {
    const plain = "/api/v1/mappings";
    for (const target of [
      "//api/v1/mappings",
      "/api//v1/mappings",
      "/api/v1/mappings//",
      "/api/./v1/mappings",
      "/api/v1/x/../mappings",
      "/api/v1/%2e/mappings",
      "/api/v1/x/%2e%2e/mappings",
      "/api/v1/x/%2E%2E/mappings",
      "/api/v1%2fmappings",
      "/api/v1/%6dappings",
      "/api/v1/mappings%00",
      "/api/v1/mappings;a=b",
      "/api/v1\\mappings",
    ]) {
      for (const signed of [{ target: plain }, { target }]) {
        const told = await send(keep({ target, signed }));
        expect(told.status, `${target} for ${signed.target}`).toBeGreaterThanOrEqual(400);
        expect(told["mapping"], target).toBeUndefined();
      }
    }
    expect(await send(keep({ target: "/API/v1/mappings" }))).toMatchObject({ status: 404 });
    for (const target of [`${plain}?`, `${plain}?x=1`, `${plain}/`]) {
      const told = await send(keep({ target, signed: { target: plain } }));
      expect(told.status, target).toBeGreaterThanOrEqual(400);
    }
    const swapped = upload(sheet(), { signed: { target: uploadTo("permit") } });
    expect(await send(swapped)).toMatchObject({ status: 401, code: "clients.bad-signature" });
  });

  test("signed for another address, whatever Host says", async () => {
    for (const from of ["http://127.0.0.1", "https://localhost", "http://localhost:8080", "http://evil.example"]) {
      const told = await send(keep({ signed: { origin: from }, headers: { host: new URL(from).host } }));
      expect(told, from).toMatchObject({ status: 401, code: "clients.bad-signature" });
    }
    expect(await send(keep({ headers: { host: "evil.example", "x-forwarded-host": "evil.example" } }))).toMatchObject({
      status: 201,
    });
  });

  test("whose body is not the one that was signed, or is digested in another way", async () => {
    const kept = await countOf("ingest.mapping");
    const wish = keep();
    for (const body of [mapping("别的"), `${String(wish.body)} `, ""]) {
      const headers = signedHeaders(wish, machine());
      const told = await sendRaw(portOf(), { method: "POST", target: wish.target, headers, body });
      expect(told.status, body).toBeGreaterThanOrEqual(400);
    }
    for (const digest of ["md5=:AAAA:", "sha-1=:AAAA:", "SHA-256=:AAAA:", "sha-256=abc", "sha-256=:AAAA:", "x"]) {
      const told = await send({ ...keep(), digest });
      expect(told.status, digest).toBe(401);
    }
    expect(await send({ ...keep(), digest: null })).toMatchObject({ status: 401, code: "clients.uncovered" });
    const half = `${digestOf(String(wish.body))}, sha-512=:AAAA:`;
    expect(await send({ ...wish, digest: half })).toMatchObject({ code: "clients.digest-differs" });
    expect(await countOf("ingest.mapping")).toBe(kept);
  });

  test("of a key that is revoked, over, not yet begun, or whose account is disabled", async () => {
    const signer = await newKey();
    expect(await send(keep(), signer)).toMatchObject({ status: 201 });
    expect(
      await asPerson("tax-clerk", `/api/v1/clients/${signer.key}/revocation`, { reason: "疑似泄露" }),
    ).toMatchObject({
      status: 404,
      code: "clients.unknown-key",
    });
    expect(
      await asPerson("market-clerk", `/api/v1/clients/${signer.key}/revocation`, { reason: "疑似泄露" }),
    ).toMatchObject({
      status: 200,
    });
    for (const process of [0, 1]) {
      expect(await send(keep(), signer, { process })).toMatchObject({ status: 401, code: "clients.key-ended" });
    }
    const set = (name: string, sql: string): Promise<number> =>
      bed().database.admin.write((tx) => tx.run(statement(`test.${name}`, sql)));
    const late = await newKey();
    await set("early", `update clients.key set not_before = '2026-09-10' where key = '${late.key}'`);
    expect(await send(keep(), late)).toMatchObject({ code: "clients.key-ended" });
    await set(
      "over",
      `update clients.key set not_before = '2026-01-01', not_after = '2026-09-08' where key = '${late.key}'`,
    );
    expect(await send(keep(), late)).toMatchObject({ code: "clients.key-ended" });
    const taxKey = await newKey("tax");
    await set("disable", "update accounts.account set disabled_at = '2026-09-09' where login = 'test-3'");
    expect(await send(keep(), taxKey)).toMatchObject({ status: 401, code: "accounts.disabled" });
    await set("enable", "update accounts.account set disabled_at = null where login = 'test-3'");
  });
});
