// What an address answered last, and what a new one lacks. Pure.
import type { components } from "@xinheng/contract/client";
import type { Status } from "../../ui/status-mark.tsx";
import { endpointsText as text } from "./text.ts";

export type Endpoint = components["schemas"]["Endpoint"];
export type Wish = components["schemas"]["EndpointWish"];

/** What an address that is told answered last. */
export function endpointStatus({ endedAt, failures, lastAnswer }: Endpoint): Status {
  if (endedAt !== null) return { shape: "bar", word: text.ended, tone: "soft" };
  if (lastAnswer === null) return { shape: "hollow", word: text.noAnswer, tone: "soft" };
  return failures === 0
    ? { shape: "tick", word: lastAnswer, tone: "lv" }
    : { shape: "broken", word: text.failing(failures, lastAnswer), tone: "zhe" };
}

const CODE = 18;

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

/** What a wish lacks; null: nothing. `origins`: those that the operator listed. */
export function lackOf(wish: Wish, origins: readonly string[]): string | null {
  const { lacks } = text.wish;
  if (wish.organisation.trim().length !== CODE) return lacks.organisation;
  const origin = originOf(wish.url.trim());
  if (origin === null || !origins.includes(origin)) return lacks.url;
  return [wish.name, wish.documentNo, wish.reason].some((word) => word.trim() === "") ? lacks.words : null;
}

/** As it is sent: without what was pasted around it. */
export function bodyOf(wish: Wish): Wish {
  return { ...wish, organisation: wish.organisation.trim(), name: wish.name.trim(), url: wish.url.trim() };
}
