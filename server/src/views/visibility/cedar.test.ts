// A third opinion on who sees which field: the same rights written in Cedar by hand, asked of every cell of the table.
import { isAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChannelId, DisclosureGroup } from "../../policy/catalogue-entry.ts";
import { channelRules, fieldsOn } from "./rules/channel.ts";
import type { Grant } from "./rules/channel.ts";
import { testEntry, testField } from "./test-policy.ts";

/** Written from the design and not from the table: one paragraph a channel. */
const rights = `
permit (principal, action == Action::"see", resource)
when { ["public-page", "open-data"].contains(context.channel) && resource.group == "public" && !resource.personal };

permit (principal, action == Action::"see", resource) when { context.channel == "own" };

permit (principal, action == Action::"see", resource)
when { context.channel == "archive" && resource.group != "authorisation" && !resource.personal };

permit (principal, action == Action::"see", resource)
when { (context.channel == "duty" || context.channel == "statutory-bar")
  && context.entries.contains(resource.entry) && resource.group != "authorisation" && !resource.personal }
unless { context.narrow && !context.fields.contains(resource.field) };

permit (principal, action == Action::"see", resource)
when { context.channel == "subscriber" && context.entries.contains(resource.entry)
  && resource.group == "public" && !resource.personal }
unless { context.narrow && !context.fields.contains(resource.field) };

permit (principal, action == Action::"see", resource)
when { context.channel == "authorisation" && context.entries.contains(resource.entry) && !resource.personal }
unless { context.narrow && !context.fields.contains(resource.field) };

permit (principal, action == Action::"see", resource)
when { context.channel == "duty" && resource.personal && resource.group != "authorisation" && context.narrow
  && context.entries.contains(resource.entry) && context.fields.contains(resource.field) };

permit (principal, action == Action::"see", resource)
when { context.channel == "authorisation" && resource.personal && context.narrow
  && context.entries.contains(resource.entry) && context.fields.contains(resource.field) };

forbid (principal, action == Action::"see", resource) when { resource.identityNumber };
`;

interface Cell {
  readonly channel: ChannelId;
  readonly group: DisclosureGroup;
  readonly personal: boolean;
  readonly identityNumber: boolean;
  readonly grant: Grant | null;
}

const groups: readonly DisclosureGroup[] = ["public", "duty", "authorisation"];
const grants: readonly (Grant | null)[] = [
  null,
  { entries: new Set(), fields: null },
  { entries: new Set(["other"]), fields: null },
  { entries: new Set(["entry"]), fields: null },
  { entries: new Set(["entry"]), fields: new Map([["entry", null]]) },
  { entries: new Set(["entry"]), fields: new Map([["entry", new Set(["field"])]]) },
  { entries: new Set(["entry"]), fields: new Map([["entry", new Set(["another"])]]) },
  { entries: new Set(["entry"]), fields: new Map() },
];

function allows({ channel, grant, ...field }: Cell): boolean {
  const narrowed = grant === null || grant.fields === null ? null : (grant.fields.get("entry") ?? null);
  const isNamed = grant?.fields?.has("entry") === true;
  const answer = isAuthorized({
    principal: { type: "Office", id: "any" },
    action: { type: "Action", id: "see" },
    resource: { type: "Field", id: "field" },
    context: {
      channel,
      entries: [...(grant?.entries ?? [])],
      narrow: grant !== null && grant.fields !== null && !(isNamed && narrowed === null),
      fields: [...(narrowed ?? [])],
    },
    policies: { staticPolicies: rights },
    entities: [
      { uid: { type: "Field", id: "field" }, attrs: { entry: "entry", field: "field", ...field }, parents: [] },
    ],
  });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
  if (answer.response.diagnostics.errors.length > 0)
    throw new Error(JSON.stringify(answer.response.diagnostics.errors));
  return answer.response.decision === "allow";
}

const channels = Object.keys(channelRules) as ChannelId[];
const cells = channels.flatMap((channel) =>
  groups.flatMap((group) =>
    [false, true].flatMap((personal) =>
      [false, true].flatMap((identityNumber) =>
        grants.map((grant): Cell => ({ channel, group, personal, identityNumber, grant })),
      ),
    ),
  ),
);

test("every channel, group of fields and grant: the table and Cedar say the same", { timeout: 60_000 }, () => {
  let open = 0;
  for (const cell of cells) {
    const { channel, grant, ...field } = cell;
    const entry = testEntry("entry", { fields: [testField("field", "字段", field)] });
    const ours = fieldsOn(channel, entry, grant).length === 1;
    expect({ cell, allowed: ours }).toEqual({ cell, allowed: allows(cell) });
    open += ours ? 1 : 0;
  }
  // public page and open data 8 each, subscriber 3, own 48, archive 16, duty 6 + 2, statutory bar 6, authorisation 9 + 3, the others nothing.
  expect(open).toBe(109);
});

test("a field that the catalogue does not name leaves by no channel", () => {
  fc.assert(
    fc.property(fc.constantFrom(...channels), fc.constantFrom(...grants), fc.string(), (channel, grant, id) => {
      const entry = testEntry("entry", { fields: [testField("field", "字段")] });
      expect(fieldsOn(channel, entry, grant).some((field) => field.id === id && id !== "field")).toBe(false);
    }),
  );
});
