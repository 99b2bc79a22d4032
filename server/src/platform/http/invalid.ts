// What a schema says about a request, turned into one refusal that names the field.
import type { ZodError } from "zod";
import type { Refusal } from "../../kernel/refusal.ts";
import { fillSlots } from "./problem.ts";
import { FIELD_REASONS, LIST_COMMA, PART_NAMES, TYPE_NAMES } from "./text.ts";

type Issue = ZodError["issues"][number];

/** Longest field path that is repeated to the caller: keys of a hostile body are the caller's own text. */
const FIELD_MAX = 100;
const KEYS_MAX = 5;

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type": {
      const missing = issue.input === undefined && issue.message.includes("received undefined");
      if (missing) return FIELD_REASONS.missing;
      return fillSlots(FIELD_REASONS.type, { expected: TYPE_NAMES[issue.expected] ?? issue.expected });
    }
    case "too_small":
      return fillSlots(FIELD_REASONS.tooSmall, { minimum: String(issue.minimum) });
    case "too_big":
      return fillSlots(FIELD_REASONS.tooBig, { maximum: String(issue.maximum) });
    case "invalid_value":
      return fillSlots(FIELD_REASONS.choice, { options: issue.values.map(String).join(LIST_COMMA) });
    case "unrecognized_keys":
      return fillSlots(FIELD_REASONS.unknownKeys, {
        keys: issue.keys.slice(0, KEYS_MAX).map(clip).join(LIST_COMMA),
      });
    case "invalid_format":
      return FIELD_REASONS.format;
    default:
      return FIELD_REASONS.other;
  }
}

function clip(text: string): string {
  return text.length <= FIELD_MAX ? text : `${text.slice(0, FIELD_MAX)}…`;
}

/**
 * The refusal `http.invalid` for the first fault of a request.
 * @param part which part of the request was read: json, query, param, header, form or cookie.
 */
export function invalidRequest(part: string, error: ZodError): Refusal {
  const issue = error.issues[0];
  const path = issue === undefined ? "" : issue.path.map(String).join(".");
  return {
    code: "http.invalid",
    kind: "invalid",
    values: {
      field: path === "" ? (PART_NAMES[part] ?? part) : clip(path),
      reason: issue === undefined ? FIELD_REASONS.other : reasonOf(issue),
    },
  };
}
