// People at the workbench in Chromium: who signs in, and what every room must bear.
import { readFileSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterEach, expect } from "vitest";

export interface Bench {
  readonly browser: Browser;
  readonly base: string;
  /** The data folder of the platform, where the demo accounts stand. */
  readonly folder: string;
}

interface Seat {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

function seatOf(folder: string, role: string): Seat {
  const seats = JSON.parse(readFileSync(path.join(folder, "demo-accounts.json"), "utf8")) as readonly Seat[];
  const seat = seats.find((one) => one.role === role);
  if (seat === undefined) throw new Error(`no ${role}`);
  return seat;
}

/** Says once more who he is, where the page asks for it. */
export async function proveAs(page: Page, { folder }: Pick<Bench, "folder">, role: string): Promise<void> {
  await prove(page, seatOf(folder, role));
}

async function prove(page: Page, seat: Seat): Promise<void> {
  await page.locator("#login").fill(seat.login);
  await page.locator("#password").fill(seat.password);
  await page.locator("#password").press("Enter");
}

interface Entering {
  readonly role: string;
  readonly room: string;
  /** Whether he proves once more who he is, as dangerous acts want it. */
  readonly twice?: boolean;
}

/** Pages that are open, each with what went wrong on it since the last test. */
const opened = new Map<Page, string[]>();

function watch(page: Page): void {
  const faults: string[] = [];
  opened.set(page, faults);
  page.on("close", () => opened.delete(page));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`);
  });
}

// What a test waited for in vain is told by what stood there instead.
afterEach(async ({ task }) => {
  for (const [page, faults] of opened) {
    if (task.result?.state === "fail") {
      const shown = await page.locator("body").innerText({ timeout: 5000 }).catch(String);
      process.stderr.write(`${[task.name, page.url(), ...faults, shown].join("\n")}\n`);
    }
    faults.length = 0;
  }
});

/** Asks for a room, is sent to sign in, and comes back to it. */
export async function enterAs(
  { browser, base, folder }: Bench,
  { role, room, twice = false }: Entering,
): Promise<Page> {
  const seat = seatOf(folder, role);
  // Where dialogues fly in, a press and its release may find different things below the pointer.
  const still = { reducedMotion: "reduce", viewport: { width: 1440, height: 900 } } as const;
  const context = await browser.newContext({ locale: "zh-CN", ...still });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  await page.goto(`${base}/workbench${room}`);
  await page.getByRole("link", { name: "演示身份" }).click();
  await prove(page, seat);
  await page.waitForURL(`${base}/workbench${room}`);
  if (twice) {
    await page.goto(`${base}/sign-in/step-up?${new URLSearchParams({ back: `/workbench${room}` }).toString()}`);
    await prove(page, seat);
    await page.waitForURL(`${base}/workbench${room}`);
  }
  await settled(page);
  return page;
}

export async function goTo(page: Page, { base }: Bench, room: string): Promise<void> {
  await page.goto(`${base}/workbench${room}`);
  await settled(page);
}

const isStill = `document.querySelector(".loading") === null && document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)`;

/** Waits until a room has its content and nothing on it moves any more. */
async function settled(page: Page): Promise<void> {
  await page.locator("#matter h1").waitFor();
  await expect.poll(() => page.evaluate(isStill)).toBe(true);
}

/** What a room says once it has its content. */
export async function matter(page: Page): Promise<string> {
  await settled(page);
  return page.locator("#matter").innerText();
}

/** Nothing for the checker to say, and nothing wider than the window. */
export async function expectSoundRoom(page: Page): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const faults = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect({ at: page.url(), width, wide, faults }).toEqual({ at: page.url(), width, wide: 0, faults: [] });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Tabs until an element that fits has the focus; fails where there is none to be reached. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let at = 0; at < 80; at += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) === true) return;
  }
  throw new Error(`no way by keyboard to ${selector}`);
}
