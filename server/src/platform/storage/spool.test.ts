import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, open, readFile, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { frameMax } from "./spool-frame.ts";
import { openSpool, type Spool } from "./spool.ts";

const key = Buffer.alloc(32, 9);
const id = "0b9c";

let root: string;
let folder: string;
let spool: Spool;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "xinheng-spool-"));
  folder = path.join(root, "spool");
  spool = await openSpool({ folder });
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function content(from: Spool = spool): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of from.read(id, key)) parts.push(part);
  return Buffer.concat(parts);
}

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const file = (): string => path.join(folder, id);
const append = (offset: number, chunk: Buffer): ReturnType<Spool["append"]> => spool.append({ id, key, offset, chunk });

describe("a spool", () => {
  test("gives back what was appended, in any pieces, after any restarts", async () => {
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 50 }),
      fc
        .constantFrom(frameMax - 1, frameMax, frameMax + 1, 3 * frameMax)
        .map((length) => new Uint8Array(length).fill(7)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(chunk, fc.boolean()), { maxLength: 6 }), async (parts) => {
        await spool.destroy(id);
        let offset = 0;
        for (const [bytes, restart] of parts) {
          if (restart) spool = await openSpool({ folder });
          expect(await spool.append({ id, key, offset, chunk: bytes })).toEqual({
            ok: true,
            value: offset + bytes.length,
          });
          offset += bytes.length;
          expect(await spool.size(id, key)).toBe(offset);
        }
        expect(await content()).toEqual(Buffer.concat(parts.map(([bytes]) => bytes)));
      }),
      { numRuns: 25 },
    );
  });

  test("keeps no plain text, no names but ids, and lets nobody else in", async () => {
    await append(0, Buffer.from("a secret that can be searched for"));
    expect((await readFile(file())).includes("secret")).toBe(false);
    expect(await readdir(folder)).toEqual([id]);
    expect(await spool.list()).toEqual([id]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await chmod(folder, 0o755);
    await openSpool({ folder });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await expect(spool.size("../escape", key)).rejects.toThrow(RangeError);
  });

  test("appends at the end only, and names the end to whoever is wrong", async () => {
    await append(0, Buffer.from("abc"));
    for (const offset of [0, 2, 4]) {
      expect(await append(offset, Buffer.from("x"))).toEqual({
        ok: false,
        refusal: { code: "spool.offset", kind: "conflict", values: { size: 3 } },
      });
    }
    expect((await content()).toString()).toBe("abc");
  });

  test("takes one of two appends at once", async () => {
    const both = await Promise.all([append(0, Buffer.from("abc")), append(0, Buffer.from("xyz"))]);
    expect(both.map((outcome) => (outcome.ok ? "taken" : outcome.refusal.code))).toEqual(["taken", "spool.busy"]);
    expect((await content()).toString()).toBe("abc");
  });

  test("two processes may take turns at one upload", async () => {
    const other = await openSpool({ folder });
    expect(await append(0, Buffer.from("ab"))).toEqual({ ok: true, value: 2 });
    expect(await other.append({ id, key, offset: 2, chunk: Buffer.from("cd") })).toEqual({ ok: true, value: 4 });
    expect(await spool.size(id, key)).toBe(4);
    expect(await append(4, Buffer.from("ef"))).toEqual({ ok: true, value: 6 });
    expect(String(await content(other))).toBe("abcdef");
  });

  test("shows readers what is acknowledged while an append is under way", async () => {
    await append(0, Buffer.from("abc"));
    spool = await openSpool({ folder });
    const { promise: gate, resolve: go } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(3 * frameMax, 1);
      await gate;
      yield Buffer.from("end");
    }
    const running = spool.appendStream({ id, key, offset: 3, stream: slow(), limit: 1e9 });
    while ((await stat(file())).size < 3 * frameMax) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await spool.size(id, key)).toBe(3);
    expect((await content()).toString()).toBe("abc");
    go();
    expect(await running).toEqual({ ok: true, value: 3 + 3 * frameMax + 3 });
    expect((await content()).subarray(-3).toString()).toBe("end");
  });

  test("refuses a stream past its limit and is as before", async () => {
    await append(0, Buffer.from("abc"));
    const stream = pieces(Buffer.alloc(20 * 1024 * 1024), 1024 * 1024);
    const outcome = await spool.appendStream({ id, key, offset: 3, stream, limit: 18 * 1024 * 1024 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "spool.too-large", kind: "too-large" } });
    expect((await content()).toString()).toBe("abc");
    expect(await append(3, Buffer.from("def"))).toEqual({ ok: true, value: 6 });
    spool = await openSpool({ folder });
    expect((await content()).toString()).toBe("abcdef");
  });

  test("keeps what came of a stream that broke, to be gone on with", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from("first ");
      await Promise.resolve();
      throw new Error("connection lost");
    }
    const part = { id, key, offset: 0, limit: 100 };
    await expect(spool.appendStream({ ...part, stream: broken() })).rejects.toThrow("connection lost");
    expect(await spool.size(id, key)).toBe(6);
    await append(6, Buffer.from("second"));
    expect((await content()).toString()).toBe("first second");
  });

  test("a wrong key opens nothing and changes nothing", async () => {
    await append(0, randomBytes(200_000));
    const before = await readFile(file());
    const wrong = Buffer.alloc(32, 8);
    for (const opened of [spool, await openSpool({ folder })]) {
      await expect(opened.size(id, wrong)).rejects.toThrow("wrong key");
      await expect(opened.append({ id, key: wrong, offset: 0, chunk: Buffer.alloc(1) })).rejects.toThrow("wrong key");
      await expect(opened.read(id, wrong)[Symbol.asyncIterator]().next()).rejects.toThrow("wrong key");
    }
    expect(await readFile(file())).toEqual(before);
  });

  test("a file under another's name, or with frames swapped, is not believed", async () => {
    await append(0, Buffer.concat([Buffer.alloc(frameMax, 1), Buffer.alloc(frameMax, 2)]));
    const bytes = await readFile(file());
    await writeFile(path.join(folder, "other"), bytes);
    await expect(spool.size("other", key)).rejects.toThrow("wrong key");
    const frame = (bytes.length - 36) / 2;
    const swapped = [bytes.subarray(0, 36), bytes.subarray(36 + frame), bytes.subarray(36, 36 + frame)];
    await writeFile(file(), Buffer.concat(swapped));
    await expect(content()).rejects.toThrow("altered");
    expect(await (await openSpool({ folder })).size(id, key)).toBe(0);
  });

  test("destroyed is gone, and again is no error", async () => {
    await append(0, Buffer.from("abc"));
    await spool.destroy(id);
    await spool.destroy(id);
    expect(await spool.size(id, key)).toBe(0);
    expect(await spool.list()).toEqual([]);
    expect(await content()).toHaveLength(0);
  });
});

