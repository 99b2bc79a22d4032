// What waits for a second person: listed, approved, refused.
import { usage } from "../call.ts";
import type { Call, Command } from "../call.ts";
import { EXIT } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell, tellTable } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { heads, proposalStates, sayings, usageReasons } from "../text.ts";

const SHOWN = 20;

function pathOf(proposal: string, act: string): string {
  return `/api/v1/approvals/${encodeURIComponent(proposal)}/${act}`;
}

function rowOf(item: Fields): readonly string[] {
  const state = textIn(item, "state");
  const texts = ["title", "target", "reason"].map((name) => textIn(item, name));
  return [textIn(item, "proposal"), proposalStates[state] ?? state, ...texts];
}

async function list(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const query = { list: call.flag("mine") ? "mine" : "inbox", cursor: call.text("cursor") };
  const page = fieldsOf(server.json(await server.ask({ method: "GET", path: "/api/v1/approvals", query })));
  await answer(terminal, page);
  const items = listIn(page, "items");
  if (items.length > 0) {
    tellTable(terminal, [
      [heads.proposal, heads.state, heads.command, heads.target, heads.reason],
      ...items.slice(0, SHOWN).map(rowOf),
    ]);
  }
  tell(terminal, sayings.proposalCount, { count: items.length });
  return EXIT.well;
}

async function approveOne(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const json = { reason: call.text("reason") ?? null };
  const reply = await server.ask({ method: "POST", path: pathOf(call.place(0), "approval"), json });
  await answer(terminal, server.json(reply));
  tell(terminal, sayings.approved, { proposal: call.place(0) });
  return EXIT.well;
}

async function refuseOne(call: Call): Promise<Exit> {
  const { terminal } = call;
  const mine = call.flag("mine");
  const reason = call.text("reason");
  if (mine === (reason !== undefined)) throw usage(usageReasons.reasonOrMine);
  const server = openAsAccount(terminal);
  const act = mine ? "withdrawal" : "refusal";
  const json = mine ? {} : { reason };
  const reply = await server.ask({ method: "POST", path: pathOf(call.place(0), act), json });
  await answer(terminal, server.json(reply));
  tell(terminal, sayings.proposalEnded, { proposal: call.place(0) });
  return EXIT.well;
}

/** Tells who has to do something now that a command was proposed. */
export function tellProposal(terminal: Terminal, proposal: Fields): void {
  tell(terminal, sayings.proposed, { title: textIn(proposal, "title"), proposal: textIn(proposal, "proposal") });
}

const text = { type: "string" } as const;
const yes = { type: "boolean" } as const;

export const approvals: Command = { options: { mine: yes, cursor: text }, places: [], needs: [], run: list };
export const approve: Command = { options: { reason: text }, places: ["proposal"], needs: [], run: approveOne };
export const refuse: Command = {
  options: { reason: text, mine: yes },
  places: ["proposal"],
  needs: [],
  run: refuseOne,
};
