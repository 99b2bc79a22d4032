import type { ReactNode } from "react";
import { StatusMark } from "../../ui/status-mark.tsx";
import { policyText } from "./text.ts";

/** Whether a draft stands, as shape, word and colour. */
export function Standing({ standing }: { readonly standing: boolean }): ReactNode {
  const { stands, falls } = policyText.assess;
  return standing ? (
    <StatusMark shape="tick" tone="lv" word={stands} />
  ) : (
    <StatusMark shape="cross" tone="zhe" word={falls} />
  );
}
