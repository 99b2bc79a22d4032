import { useDraft } from "../../ui/draft.ts";
import { noWish, wishFields } from "./wish.ts";
import type { Wish } from "./wish.ts";

function read(text: string): Wish {
  try {
    const kept = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    const known = wishFields.flatMap((field): [string, string][] => {
      const value = kept?.[field];
      return typeof value === "string" ? [[field, value]] : [];
    });
    return { ...noWish, ...Object.fromEntries(known) };
  } catch {
    return noWish;
  }
}

/** What was typed stays in this tab while its writer proves anew who he is. */
export function useWish(): readonly [Wish, (wish: Wish) => void] {
  const [text, write] = useDraft("account-new");
  return [read(text), (wish) => write(wish === noWish ? "" : JSON.stringify(wish))];
}
