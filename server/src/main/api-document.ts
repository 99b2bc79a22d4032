import { readFileSync } from "node:fs";
import type { HttpApp } from "../platform/http/http-app.ts";
import { apiHeading } from "./api-heading.ts";

type Document = ReturnType<HttpApp["getOpenAPI31Document"]>;

/** As much of an operation as an example needs. */
interface Operation {
  readonly operationId?: string;
  readonly responses?: Readonly<Record<string, { content?: Record<string, { example?: unknown }> }>>;
}

const examples = JSON.parse(readFileSync(new URL("./examples.json", import.meta.url), "utf8")) as Readonly<
  Record<string, unknown>
>;
const methods = ["get", "post", "put", "patch", "delete"] as const;

/** The example of an operation's answer, where it has several of that status, as the invented city would give it; undefined for one without a JSON answer. */
export function exampleOf(operation: string, status?: string): unknown {
  return examples[`${operation} ${status}`] ?? examples[operation];
}

/** The OpenAPI 3.1 document of all routes, with an example for every JSON answer. */
export function apiDocument(app: HttpApp): Document {
  const document = app.getOpenAPI31Document(apiHeading);
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of methods) addExample(item[method] as Operation | undefined);
  }
  return document;
}

function addExample(operation: Operation | undefined): void {
  if (operation?.operationId === undefined) return;
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const content = answer.content?.["application/json"];
    if (status.startsWith("2") && content !== undefined) content.example = exampleOf(operation.operationId, status);
  }
}
