import { describe, expect, test } from "vitest";
import { enter, mayEnter, railOf, rooms } from "./room-table.ts";
import { groupNames, roomNames } from "./text.ts";
import { roleNames } from "./ui/text.ts";

const roles = Object.keys(roleNames) as (keyof typeof roleNames)[];

describe("rooms by role", () => {
  test("every room has a name, and no role finds two at one address", () => {
    expect(rooms.map(({ name }) => name).toSorted()).toEqual(Object.keys(roomNames).toSorted());
    for (const role of roles) {
      const paths = rooms.filter((room) => mayEnter(room, role)).map(({ path }) => path);
      expect([role, new Set(paths).size]).toEqual([role, paths.length]);
    }
    for (const { group } of rooms) expect(groupNames[group]).not.toBe("");
  });

  test.each(roles)("%s has a home and one's own sessions", (role) => {
    expect(enter("/", role)).not.toBeNull();
    expect(enter("/sessions", role)?.room.name).toBe("sessions");
    expect(railOf(role).flatMap((group) => group.rooms).length).toBeGreaterThan(0);
  });

  test("a room of another role looks like none", () => {
    expect(enter("/figures/rows", "leader")).toBeNull();
    expect(enter("/batches", "leader")).toBeNull();
    expect(enter("/batches/1", "enterprise")).toBeNull();
    expect(enter("/nowhere", "operator")).toBeNull();
  });

  test("a leader has figures and no rows", () => {
    const paths = railOf("leader").flatMap((group) => group.rooms.map(({ path }) => path));
    expect(paths).toContain("/figures");
    expect(paths).not.toContain("/questions");
    expect(paths).not.toContain("/subjects");
  });

  test("slots are read", () => {
    expect(enter("/questions/b/7", "clerk")).toMatchObject({
      room: { name: "question" },
      slots: { batch: "b", row: "7" },
    });
    expect(enter("/batches/b/mend", "clerk")?.room.name).toBe("mend");
  });
});
