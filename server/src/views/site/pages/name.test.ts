import { describe, expect, it } from "vitest";
import { nameParts } from "./name.ts";

describe("a name", () => {
  it.each([
    ["示例市澄岸环境工程有限公司", ["示例市", "澄岸环境工程", "有限公司"]],
    ["澄岸股份有限公司", ["澄岸", "股份有限公司"]],
    ["示例市砚北区澄岸小学", ["示例市", "砚北区澄岸小学"]],
    ["示例市有限公司", ["示例市", "有限公司"]],
    ["甲", ["甲"]],
  ])("%s breaks into %j", (name, parts) => {
    expect(nameParts(name)).toEqual(parts);
    expect(nameParts(name).join("")).toBe(name);
  });
});
