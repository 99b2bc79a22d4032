import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readClaims } from "./rules/claims.ts";
import type { AdapterName } from "./rules/claims.ts";
import { ownPath, PENDING_MS, readPending } from "./rules/provider.ts";
import { readRegistration, writeRegistration } from "./rules/registration.ts";
import { openBundledProvider } from "./service/bundled-provider.ts";
import { openIdentity } from "./service/identity.ts";
import { readIdentityFile } from "./service/identity-file.ts";
import { callListed, isInner } from "./service/listed-fetch.ts";
import { hashPassword, isPassword } from "./service/password.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-identity-"));
});
afterEach(() => rm(folder, { recursive: true }));

const uscc = "91990100MA0XH0026G";
const idNumber = "99010019900101001x";

test.each<[AdapterName, Record<string, unknown>, object | null]>([
  ["plain", { sub: "a" }, { subject: "a", personKey: null, organisation: null }],
  ["plain", { sub: "a", id_number: idNumber }, { subject: "a", personKey: null, organisation: null }],
  ["plain", {}, null],
  ["plain", { sub: 7 }, null],
  ["plain", { sub: "" }, null],
  ["plain", { sub: "x".repeat(256) }, null],
  ["government", { sub: "a" }, { subject: "a", personKey: null, organisation: null }],
  ["government", { sub: "a", id_number: idNumber }, { personKey: "cn 99010019900101001X" }],
  ["government", { sub: "a", id_number: "1", person_id: "p" }, { personKey: "government p" }],
  ["government", { sub: "a", org_uscc: uscc.toLowerCase() }, { organisation: uscc }],
  ["government", { sub: "a", org_uscc: "9199" }, null],
  ["government", { sub: "a", org_uscc: 7 }, null],
  [
    "business-licence",
    { sub: "a", uscc, id_number: idNumber },
    { organisation: uscc, personKey: "cn 99010019900101001X" },
  ],
  ["business-licence", { sub: "a", uscc, person_id: "p" }, { personKey: "business-licence p" }],
  ["business-licence", { sub: "a", uscc }, null],
  ["business-licence", { sub: "a", id_number: idNumber }, null],
])("claims by %s: %j", (adapter, claims, expected) => {
  const outcome = readClaims(adapter, claims);
  if (expected === null) expect(outcome).toMatchObject({ ok: false, refusal: { code: "accounts.claims" } });
  else expect(outcome).toMatchObject({ ok: true, value: expected });
});

test("one identity number is one key, whichever provider brings it", () => {
  const [a, b] = [
    readClaims("government", { sub: "1", id_number: idNumber }),
    readClaims("business-licence", { sub: "2", uscc, id_number: idNumber.toUpperCase() }),
  ];
  expect(a.ok && b.ok && a.value.personKey === b.value.personKey).toBe(true);
});

test("whatever is sent back to is a path of this site", () => {
  for (const back of ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nb", undefined]) {
    expect(ownPath(back)).toBe("/");
  }
  expect(ownPath("/subjects?q=x#y")).toBe("/subjects?q=x#y");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(new URL(ownPath(`/${text}`), "https://credit.example.cn").origin).toBe("https://credit.example.cn");
    }),
  );
});

test("what a browser carried is read whole and in time, or not at all", () => {
  const pending = {
    kind: "pending",
    provider: "p",
    state: "s",
    nonce: "n",
    verifier: "v",
    back: "/",
    at: 1000,
    session: null,
  };
  const choosing = { kind: "choosing", person: "p", organisation: null, back: "/", at: 1000 };
  for (const one of [pending, choosing]) {
    expect(readPending(one, 1000 + PENDING_MS - 1)).toEqual(one);
    expect(readPending(one, 1000 + PENDING_MS)).toBeNull();
    expect(readPending(one, 999)).toBeNull();
    for (const name of Object.keys(one)) {
      const { [name]: _, ...rest } = one as Record<string, unknown>;
      expect([name, readPending(rest, 1000)]).toEqual([name, null]);
    }
  }
  for (const other of [null, 7, "x", [], {}]) expect(readPending(other, 1000)).toBeNull();
});

test("a registration number comes back as it was written", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (digest) => {
      const text = writeRegistration("government", digest);
      expect(readRegistration(` ${text} `)).toEqual({ provider: "government", digest: Buffer.from(digest) });
    }),
  );
  for (const text of ["", "government", "government/12", "GOV/0000-0000-0000-0000-0000-0000-0000-0000"])
    expect(readRegistration(text)).toBeNull();
});

const good = `
providers:
  - id: government
    name: 省政务服务统一身份认证
    adapter: government
    issuer: https://id.example.cn/oidc
    clientId: xinheng
    secretFile: government.secret
hosts: [id.example.cn]
`;

async function given(text: string, mode = 0o600) {
  await writeFile(path.join(folder, "identity.yaml"), text);
  await writeFile(path.join(folder, "government.secret"), "secret\n");
  await chmod(path.join(folder, "government.secret"), mode);
  return readIdentityFile(folder);
}

