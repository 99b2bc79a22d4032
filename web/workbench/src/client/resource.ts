import { useCallback, useEffect, useState } from "react";
import type { Outcome, Problem } from "./problem.ts";

/** Something that is read: what was read last stays on the page while it is read again. */
export interface Resource<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface Read<T> {
  readonly key: string;
  readonly outcome: Outcome<T>;
}

/**
 * Reads when `key` changes or `reload` is called; an answer that comes too late is dropped.
 * @param key everything that `load` depends on, as text; null: nothing is to be read yet.
 */
export function useResource<T>(key: string | null, load: (signal: AbortSignal) => Promise<Outcome<T>>): Resource<T> {
  const [read, setRead] = useState<Read<T> | null>(null);
  const [busy, setBusy] = useState(key !== null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null) return undefined;
    const aborter = new AbortController();
    setBusy(true);
    void load(aborter.signal).then((outcome) => {
      if (aborter.signal.aborted) return;
      setRead({ key, outcome });
      setBusy(false);
    });
    return () => aborter.abort();
    // What is read depends on the key alone.
  }, [key, turn]);
  const reload = useCallback(() => setTurn((at) => at + 1), []);
  const current = read !== null && read.key === key ? read.outcome : null;
  return {
    value: current?.ok === true ? current.value : null,
    problem: current?.ok === false ? current.problem : null,
    loading: key !== null && (busy || current === null),
    reload,
  };
}
