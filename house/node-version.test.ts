import { expect, test } from "vitest";
import { assertNodeVersion } from "./node-version.ts";

test("Node 20 is refused with the cure, Node 24 and newer are not", () => {
  expect(() => assertNodeVersion("20.20.2")).toThrow(
    /Node 24 or newer is needed, this is 20\.20\.2: start it with "npm run/,
  );
  expect(() => assertNodeVersion("24.21.0")).not.toThrow();
  expect(() => assertNodeVersion()).not.toThrow();
});
