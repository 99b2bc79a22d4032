// A listing decided in the workbench: the authority's two officers and whom the case is about, each in rooms of their own.
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { send } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const own = "91990100MA0XH0026G";
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const paper = { name: "送达回证.pdf", mimeType: "application/pdf", buffer: Buffer.from("示例") };

let platform: Platform;
let bench: Bench;
let clerk: Page;
let file: string;

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
  const row = penaltyOf(900, { code: own, name: "示例市云岭机械制造有限公司" });
  expect(await send(platform, csv([row]))).toMatchObject({ accepted: 1 });
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

/** Opens the dialogue of a step, writes what it asks for, and takes it. */
async function take(page: Page, step: string, words?: string): Promise<void> {
  await page.locator("#matter").getByRole("button", { name: step, exact: true }).click();
  const dialogue = page.getByRole("dialog");
  if (await dialogue.locator("input[type=file]").count()) {
    await dialogue.locator("input[type=file]").setInputFiles(paper);
    await expect.poll(() => dialogue.getByLabel("校验值").inputValue()).toHaveLength(64);
  }
  if (words !== undefined) await dialogue.locator("textarea").first().fill(words);
  await dialogue.locator(".ant-modal-footer button").last().click();
  await dialogue.waitFor({ state: "detached" });
}

