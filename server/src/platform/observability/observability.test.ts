import { describe, expect, test } from "vitest";
import { openClock } from "../clock.ts";
import { openLog, type Log, type LogFields } from "./log.ts";
import { createMetrics } from "./metrics.ts";

function logInto(lines: string[]): Log {
  const clock = openClock("2026-09-09T08:00:00+08:00;frozen");
  if (!clock.ok) throw new Error(clock.refusal.code);
  return openLog({ clock: clock.value, sink: { write: (line) => lines.push(line) } });
}

function lineOf(write: (log: Log) => void): unknown {
  const lines: string[] = [];
  write(logInto(lines));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
}

describe("the log", () => {
  test("writes one JSON object a line, at the platform's time", () => {
    const fields = { method: "GET", route: "/subjects/:uscc", status: 200, milliseconds: 3 };
    expect(lineOf((log) => log.info("request", fields))).toEqual({
      level: "info",
      time: "2026-09-09T00:00:00.000Z",
      msg: "request",
      ...fields,
    });
  });

  test("drops whatever is not on its list, at any depth", () => {
    const slipped = { count: 1, name: "张三", route: { path: "/subjects/91990100" }, toString: "x", __proto__: 1 };
    const line = lineOf((log) => log.warn("slipped", slipped as unknown as LogFields));
    expect(line).toEqual({ level: "warn", time: "2026-09-09T00:00:00.000Z", msg: "slipped", count: 1 });
  });

  test("tells errors by class, code and place, never by what they say", () => {
    const cause = Object.assign(new TypeError("Key (name)=(张三) exists\n    at 张三 (secret)"), { code: "23505" });
    const told = JSON.stringify(lineOf((log) => log.error("fault", { error: new Error("about 张三", { cause }) })));
    expect(told).not.toContain("张三");
    expect(told).toContain('"type":"TypeError","code":"23505"');
    expect(told).toContain("observability.test.ts");
    expect(lineOf((log) => log.error("fault", { error: "张三" }))).toMatchObject({ error: [{ type: "string" }] });
  });

  test("survives an error whose cause is itself", () => {
    const error = new Error("round");
    error.cause = error;
    expect(lineOf((log) => log.error("fault", { error }))).toMatchObject({ msg: "fault" });
  });

  test("cuts long texts short", () => {
    const line = lineOf((log) => log.info("long", { code: "x".repeat(10_000) }));
    expect(line).toMatchObject({ code: "x".repeat(200) });
  });
});

describe("metrics", () => {
  test("are written as Prometheus reads them", () => {
    const metrics = createMetrics();
    const rows = metrics.counter({ name: "rows_total", help: "Rows.\nAll of them." });
    const took = metrics.histogram({ name: "chunk_seconds", help: "A chunk.", bounds: [0.1, 1] });
    rows.add({ outcome: "accepted" }, 3);
    rows.add({ outcome: 'a"b\\c\n' });
    rows.add({ outcome: "accepted" });
    for (const seconds of [0.05, 0.1, 0.5, 7]) took.observe(seconds);
    expect(metrics.text()).toBe(
      [
        "# HELP rows_total Rows.\\nAll of them.",
        "# TYPE rows_total counter",
        'rows_total{outcome="accepted"} 4',
        'rows_total{outcome="a\\"b\\\\c\\n"} 1',
        "# HELP chunk_seconds A chunk.",
        "# TYPE chunk_seconds histogram",
        'chunk_seconds_bucket{le="0.1"} 2',
        'chunk_seconds_bucket{le="1"} 3',
        'chunk_seconds_bucket{le="+Inf"} 4',
        "chunk_seconds_sum 7.65",
        "chunk_seconds_count 4",
        "",
      ].join("\n"),
    );
  });

  test("keep a bounded number of series and lose no count", () => {
    const metrics = createMetrics();
    const counter = metrics.counter({ name: "many_total", help: "" });
    const histogram = metrics.histogram({ name: "many_seconds", help: "", bounds: [1] });
    for (let index = 0; index < 2000; index += 1) {
      counter.add({ index: String(index) });
      histogram.observe(1, { index: String(index) });
    }
    const lines = metrics.text().split("\n");
    expect(lines.filter((line) => line.startsWith("many_total{"))).toHaveLength(501);
    expect(lines).toContain('many_total{other="true"} 1500');
    expect(lines).toContain('many_seconds_count{other="true"} 1500');
  });

  test("refuse a second metric of one name, a bad name, and a counter that falls", () => {
    const metrics = createMetrics();
    const counter = metrics.counter({ name: "a_total", help: "" });
    expect(() => metrics.counter({ name: "a_total", help: "" })).toThrow("exists");
    expect(() => metrics.counter({ name: "A total", help: "" })).toThrow(RangeError);
    expect(() => counter.add({}, -1)).toThrow(RangeError);
  });
});