describe("after a crash", () => {
  test("a torn last frame is cut off, wherever it was torn", async () => {
    await append(0, Buffer.from("acknowledged"));
    const whole = (await readFile(file())).length;
    await append(12, Buffer.from("torn"));
    const bytes = await readFile(file());
    for (let length = whole; length < bytes.length; length += 1) {
      await writeFile(file(), bytes.subarray(0, length));
      spool = await openSpool({ folder });
      expect(await spool.size(id, key)).toBe(12);
      expect(await append(12, Buffer.from("!"))).toEqual({ ok: true, value: 13 });
      expect((await content()).toString()).toBe("acknowledged!");
    }
  });

  test("a frame that reached the disk before its elder is not taken for the next one", async () => {
    await append(0, Buffer.alloc(3 * frameMax, 1));
    const handle = await open(file(), "r+");
    await handle.write(Buffer.alloc(frameMax), 0, frameMax, 36 + frameMax + 32);
    await handle.close();
    spool = await openSpool({ folder });
    expect(await spool.size(id, key)).toBe(frameMax);
    await append(frameMax, Buffer.alloc(frameMax, 2));
    spool = await openSpool({ folder });
    expect(await spool.size(id, key)).toBe(2 * frameMax);
  });

  test.each([0, 5, 35])("a file whose making was torn at byte %i begins again", async (length) => {
    await append(0, Buffer.from("never acknowledged"));
    await truncate(file(), length);
    spool = await openSpool({ folder });
    expect(await spool.size(id, key)).toBe(0);
    expect(await append(0, Buffer.from("abc"))).toEqual({ ok: true, value: 3 });
    spool = await openSpool({ folder });
    expect((await content()).toString()).toBe("abc");
  });

  test("by kill -9 all that was acknowledged is there, and can be gone on with", async () => {
    const script = path.join(root, "append.ts");
    await writeFile(
      script,
      `import { openSpool } from ${JSON.stringify(new URL("spool.ts", import.meta.url).href)};
       const spool = await openSpool({ folder: ${JSON.stringify(folder)} });
       for (let offset = 0; ; ) {
         const chunk = Buffer.alloc(150_000, offset % 251);
         const outcome = await spool.append({ id: "${id}", key: Buffer.alloc(32, 9), offset, chunk });
         offset = outcome.value;
         process.stdout.write(offset + "\\n");
       }`,
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      if (said.length > 60) child.kill("SIGKILL");
    });
    await once(child, "close");
    const acknowledged = Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1));
    const size = await spool.size(id, key);
    expect(size).toBeGreaterThanOrEqual(acknowledged);
    const kept = await content();
    expect(kept).toHaveLength(size);
    for (let at = 0; at < size; at += 150_000) expect(kept[at]).toBe(at % 251);
    expect(await append(size, Buffer.from("on"))).toEqual({ ok: true, value: size + 2 });
  });
});
