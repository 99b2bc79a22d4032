import type { components } from "@xinheng/contract/client";
import { get, setCsrf } from "./client.ts";
import type { Outcome } from "./problem.ts";

/** Who is signed in, for which organisation, in which role. */
export type Session = components["schemas"]["Session"];
export type Role = Session["role"];

/** Reads the session and keeps its token for whatever changes something. */
export async function readSession(): Promise<Outcome<Session>> {
  const read = await get("/api/v1/session");
  if (read.ok) setCsrf(read.value.session?.csrf ?? "");
  return read;
}
