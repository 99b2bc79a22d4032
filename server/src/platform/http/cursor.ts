// Cursors: where a list goes on, in a form that the caller cannot alter.
import { timingSafeEqual } from "node:crypto";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";

export type CursorValue =
  | string
  | number
  | boolean
  | null
  | readonly CursorValue[]
  | { readonly [key: string]: CursorValue };

export interface Cursors {
  /** @param list names the list and its filters, so that a cursor fits no other. */
  readonly encode: (list: string, value: CursorValue) => string;
  /** Refuses `http.bad-cursor` for anything this server did not write for this list. */
  readonly decode: (list: string, cursor: string) => Outcome<CursorValue>;
}

const CURSOR_MAX = 2048;
const MAC_BYTES = 16;
const SHAPE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** Cursors sealed by a keyed digest over list and place. @param mac keyed digest of at least 16 bytes. */
export function openCursors(mac: (bytes: Uint8Array) => Uint8Array): Cursors {
  const seal = (list: string, payload: string): Buffer =>
    Buffer.from(mac(Buffer.from(`${list.length}:${list}${payload}`, "utf8"))).subarray(0, MAC_BYTES);
  return {
    encode(list, value) {
      const payload = JSON.stringify(value);
      return `${Buffer.from(payload, "utf8").toString("base64url")}.${seal(list, payload).toString("base64url")}`;
    },
    decode(list, cursor) {
      const bad = refused({ code: "http.bad-cursor", kind: "invalid" });
      if (cursor.length > CURSOR_MAX || !SHAPE.test(cursor)) return bad;
      const dot = cursor.indexOf(".");
      const payload = Buffer.from(cursor.slice(0, dot), "base64url").toString("utf8");
      const given = Buffer.from(cursor.slice(dot + 1), "base64url");
      const wanted = seal(list, payload);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return bad;
      return granted(JSON.parse(payload) as CursorValue);
    },
  };
}
