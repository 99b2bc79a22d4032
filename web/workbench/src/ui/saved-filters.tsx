import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../router/address.ts";
import { Link } from "../router/link.tsx";
import { hrefOf } from "../router/path.ts";
import { partsText } from "./text.ts";
import { TextField } from "./field.tsx";
import { keepable, readKept, withKept, writeKept } from "./kept-filters.ts";
import type { KeptFilter } from "./kept-filters.ts";

const text = partsText.filters;

/** Filters of this room under names of one's own. @param allowed filters that never hold personal data. */
export function SavedFilters({
  room,
  allowed,
}: {
  readonly room: string;
  readonly allowed: readonly string[];
}): ReactNode {
  const { path, query } = useAddress();
  const [kept, setKept] = useState(() => readKept(localStorage, room));
  const [name, setName] = useState<string | null>(null);
  const change = (next: readonly KeptFilter[]): void => {
    writeKept(localStorage, room, next);
    setKept(next);
  };
  const keep = (): void => {
    change(withKept(kept, { name: name ?? "", query: keepable(query, allowed) }));
    setName(null);
  };
  return (
    <div className="kept">
      <span className="meta">{text.saved}</span>
      {kept.length === 0 ? <span className="meta">{text.none}</span> : null}
      {kept.map((one) => (
        <span key={one.name} className="kept-one">
          <Link href={hrefOf(path, one.query)}>{one.name}</Link>
          <button
            type="button"
            className="drop"
            aria-label={text.drop(one.name)}
            onClick={() => change(kept.filter((other) => other !== one))}
          >
            ×
          </button>
        </span>
      ))}
      {name === null ? (
        <Button size="small" onClick={() => setName("")}>
          {text.save}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextField label={text.name} hint={text.hint} value={name} onChange={setName} />
          <Button htmlType="submit" size="small">
            {text.keep}
          </Button>
          <Button size="small" type="text" onClick={() => setName(null)}>
            {text.cancel}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Pages of a list by cursor: the next one, and back to the first. */
export function Pages({ next }: { readonly next: string | null }): ReactNode {
  const { path, query } = useAddress();
  const isFirst = query["cursor"] === undefined;
  if (isFirst && next === null) return null;
  return (
    <p className="pages">
      {isFirst ? null : (
        <Button onClick={() => navigate(hrefOf(path, { ...query, cursor: null }))}>{partsText.first}</Button>
      )}
      {next === null ? null : (
        <Button onClick={() => navigate(hrefOf(path, { ...query, cursor: next }))}>{partsText.more}</Button>
      )}
    </p>
  );
}
