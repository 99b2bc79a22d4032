import { createHttpApp } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import type { RefusalTexts } from "../../platform/http/problem.ts";

/** An application without routes whose faults are the test's. */
export function testApp(texts: RefusalTexts = {}): HttpApp {
  return createHttpApp({
    texts,
    watch: {
      request: () => undefined,
      fault: ({ error }) => {
        throw error;
      },
    },
    secure: false,
    bodyBytes: 1024,
    uploadPaths: [],
  });
}
