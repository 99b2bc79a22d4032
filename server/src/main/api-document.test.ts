import { expect, test } from "vitest";
import type { z } from "zod";
import { exampleOf } from "./api-document.ts";
import { describedApp, openApiDocument } from "./openapi.ts";

interface Described {
  readonly operation: string;
  readonly status: string;
  readonly schema: z.ZodType;
}

/** Every JSON answer of every route, with the schema that the route was written with. */
function described(): Described[] {
  return describedApp().openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== "route") return [];
    const { operationId, responses } = definition.route;
    return Object.entries(responses).flatMap(([status, response]) => {
      const content = "content" in response ? response.content : undefined;
      const answer = content?.["application/json"];
      const schema = answer !== undefined && "schema" in answer ? answer.schema : undefined;
      if (schema === undefined || !status.startsWith("2")) return [];
      return [{ operation: operationId ?? "", status, schema: schema as z.ZodType }];
    });
  });
}

test("every JSON answer has an example, and the example is such an answer", () => {
  const answers = described();
  expect(answers.length).toBeGreaterThan(20);
  for (const { operation, status, schema } of answers) {
    const example = exampleOf(operation, status);
    expect(example, `${operation} ${status}`).toBeDefined();
    expect(schema.safeParse(example).error?.message, `${operation} ${status}`).toBeUndefined();
  }
});

test("the contract carries the examples", () => {
  const { paths } = openApiDocument() as {
    paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { example?: unknown }> }> } }>;
  };
  const told = paths["/api/v1/subjects/{uscc}"]?.get?.responses["200"]?.content?.["application/json"]?.example;
  expect(told).toEqual(exampleOf("readSubject"));
});
