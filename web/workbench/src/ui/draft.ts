import { useCallback, useState } from "react";

/**
 * Text that survives a step aside, such as proving anew who one is: it stays in this tab until it is sent or signed out.
 * @param name of the draft, e.g. the path of the room and the field.
 */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const key = `draft:${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? "");
  const write = useCallback(
    (next: string) => {
      if (next === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
      setText(next);
    },
    [key],
  );
  return [text, write];
}
