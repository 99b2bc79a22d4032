// The policy office in Chromium, against a whole platform: a draft with a fault, its mending, its release by two; an assessment.
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const shipped = readFileSync(
  new URL("../../../policy/catalogue/entries/abnormal-operation.yaml", import.meta.url),
  "utf8",
);
const sound = shipped
  .replace("id: abnormal-operation", "id: released-entry")
  .replace("zh: 经营异常名录", "zh: 示例事项");
const broken = `${sound}\nnobody-knows-this: 1\n`;
const measures = `measures:
  - id: sample-restriction
    version: 1
    zh: 示例限制
    kind: restriction
    class: 1
    content: 示例：一年内限制参加招标投标。
    state: live
    triggers: [{ entry: penalty, where: [{ field: penaltyKinds, contains: [吊销] }] }]
    subjectKinds: [enterprise]
    matters: [bidding]
    bodies: [{ zh: 示例部门, levels: [city] }]
    basis: [opinions-2025#12]
    term: { kind: months, months: 12 }
    remedy: { zh: 可以依法申请行政复议或者提起行政诉讼。, basis: null }
    mark: secondary
`;

let platform: Platform;
let bench: Bench;

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

describe("those who write the rules", () => {
  let page: Page;
  afterAll(() => page.context().close());

  test("a draft tells what is wrong with it, at which line, and keeps what was typed", async () => {
    page = await enterAs(bench, { role: "operator", room: "/policy/drafts", twice: true });
    await expectSoundRoom(page);
    await page.getByRole("button", { name: "建立草稿" }).click();
    await page.getByText("请写明名称").waitFor();
    await page.getByLabel("名称").fill("新增示例事项");
    await page.getByLabel("文件路径").fill("catalogue/entries/released-entry.yaml");
    await page.getByRole("button", { name: "加入文件" }).click();
    await page.getByLabel("catalogue/entries/released-entry.yaml 的内容").fill(broken);
    await page.getByRole("button", { name: "建立草稿" }).click();
    await page.getByRole("button", { name: "看这一行" }).first().waitFor();
    expect(await matter(page)).toContain("nobody-knows-this");
    await expectSoundRoom(page);
    await page.getByRole("button", { name: "看这一行" }).first().click();
    await page.waitForFunction("document.activeElement.tagName === 'TEXTAREA'");
  });

  test("a file of the policy of today is fetched to begin from, and dropped again", async () => {
    await page.getByLabel("现行规则中的文件").selectOption({ label: "measures/matters.yaml（随附）" });
    await page.getByRole("button", { name: "取来" }).click();
    const fetched = page.getByLabel("measures/matters.yaml 的内容");
    await fetched.waitFor();
    expect(await fetched.inputValue()).toContain("bidding");
    await page.getByRole("button", { name: "从草稿中去掉" }).click();
    await page.getByLabel("catalogue/entries/released-entry.yaml 的内容").waitFor();
  });

  test("mended it says what changes, for whose worse, and from which day", async () => {
    await page.getByLabel("catalogue/entries/released-entry.yaml 的内容").fill(sound);
    await page.getByText("有尚未保存的改动").waitFor();
    await page.getByRole("button", { name: "保存为新的一版" }).click();
    await page.getByText("没有错误。").waitFor();
    const told = await matter(page);
    for (const word of ["第 2 版", "加重", "最早可以自 2026-10-09 起生效"]) expect(told).toContain(word);
    await expectSoundRoom(page);
  });

  test("a release waits for another person, and is public with its difference", async () => {
    await page.getByRole("button", { name: "提出发布" }).click();
    await page.getByRole("dialog").getByLabel("理由").fill("示例");
    await page.getByRole("dialog").getByRole("button", { name: "提出发布" }).click();
    await page.getByRole("link", { name: "看这件申请" }).waitFor();
    const proposal = await page.getByRole("link", { name: "看这件申请" }).getAttribute("href");
    const second = await enterAs(bench, {
      role: "security-admin",
      room: (proposal ?? "").replace("/workbench", ""),
      twice: true,
    });
    await second.getByRole("button", { name: "同意", exact: true }).click();
    await second.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
    await second.getByRole("dialog").waitFor({ state: "detached" });
    await goTo(second, bench, "/policy/releases");
    await second.getByText("待生效").waitFor();
    await expectSoundRoom(second);
    await second.context().close();
  });
});

test("a department's draft without standing comes back with its reasons and articles", async () => {
  const page = await enterAs(bench, { role: "reviewer", room: "/policy/assessments" });
  await page.getByLabel("名称").fill("招标投标限制措施（征求意见稿）");
  await page.getByLabel("措施草稿").fill(measures);
  await page.getByRole("button", { name: "评估", exact: true }).click();
  await page.getByRole("heading", { name: "不成立的理由" }).waitFor();
  const told = await matter(page);
  for (const word of ["不成立", "位阶", "健全社会信用体系的意见》第12项", "示例限制", "会涉及的主体"])
    expect(told).toContain(word);
  await expectSoundRoom(page);
  await goTo(page, bench, "/policy/assessments");
  await page.getByRole("link", { name: "招标投标限制措施（征求意见稿）" }).waitFor();
  await expectSoundRoom(page);
  await page.context().close();
});