test("the operator's file names providers, their secrets, and the hosts that may be called", async () => {
  expect(await readIdentityFile(folder)).toMatchObject({ ok: true, value: { providers: [] } });
  const read = await given(good);
  expect(read.ok && read.value.providers).toEqual([
    {
      id: "government",
      name: "省政务服务统一身份认证",
      adapter: "government",
      issuer: "https://id.example.cn/oidc",
      realm: "https://id.example.cn/oidc",
      clientId: "xinheng",
      clientSecret: "secret",
      scopes: ["openid"],
      asksAlways: false,
    },
  ]);
});

test.each([
  ["no YAML", ": [", 0o600],
  ["a key that is not known", `${good}colour: red\n`, 0o600],
  ["an issuer without https", good.replace("https:", "http:"), 0o600],
  ["an issuer whose host is not listed", good.replace("hosts: [id.example.cn]", "hosts: []"), 0o600],
  ["the bundled provider's id", good.replace("id: government", "id: demo"), 0o600],
  ["the last part of an address of ours", good.replace("id: government", "id: return"), 0o600],
  ["an adapter that is not there", good.replace("adapter: government", "adapter: x"), 0o600],
  ["a secret that is not there", good.replace("government.secret", "other.secret"), 0o600],
  ["a secret that others may read", good, 0o644],
])("the file is refused for %s", async (_, text, mode) => {
  expect(await given(text, mode)).toMatchObject({ ok: false, refusal: { code: "accounts.identity-file" } });
});

test.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.0.1", true],
  ["192.168.1.1", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["0.0.0.0", true],
  ["239.1.1.1", true],
  ["::1", true],
  ["::", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["::ffff:10.0.0.1", true],
  ["::ffff:a00:1", true],
  ["64:ff9b::a00:1", true],
  ["2002:a00:1::", true],
  ["203.0.113.9", false],
  ["2001:db8::1", false],
])("%s lies inside: %s", (address, inside) => {
  expect(isInner(address)).toBe(inside);
});

test("nothing is called but what the operator listed", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end("x");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const call = { method: "GET", headers: {}, body: null };
  const hosts = (all: string[], mayBePrivate: string[] = []) => ({
    all: new Set([...all, ...mayBePrivate]),
    mayBePrivate: new Set(mayBePrivate),
  });
  const code = async (url: string, listed: ReturnType<typeof hosts>): Promise<string> =>
    callListed(new URL(url), call, listed).then(
      () => "answered",
      (error: Error) => error.message,
    );
  expect(await code(`https://evil.example/`, hosts(["id.example.cn"]))).toBe("the host is not listed");
  expect(await code(`https://id.example.cn.evil.example/`, hosts(["id.example.cn"]))).toBe("the host is not listed");
  expect(await code(`http://127.0.0.1:${port}/`, hosts([], ["127.0.0.1"]))).toBe("the address is not https");
  expect(await code(`https://127.0.0.1:${port}/`, hosts(["127.0.0.1"]))).toBe("the host lies in a private network");
  // A name that leads inside is found out when it is connected to.
  expect(await code(`https://localhost:${port}/`, hosts(["localhost"]))).toBe("the host lies in a private network");
  expect(await code(`https://2130706433:${port}/`, hosts(["127.0.0.1"]))).toBe("the host lies in a private network");
  expect(asked).toBe(0);
  // Listed as private it is connected to; this server speaks no TLS.
  expect(await code(`https://localhost:${port}/`, hosts([], ["localhost"]))).toMatch(
    /SSL|TLS|EPROTO|ECONNRESET|hang up/i,
  );
  await new Promise((resolve) => void server.close(resolve));
});

test("a password is kept as a slow, salted hash", async () => {
  const [one, two] = [await hashPassword("口令"), await hashPassword("口令")];
  expect(one).toMatch(/^scrypt\$32768\$8\$1\$/);
  expect(one).not.toBe(two);
  expect([await isPassword("口令", one), await isPassword("口令 ", one), await isPassword("x", "nonsense")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("in production there is no bundled provider, and no way to make one", async () => {
  await expect(openBundledProvider("https://credit.example.cn", true)).rejects.toThrow("production");
  const opened = await openIdentity({
    folder,
    publicUrl: "https://credit.example.cn",
    production: true,
    onFault: () => undefined,
  });
  expect(opened.ok && [opened.value.doors.size, opened.value.bundled]).toEqual([0, null]);
});

test("a provider that cannot be reached is said to be so, and asked again later", async () => {
  await given(good.replaceAll("id.example.cn", "id.example.invalid"));
  const faults: unknown[] = [];
  const opened = await openIdentity({
    folder,
    publicUrl: "https://credit.example.cn",
    production: true,
    onFault: ({ error }) => void faults.push(error),
  });
  const party = opened.ok ? opened.value.doors.get("government")?.party : undefined;
  for (let times = 1; times <= 2; times += 1) {
    expect(await party?.begin(false)).toMatchObject({ ok: false, refusal: { code: "accounts.provider-unavailable" } });
    expect(faults).toHaveLength(times);
  }
});
