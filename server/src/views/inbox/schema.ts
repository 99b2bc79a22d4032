import { z } from "@hono/zod-openapi";
import { commandTexts } from "../../foundation/approvals/index.ts";
import { fillSlots } from "../../platform/http/problem.ts";
import type { NoticePlace } from "../../records/notices/index.ts";
import { isAfter, NOTICE_KINDS, writePosition } from "./rules/notices.ts";
import type { Notice } from "./rules/notices.ts";
import { api, documentWords, noticeWords, sideWords } from "./text.ts";

export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });
export const noticeSchema = z
  .object({
    position: z.string().openapi({ description: api.position }),
    at: z.string().openapi({ format: "date-time" }),
    kind: z.enum(NOTICE_KINDS).openapi({ description: api.kind }),
    title: z.string(),
    text: z.string(),
    about: z.string().nullable().openapi({ description: api.about }),
    isNew: z.boolean().openapi({ description: api.isNew }),
  })
  .openapi("Notice");
export const inboxSchema = z
  .object({
    unread: z.number().int().openapi({ description: api.unread }),
    items: z.array(noticeSchema),
    next: z.string().nullable(),
  })
  .openapi("Inbox");
export const markSchema = z
  .strictObject({ through: z.string().min(3).max(220).openapi({ description: api.position }) })
  .openapi("NoticesRead");
export const markedSchema = z
  .object({ unread: z.number().int().openapi({ description: api.unread }) })
  .openapi("NoticesUnread");

/** Values as words: commands and sides by their names, a document in brackets. */
function wordsOf({ values }: Notice): Notice["values"] {
  const { command, side, document } = values;
  const commands: Readonly<Record<string, string>> = commandTexts;
  return {
    ...values,
    ...(command === undefined ? {} : { command: commands[String(command)] ?? String(command) }),
    ...(side === undefined ? {} : { side: sideWords[String(side)] ?? String(side) }),
    ...(document === undefined ? {} : { document: documentWords(String(document)) }),
  };
}

/** A notice in words. @param mark how far was read. */
export function presentNotice(notice: Notice, mark: NoticePlace | null): z.infer<typeof noticeSchema> {
  const { kind, at, about } = notice;
  const { title, text } = noticeWords[kind];
  return {
    position: writePosition(notice),
    at: at.toISOString(),
    kind,
    title,
    text: fillSlots(text, wordsOf(notice)),
    about,
    isNew: mark === null || isAfter(notice, mark),
  };
}
