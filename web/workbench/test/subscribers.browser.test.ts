// Recipients of statements in Chromium, against a whole platform: registered by two, reminded, and their own side.
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { bearer, market, send, withdraw } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

interface Draft {
  readonly draft: string;
  readonly digest: string;
}

const enterprise = { code: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司" };
const recipient = { code: "91990100MA0XH00426", name: "示例征信有限公司" };
const delivery = "4f1c9a0b7d2e43568a90b1c2d3e4f501";
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

let platform: Platform;
let bench: Bench;
let centre: Page;
let proposal = "";
/** The recipient's own machine, and the messages that it got. */
let receiver: Server;
let site = "";
const messages: string[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    request.setEncoding("utf8");
    request.on("data", (piece: string) => messages.push(piece));
    request.on("end", () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, "127.0.0.1", resolve);
  });
  site = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  platform = await openPlatform([site]);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
  receiver.closeAllConnections();
  receiver.close();
});

async function asked(role: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${bench.base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...bearer(platform, { role }), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as unknown };
}

test("the centre asks that a recipient be registered, and a second person of it decides", async () => {
  centre = await enterAs(bench, { role: "operator", room: "/subscribers", twice: true });
  await centre.getByText("没有订阅单位").waitFor();
  await expectSoundRoom(centre);
  await centre.getByRole("link", { name: "登记订阅" }).click();
  await centre.getByRole("button", { name: "提出登记" }).click();
  await centre.getByText("请填写十八位的统一社会信用代码。").waitFor();
  await centre.getByLabel("统一社会信用代码").fill(recipient.code);
  await centre.getByLabel("名称").fill(recipient.name);
  await centre.getByLabel("合同编号").fill("示信合〔2026〕1号");
  await centre.getByLabel("用途(查询事由)").selectOption({ index: 1 });
  await centre.getByLabel("行政处罚", { exact: true }).check();
  await centre.getByLabel("起始日").fill("2026-09-09");
  await centre.getByLabel("终止日(不含)").fill("2027-09-09");
  await centre.getByLabel("文书号").fill("示信函〔2026〕1号");
  await centre.getByLabel("理由").fill("接收公示信息");
  await expectSoundRoom(centre);
  const answered = centre.waitForResponse(/\/api\/v1\/subscriptions$/u);
  await centre.getByRole("button", { name: "提出登记" }).click();
  proposal = ((await (await answered).json()) as { proposal: string }).proposal;
  await centre.getByRole("link", { name: "待办申请" }).last().waitFor();
  const path = `/api/v1/approvals/${proposal}/approval`;
  expect((await asked("operator", path, {})).status).toBe(403);
  expect((await asked("security-admin", path, {})).status).toBe(200);
  await goTo(centre, bench, "/subscribers");
  expect(await matter(centre)).toContain(recipient.name);
  await expectSoundRoom(centre);
});

test("what it received is withdrawn, and its own side says what is owed", async () => {
  const batch = await send(platform, csv([penaltyOf(8501), penaltyOf(8502)]));
  const pulled = await asked("subscriber", "/api/v1/deliveries", { delivery });
  expect((pulled.json as { items: unknown[] }).items.length).toBeGreaterThanOrEqual(2);
  const own = await enterAs(bench, { role: "subscriber", room: "/own/subscriptions" });
  await own.getByText("尚无通知").waitFor();
  await own.getByText("xinheng subscriber conform").waitFor();
  await expectSoundRoom(own);
  expect((await withdraw(platform, batch.batch, "误报")).status).toBe(200);
  await expect
    .poll(
      async () => ((await asked("operator", "/api/v1/withdrawals/overdue")).json as { items: unknown[] }).items.length,
    )
    .toBe(1);
  await own.reload();
  await own.getByText("有未回执的通知").waitFor();
  await expectSoundRoom(own);
  await own.context().close();
});

test("the centre sees who owes receipts, reminds with a preview, and is told why nobody can be named", async () => {
  await goTo(centre, bench, "/subscribers/overdue");
  const told = await matter(centre);
  expect(told).toContain("随附的规则是模板");
  expect(told).toContain("withdrawals/naming.yaml");
  expect(await centre.getByRole("button", { name: "提请公布" }).count()).toBe(0);
  await expectSoundRoom(centre);
  const saved = centre.waitForEvent("download");
  await centre.getByRole("button", { name: "下载 CSV" }).click();
  expect((await saved).suggestedFilename()).toBe("逾期未回执.csv");
  await centre.getByRole("button", { name: "催办", exact: true }).click();
  await centre.getByText("2 件撤回通知没有回执").waitFor();
  await centre.getByRole("dialog").getByRole("button", { name: "催办" }).click();
  await centre.getByText("请写明理由。").waitFor();
  await centre.getByRole("dialog").getByLabel("理由").fill("请尽快回执");
  await centre.getByRole("dialog").getByRole("button", { name: "催办" }).click();
  await centre.getByRole("dialog").waitFor({ state: "detached" });
  await centre.getByText("2026-09-09 08:00").nth(1).waitFor();
});

