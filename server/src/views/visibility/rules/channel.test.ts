import { describe, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { ChannelId } from "../../../policy/catalogue-entry.ts";
import { endKinds } from "../../../records/statements/rules.ts";
import type { EndKind } from "../../../records/statements/rules.ts";
import { testSnapshot } from "../test-policy.ts";
import { channelRules, fromBeginning, hasEnded, visible } from "./channel.ts";
import type { JudgedStatement } from "./channel.ts";

const day = (text: string): Day => text as Day;
const policy = testSnapshot();
const shown: JudgedStatement = {
  entry: "penalty",
  subjectKind: "enterprise",
  newest: true,
  paused: false,
  facts: {
    severity: "general",
    decidedOn: day("2026-05-10"),
    validFrom: null,
    validUntil: null,
    providerShownUntil: null,
    receivedOn: day("2026-05-12"),
  },
};
const see = (channel: ChannelId, on = "2026-12-01", over: Partial<JudgedStatement> = {}, ended = false): boolean =>
  visible({ statement: { ...shown, ...over }, channel, day: day(on), policy, ended });

describe("the public page", () => {
  test.each([
    ["the day before it was received", "2026-05-11", false],
    ["the day it was received", "2026-05-12", true],
    ["its last day", "2027-05-10", true],
    ["the day after", "2027-05-11", false],
  ])("on %s", (_, on, wanted) => expect(see("public-page", on)).toBe(wanted));

  test("never shows what has ended, an older version or a natural person", () => {
    expect(see("public-page", undefined, {}, true)).toBe(false);
    expect(see("public-page", undefined, { newest: false })).toBe(false);
    expect(see("public-page", undefined, { subjectKind: "natural-person" })).toBe(false);
  });

  test("never shows an entry that the catalogue does not know, has not confirmed, or keeps elsewhere", () => {
    for (const entry of ["unheard-of", "template", "inspection"])
      expect(see("public-page", undefined, { entry })).toBe(false);
  });
});

describe("other channels", () => {
  test("open data carries nothing adverse and no individual business", () => {
    expect(see("open-data")).toBe(false);
    expect(see("open-data", undefined, { entry: "permit" })).toBe(true);
    expect(see("open-data", undefined, { entry: "permit", subjectKind: "individual-business" })).toBe(false);
    expect(see("public-page", undefined, { entry: "permit", subjectKind: "individual-business" })).toBe(true);
  });

  test("a subject sees its own records also when their term is over", () => {
    expect(see("own", "2030-01-01")).toBe(true);
    expect(see("own", "2030-01-01", { entry: "inspection" })).toBe(true);
    expect(see("own", "2030-01-01", {}, true)).toBe(false);
  });

  test("the archive keeps everything that had been received by the day", () => {
    expect(see("archive", "2030-01-01", { newest: false }, true)).toBe(true);
    expect(see("archive", "2026-05-11")).toBe(false);
  });

  test.each<ChannelId>(["duty", "authorisation"])(
    "%s gives what a grant opens, within its term, and nothing without",
    (channel) => {
      const grant = { entries: new Set(["penalty", "inspection"]), fields: null };
      const under = (on: string, over: Partial<JudgedStatement> = {}, ended = false): boolean =>
        visible({ statement: { ...shown, ...over }, channel, day: day(on), policy, ended, grant });
      expect(see(channel)).toBe(false);
      expect(under("2026-12-01")).toBe(true);
      expect(under("2026-12-01", { entry: "permit" })).toBe(false);
      expect(under("2026-12-01", { entry: "inspection" })).toBe(true);
      expect(under("2026-12-01", {}, true)).toBe(false);
      expect(under("2026-12-01", { subjectKind: "natural-person" })).toBe(false);
      expect(under("2027-05-10")).toBe(true);
      expect(under("2027-05-11")).toBe(false);
    },
  );

  test.each<ChannelId>(["special-report", "evaluation"])("%s is closed", (channel) => {
    expect(channelRules[channel].open).toBe(false);
    expect(see(channel)).toBe(false);
  });
});

describe("what has ended", () => {
  test("an end from now on acts on its day", () => {
    const ends = [{ kind: "repaired", effective: day("2026-06-01") }] as const;
    expect(hasEnded(ends, day("2026-05-31"), "own")).toBe(false);
    expect(hasEnded(ends, day("2026-06-01"), "own")).toBe(true);
  });
  test("an end from the beginning acts at once", () => {
    expect(hasEnded([{ kind: "quashed", effective: day("2026-06-01") }], day("2026-05-01"), "own")).toBe(true);
  });
  test("a bar by statute outlives repair and removal, and nothing else", () => {
    const on = day("2026-06-01");
    const outlived = Object.keys(endKinds).filter(
      (kind) => !hasEnded([{ kind: kind as EndKind, effective: on }], on, "statutory-bar"),
    );
    expect(outlived.toSorted()).toEqual(["removed", "repaired", "shielded"]);
    expect(hasEnded([{ kind: "batch", effective: on }], on, "statutory-bar")).toBe(true);
  });
  test("is left out by every channel, also by those of a grade and a report that nothing leaves by yet; the archive keeps it", () => {
    const on = day("2026-06-01");
    const channels = Object.keys(channelRules) as ChannelId[];
    expect(channels.filter((channel) => !channelRules[channel].withoutEnded)).toEqual(["archive"]);
    expect(channels.filter((channel) => channelRules[channel].outlives.length > 0)).toEqual(["statutory-bar"]);
    for (const channel of channels.filter((one) => one !== "statutory-bar"))
      for (const kind of [...Object.keys(endKinds), "batch"] as (EndKind | "batch")[])
        expect([channel, kind, hasEnded([{ kind, effective: on }], on, channel)]).toEqual([channel, kind, true]);
  });
  test("an end for a time holds through its last day, and then no more", () => {
    const ends = [{ kind: "shielded", effective: day("2026-06-01"), through: day("2026-06-30") }] as const;
    expect(
      ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"].map((on) => hasEnded(ends, day(on), "duty")),
    ).toEqual([false, true, true, false]);
  });
  test("what a mark pauses leaves what everybody sees, and nothing that stands on a right", () => {
    const over = { paused: true };
    expect(see("public-page")).toBe(true);
    expect(see("public-page", "2026-12-01", over)).toBe(false);
    expect(see("own", "2026-12-01", over)).toBe(true);
    expect(see("archive", "2026-12-01", over)).toBe(true);
  });
  test("means the same as in the room that records ends", () => {
    const there = Object.entries(endKinds).flatMap(([kind, acts]) => (acts === "from-beginning" ? [kind] : []));
    expect(there.toSorted()).toEqual(fromBeginning.toSorted());
  });
});