/** Hands in a file by the dialogue of a button. */
async function hand(page: Page, word: string, sent: typeof paper): Promise<void> {
  await page.locator("#matter").getByRole("button", { name: word, exact: true }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.locator("input[type=file]").setInputFiles(sent);
  await dialogue.locator(".ant-modal-footer button").last().click();
  await dialogue.waitFor({ state: "detached" });
}

describe("a listing from its opening to the public", () => {
  test("is opened on a code; a name yields candidates only", async () => {
    clerk = await enterAs(bench, { role: "clerk", room: "/cases/new" });
    await clerk.getByLabel("名单").selectOption({ label: "经营异常名录" });
    await clerk.getByLabel("列入情形").selectOption({ label: "通过登记的住所或者经营场所无法联系" });
    await clerk.getByLabel("统一社会信用代码").fill("示例市云岭");
    await clerk.getByLabel("事实").fill("通过登记的住所两次邮寄均被退回。");
    await clerk.locator("input[type=file]").setInputFiles({ ...paper, name: "现场检查笔录.pdf" });
    await expect.poll(() => clerk.getByLabel("校验值").inputValue()).toHaveLength(64);
    await clerk.locator("form").getByRole("button", { name: "立案", exact: true }).click();
    await clerk.getByText("名称只供查找，不得据以列入").last().waitFor();
    await clerk.getByRole("button", { name: "按名称查找" }).click();
    await clerk.getByRole("button", { name: "取用 示例市云岭机械制造有限公司 的代码" }).waitFor();
    await expectSoundRoom(clerk);
    await clerk.getByRole("button", { name: "取用 示例市云岭机械制造有限公司 的代码" }).click();
    expect(await clerk.getByLabel("统一社会信用代码").inputValue()).toBe(own);
    await clerk.locator("form").getByRole("button", { name: "立案", exact: true }).click();
    await clerk.getByRole("dialog").locator(".ant-modal-footer button").last().click();
    await clerk.waitForURL(/\/workbench\/cases\/abnormal-operation\//u);
    file = new URL(clerk.url()).pathname.replace("/workbench", "");
    await clerk.getByRole("button", { name: "签发事先告知书" }).waitFor();
    await expectSoundRoom(clerk);
  });

  test("keeps its files: an original for the office, a redacted version for whom it is about", async () => {
    await hand(clerk, "提交附件", { ...paper, buffer: Buffer.from("%PDF-1.7 现场检查") });
    await clerk.getByRole("link", { name: "附件 1(证据).pdf" }).waitFor();
    const plain = { name: "遮盖版.txt", mimeType: "text/plain", buffer: Buffer.from("现场检查笔录，遮盖版") };
    await hand(clerk, "提交遮盖版", plain);
    await clerk.getByText("遮盖版待确认").waitFor();
    expect(await clerk.getByRole("button", { name: "确认遮盖版" }).count()).toBe(0);
    await expectSoundRoom(clerk);
    const reviewer = await enterAs(bench, { role: "reviewer", room: file, twice: true });
    await reviewer.getByRole("button", { name: "确认遮盖版" }).click();
    await expectSoundRoom(reviewer);
    await reviewer.getByRole("dialog").locator(".ant-modal-footer button").last().click();
    await reviewer.getByText("遮盖版已公开").waitFor();
    await reviewer.context().close();
  });

  test("is noticed and served, and then waits with its reason and its day", async () => {
    await take(clerk, "签发事先告知书", "列入后向社会公示。");
    await clerk.getByRole("button", { name: "登记告知书送达" }).waitFor();
    await take(clerk, "登记告知书送达");
    await clerk.getByText("陈述申辩期限未满").waitFor();
    expect(await matter(clerk)).toContain("2026-09-17 起可以办理");
    await goTo(clerk, bench, "/cases?state=notice-served");
    expect(await matter(clerk)).toContain("2026-09-17 起可办，还有 8 日");
    await expectSoundRoom(clerk);
  });

  test("is read by whom it is about, who makes a statement and then gives up the rest", async () => {
    const owner = await enterAs(bench, { role: "enterprise", room: "/own/cases", twice: true });
    await owner.getByRole("link", { name: "经营异常名录" }).click();
    await owner.getByText("陈述、申辩和申请听证至 2026-09-16 24 时止").waitFor();
    await owner.getByRole("link", { name: "附件 2(证据).txt" }).waitFor();
    expect(await owner.getByRole("link", { name: /附件/u }).count()).toBe(1);
    await hand(owner, "提交附件", { name: "申辩.txt", mimeType: "text/plain", buffer: Buffer.from("已经迁址") });
    await owner.getByRole("link", { name: "附件 3(陈述申辩材料).txt" }).waitFor();
    await expectSoundRoom(owner);
    await take(owner, "提出陈述申辩", "本公司已迁址，正在办理变更登记。");
    await owner.getByText("本公司已迁址，正在办理变更登记。").waitFor();
    await take(owner, "放弃陈述申辩");
    await owner.getByText("现在没有要由本单位办理的步骤").waitFor();
    await owner.context().close();
  });

  test("is decided by two, and listed only when the decision is served", async () => {
    await goTo(clerk, bench, file);
    await take(clerk, "拟定列入决定", "申辩理由不成立，予以列入。");
    await clerk.getByText("须由第二人(复核岗)办理").first().waitFor();
    expect(await clerk.getByRole("button", { name: "签发列入决定" }).count()).toBe(0);
    const reviewer = await enterAs(bench, { role: "reviewer", room: file, twice: true });
    await take(reviewer, "签发列入决定");
    await reviewer.getByRole("link", { name: /列入决定书/u }).waitFor();
    await reviewer.context().close();
    await goTo(clerk, bench, file);
    await take(clerk, "登记决定书送达");
    await clerk.getByRole("heading", { name: "救济途径" }).waitFor();
    expect(await matter(clerk)).toContain("已列入");
    await expectSoundRoom(clerk);
    await goTo(clerk, bench, `/subjects/${own}`);
    await clerk.getByText("经营异常名录").first().waitFor();
  });
});

test("another role finds no such room", async () => {
  const leader = await enterAs(bench, { role: "leader", room: "/figures" });
  expect(await leader.getByRole("link", { name: "名单案件" }).count()).toBe(0);
  await leader.goto(`${bench.base}/workbench/cases`);
  await leader.getByText("没有这个页面").waitFor();
  await leader.context().close();
});
