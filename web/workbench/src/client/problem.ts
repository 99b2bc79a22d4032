// What the server refused, as the pages show it.
import { clientText } from "./text.ts";

/** A lawful no, or a fault, in the words of the server. */
export interface Problem {
  /** Such as `accounts.step-up`; `web.*` where no answer of the server could be read. */
  readonly code: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The article that the refusal rests on, as people read it. */
  readonly article: string | null;
  /** First day on which the same may be asked again, `YYYY-MM-DD`. */
  readonly availableFrom: string | null;
  /** To be quoted to the operator. */
  readonly number: string | null;
  readonly retrySeconds: number | null;
}

/** An answer, or why there is none. Nothing is thrown. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Reads problem+json (RFC 9457); whatever is missing gets the words of an answer that could not be read. */
export function problemOf(status: number, body: unknown, headers: Pick<Headers, "get">): Problem {
  const told = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const code = textOf(told["code"]);
  const retry = Number(headers.get("retry-after") ?? "");
  return {
    code: code ?? "web.unreadable",
    status,
    title: textOf(told["title"]) ?? clientText.unreadable.title,
    detail: textOf(told["detail"]) ?? (code === null ? clientText.unreadable.detail : ""),
    article: textOf(told["articleText"]) ?? textOf(told["article"]),
    availableFrom: textOf(told["availableFrom"]),
    number: headers.get("x-request-id"),
    retrySeconds: retry > 0 ? retry : null,
  };
}

/** No answer came: the line is down, or the server is. */
export function offline(): Problem {
  const { title, detail } = clientText.offline;
  const nothing = { article: null, availableFrom: null, number: null, retrySeconds: null };
  return { code: "web.offline", status: 0, title, detail, ...nothing };
}

/** What a person can do about it: sign in, prove anew who he is, or nothing here. */
export type WayOut = "sign-in" | "step-up" | "none";

export function wayOutOf(problem: Problem): WayOut {
  if (problem.code === "accounts.step-up") return "step-up";
  return problem.status === 401 ? "sign-in" : "none";
}

/** Where that is done. @param here path and query of the page to come back to. */
export function wayOutHref(way: "sign-in" | "step-up", here: string): string {
  const address = way === "step-up" ? "/sign-in/step-up" : "/sign-in";
  return `${address}?${new URLSearchParams({ back: here }).toString()}`;
}
