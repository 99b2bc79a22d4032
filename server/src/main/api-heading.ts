import { API_DESCRIPTION, API_TITLE } from "./text.ts";

/** The head of the OpenAPI document. Paths hold `/api/v1` themselves, so that the server's address is left out. */
export const apiHeading = {
  openapi: "3.1.0",
  info: {
    title: API_TITLE,
    version: "1",
    description: API_DESCRIPTION,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
} as const;
