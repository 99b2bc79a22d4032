// What callers see while the platform is being started: a page that says how far it is, and an honest 503.
import { markup } from "../platform/html/markup.ts";
import { createHttpApp, refuse } from "../platform/http/http-app.ts";
import type { HttpApp } from "../platform/http/http-app.ts";
import { refusalTexts } from "./refusal-texts.ts";
import { STARTING_PAGE } from "./text.ts";

const NOT_READY = 503;
const RELOAD_SECONDS = "2";

/** @param step what is being done at this moment, in Chinese. */
export function createStartingApp(step: () => string): HttpApp {
  const app = createHttpApp({
    texts: refusalTexts,
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 0,
    uploadPaths: [],
  });
  app.get("/healthz", (c) => c.json({ status: "starting", reason: step() }, NOT_READY));
  app.all("*", (c) => {
    const browser = (c.req.header("accept") ?? "").includes("text/html") && !c.req.path.startsWith("/api/");
    if (!browser) return refuse(c, { code: "main.starting", kind: "unavailable", values: { step: step() } });
    const page = markup`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${STARTING_PAGE.title}</title></head>
<body><main><h1>${STARTING_PAGE.title}</h1><p role="status">${step()}</p><p>${STARTING_PAGE.wait}</p></main></body></html>
`;
    return c.html(String(page), NOT_READY, { refresh: RELOAD_SECONDS, "retry-after": RELOAD_SECONDS });
  });
  return app;
}