test("two of the centre register where a recipient is told, it is told there, and ends it itself", async () => {
  await goTo(centre, bench, `/subscribers/${recipient.code}`);
  await centre.getByRole("link", { name: "查看推送地址" }).click();
  await centre.getByText("没有推送地址").waitFor();
  await expectSoundRoom(centre);
  await centre.getByRole("link", { name: "登记推送地址" }).first().click();
  await centre.getByText(`已列入名单的站点：${site}`).waitFor();
  expect(await centre.getByLabel("统一社会信用代码").inputValue()).toBe(recipient.code);
  await centre.getByLabel("名称").fill(recipient.name);
  await centre.getByLabel(/^地址/u).fill("https://elsewhere.example.cn/in");
  await centre.getByLabel("文书号").fill("示信函〔2026〕2号");
  await centre.getByLabel("理由").fill("接收推送");
  await centre.getByRole("button", { name: "提出登记" }).click();
  await centre.getByText("请填写名单所列站点上的完整地址。").waitFor();
  await expectSoundRoom(centre);
  await centre.getByLabel(/^地址/u).fill(`${site}/in`);
  const answered = centre.waitForResponse(/\/api\/v1\/endpoints$/u);
  await centre.getByRole("button", { name: "提出登记" }).click();
  const wish = ((await (await answered).json()) as { proposal: string }).proposal;
  await centre.getByRole("link", { name: "待办申请" }).last().waitFor();
  expect(messages).toEqual([]);
  expect((await asked("security-admin", `/api/v1/approvals/${wish}/approval`, {})).status).toBe(200);
  await expect.poll(() => messages.length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(messages.join("")).not.toContain("8501");

  const own = await enterAs(bench, { role: "subscriber", room: "/endpoints" });
  await own.getByText(`${site}/in`).waitFor();
  await own.getByText("204").waitFor();
  await expectSoundRoom(own);
  expect(await own.getByRole("link", { name: "登记推送地址" }).count()).toBe(0);
  await own.getByRole("button", { name: "终止", exact: true }).click();
  await own.getByRole("dialog").getByRole("button", { name: "终止", exact: true }).click();
  await own.getByText("请写明理由。").waitFor();
  await own.getByRole("dialog").getByLabel("理由").fill("改用定时来取");
  await own.getByRole("dialog").getByRole("button", { name: "终止", exact: true }).click();
  await own.getByRole("dialog").waitFor({ state: "detached" });
  await own.getByText("已终止").waitFor();
  await own.context().close();
});

test("one recipient opens to its subscriptions, pulls, open receipts and reminders, and is ended", async () => {
  await goTo(centre, bench, `/subscribers/${recipient.code}`);
  await centre.getByText(delivery).waitFor();
  const told = await matter(centre);
  for (const word of ["批次撤回", "示信合〔2026〕1号", "查看推送地址", "2 件未回执"]) expect(told).toContain(word);
  await expectSoundRoom(centre);
  await centre.getByRole("button", { name: "终止订阅" }).click();
  await centre.getByRole("dialog").getByLabel("理由").fill("合同届满");
  await centre.getByRole("dialog").getByRole("button", { name: "终止订阅" }).click();
  await centre.getByRole("dialog").waitFor({ state: "detached" });
  await centre.getByText("已终止").waitFor();
  await goTo(centre, bench, "/subscribers/91990100MA0XH0026G");
  await centre.getByText("没有这个订阅单位").waitFor();
  await expectSoundRoom(centre);
});

test("the recipient finds the reminder on its own side", async () => {
  const own = await enterAs(bench, { role: "subscriber", room: "/own/subscriptions" });
  await own.getByText("信用中心于 2026-09-09 催办").waitFor();
  await own.getByText("已终止", { exact: true }).waitFor();
  await expectSoundRoom(own);
  await own.context().close();
});

async function repaired(): Promise<string> {
  const documentNo = "示市监罚〔2026〕8601号";
  await send(platform, csv([penaltyOf(8601, { ...enterprise, decided: "2026-06-01" })]));
  const listed = (await asked("enterprise", `/api/v1/subjects/${enterprise.code}/records`)).json;
  const record = (listed as { items: { id: string; documentNo: string }[] }).items.find(
    (one) => one.documentNo === documentNo,
  )?.id;
  const wish = { receiver: market, kind: "repair", promise: "材料真实，违者承担责任。", documentNo };
  const { draft, digest } = (await asked("enterprise", "/api/v1/commitments/drafts", wish)).json as Draft;
  const given = await asked("enterprise", "/api/v1/commitments", { ...wish, draft, digest });
  const { commitment } = given.json as { commitment: string };
  const proofs = [{ title: "缴款凭证", digest: "ab".repeat(32) }];
  const made = await asked("enterprise", "/api/v1/own/repairs", { record, proofs, commitment });
  expect(made.status, JSON.stringify(made.json)).toBe(201);
  const { repair } = made.json as { repair: string };
  const steps = `/api/v1/repairs/${repair}/steps`;
  expect((await asked("clerk", steps, { version: 1, kind: "accept" })).status).toBe(200);
  return repair;
}

test("how repair goes stands by the month, and a number opens to its applications", async () => {
  const repair = await repaired();
  await goTo(centre, bench, "/repair-figures");
  await centre.getByRole("link", { name: /受理\s*1$/u }).waitFor();
  await expectSoundRoom(centre);
  await centre.getByRole("link", { name: /受理\s*1$/u }).click();
  const link = centre.getByRole("link", { name: /8601/u });
  expect(await link.getAttribute("href")).toContain(repair);
  await expectSoundRoom(centre);
  await goTo(centre, bench, "/repair-figures?month=2025-01");
  await centre.getByText("没有可以计数的申请").waitFor();
  const leader = await enterAs(bench, { role: "leader", room: "/repair-figures" });
  await leader.getByText("只可看数字").waitFor();
  expect(await leader.getByRole("link", { name: /受理\s*1$/u }).count()).toBe(0);
  await expectSoundRoom(leader);
  await leader.context().close();
});
