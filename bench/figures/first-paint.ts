// What a weak phone waits for: home and the page of a subject with some twenty records, in an emulated Chromium.
import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import { chromiumPath, ensureBrowser } from "../../house/browser.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { median, rounded } from "../rig/statistics.ts";
import type { Side } from "../rig/turn.ts";
import { fetchRaw, startBareCrowd, withShownSubjects } from "./crowd.ts";
import { chooseSubjects } from "./pages.ts";

const loads = 5;
const aimMs = 800;
const aimBytes = 14_000;
/** 1.6 Mbit/s down, half of it up, 150 ms there and back, a quarter of this machine's speed. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 };
const slowdown = 4;
const phone = { width: 390, height: 844 };
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Run in the page: the last candidate that the browser named before it had come to rest. */
const paintOfPage = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})`;
const blockingOfPage = `document.querySelectorAll(
  'script:not([async]):not([defer]):not([type=module]),link[rel=stylesheet]').length`;

interface Painted {
  readonly milliseconds: number;
  readonly requests: number;
  readonly blocking: number;
}

/** One visit with an empty cache. */
async function visit(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, isMobile: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    let requests = 0;
    page.on("request", (asked) => (requests += asked.url().startsWith("data:") ? 0 : 1));
    await page.goto(url, { waitUntil: "networkidle" });
    const milliseconds = await page.evaluate<number>(paintOfPage);
    return { milliseconds, requests, blocking: await page.evaluate<number>(blockingOfPage) };
  } finally {
    await context.close();
  }
}

/** A page with one line of text after so many bytes that cannot be packed: what any page of that length waits for. */
function emptyPage(bytes: number): Buffer {
  const [head, foot] = ["<!doctype html><title>-</title><!--", "--><p>-</p>"];
  const filler = randomBytes(bytes)
    .toString("base64")
    .slice(0, Math.max(0, bytes - head.length - foot.length));
  return Buffer.from(head + filler + foot);
}

/** The same words without any style or drawing: what the text alone, in its fonts, makes that phone wait for. */
function plainPage(html: string): Buffer {
  const styled = /<style>.*?<\/style>|<svg.*?<\/svg>/gsu;
  return gzipSync(html.replaceAll(styled, ""));
}

interface Measured {
  readonly gzipBytes: number;
  readonly htmlBytes: number;
  readonly ours: readonly Painted[];
  readonly plain: readonly Painted[];
  readonly empty: readonly Painted[];
}

async function measurePage(browser: Browser, ours: Side, asked: { path: string; url: string }): Promise<Measured> {
  const { bytes, headers } = await fetchRaw(ours.port, asked.path, "gzip");
  if (headers["content-encoding"] !== "gzip") throw new Error(`${asked.path} was not packed`);
  const html = gunzipSync(bytes);
  const told = { reads: null, headers: { "content-type": "text/html; charset=utf-8" } };
  const packed = { ...told.headers, "content-encoding": "gzip" };
  const bare = await startBareCrowd(asked.url, [
    { ...told, path: "/empty", body: { base64: emptyPage(bytes.length).toString("base64") } },
    { ...told, path: "/plain", headers: packed, body: { base64: plainPage(html.toString()).toString("base64") } },
  ]);
  const painted: { ours: Painted[]; plain: Painted[]; empty: Painted[] } = { ours: [], plain: [], empty: [] };
  try {
    // The first visit of each only warms up.
    for (let load = -1; load < loads; load += 1) {
      const [a, b, c] = [
        await visit(browser, `http://127.0.0.1:${ours.port}${asked.path}`),
        await visit(browser, `http://127.0.0.1:${bare.port}/plain`),
        await visit(browser, `http://127.0.0.1:${bare.port}/empty`),
      ];
      if (load < 0) continue;
      painted.ours.push(a);
      painted.plain.push(b);
      painted.empty.push(c);
    }
  } finally {
    await bare.stop();
  }
  return { gzipBytes: bytes.length, htmlBytes: html.length, ...painted };
}

const medianOf = (painted: readonly Painted[], what: keyof Painted): number =>
  rounded(median(painted.map((one) => one[what])));

function measuresOf(label: string, { gzipBytes, ours, plain, empty }: Measured): readonly Measure[] {
  const [paint, floor] = [medianOf(ours, "milliseconds"), medianOf(empty, "milliseconds")];
  const words = medianOf(plain, "milliseconds");
  const own = { ratio: 1, unit: "" };
  const [requests, blocking] = [medianOf(ours, "requests"), medianOf(ours, "blocking")];
  return [
    {
      label: `${label} LCP`,
      unit: "ms",
      ours: paint,
      baseline: floor,
      ratio: rounded(floor / paint),
      aim: `< ${aimMs} ms`,
    },
    {
      label: `${label} LCP, baseline its words without style`,
      unit: "ms",
      ours: paint,
      baseline: words,
      ratio: rounded(words / paint),
      aim: "",
    },
    { ...own, label: `${label} HTML`, unit: "gzip bytes", ours: gzipBytes, baseline: gzipBytes, aim: `≤ ${aimBytes}` },
    { ...own, label: `${label} requests`, ours: requests, baseline: 1, ratio: rounded(1 / requests), aim: "1" },
    { ...own, label: `${label} blocking scripts and sheets`, ours: blocking, baseline: 0, aim: "0" },
  ];
}

async function measurePaint(rig: Rig, ours: Side, database: string): Promise<FigureEnd> {
  const [chosen] = await chooseSubjects(rig, database, ours);
  if (chosen === undefined) throw new Error("no subject with enough records");
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  try {
    const url = rig.server.urlOf(database);
    const home = await measurePage(browser, ours, { path: "/", url });
    const subject = await measurePage(browser, ours, { path: `/subjects/${chosen.code}`, url });
    return {
      measures: [...measuresOf("home", home), ...measuresOf("subject", subject)],
      rounds: loads,
      detail: { network, slowdown, phone, records: chosen.shown, home, subject },
    };
  } finally {
    await browser.close();
  }
}

export const firstPaint: Figure = {
  name: "first-paint",
  run: async (rig) => {
    const missing = ensureBrowser();
    if (missing !== undefined) return missing;
    return withShownSubjects(rig, "first-paint", (ours, database) => measurePaint(rig, ours, database));
  },
};
