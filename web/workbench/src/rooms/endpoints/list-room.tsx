// Where the platform speaks first: the addresses, how far each was told, and what it answered last.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { endpointStatus } from "./endpoint.ts";
import type { Endpoint } from "./endpoint.ts";
import { endpointsText as text } from "./text.ts";

interface EndingProps {
  readonly one: Endpoint;
  readonly settle: (isDone: boolean) => void;
}

function Ending({ one, settle }: EndingProps): ReactNode {
  const [reason, setReason] = useState("");
  const { word, title, says, reason: label, lack } = text.end;
  const { endpoint } = one;
  return (
    <ConfirmAct
      title={title(one.url)}
      word={word}
      missing={reason.trim() === "" ? lack : undefined}
      act={() => post("/api/v1/endpoints/{endpoint}/end", { path: { endpoint }, body: { reason } })}
      done={() => settle(true)}
      close={() => settle(false)}
    >
      <p>{says}</p>
      <TextField label={label} required lines={2} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

/** @param end begins the ending of one; null: whoever looks may not. */
function columnsOf(end: ((one: Endpoint) => void) | null): readonly Column<Endpoint>[] {
  return [
    { name: "organisation", head: text.organisation, names: true, cell: ({ name }) => name },
    { name: "feed", head: text.feed, cell: ({ feed }) => text.feeds[feed] },
    { name: "url", head: text.url, cell: ({ url }) => <code className="long">{url}</code> },
    { name: "messages", head: text.messages, number: true, cell: ({ messages }) => messages },
    { name: "last", head: text.last, cell: (one) => <StatusMark {...endpointStatus(one)} /> },
    { name: "at", head: text.lastAt, cell: ({ lastAt }) => (lastAt === null ? text.never : momentOf(lastAt)) },
    ...(end === null
      ? []
      : [
          {
            name: "act",
            head: text.act,
            cell: (one: Endpoint) =>
              one.endedAt === null ? <Button onClick={() => end(one)}>{text.end.word}</Button> : null,
          },
        ]),
  ];
}

export function Room({ session }: RoomProps): ReactNode {
  const [{ cursor, organisation }] = useFilters();
  const [ending, setEnding] = useState<Endpoint | null>(null);
  const list = useResource(`endpoints ${organisation ?? ""} ${cursor ?? ""}`, (signal) =>
    get("/api/v1/endpoints", { query: given({ cursor, organisation }), signal }),
  );
  const next = { href: hrefOf("/endpoints/new", { organisation }), word: text.add };
  const mayAdd = session.role === "operator";
  return (
    <>
      <PageHead title={text.title} acts={mayAdd ? <Link href={next.href}>{next.word}</Link> : undefined} />
      <p className="meta">{text.says}</p>
      {organisation === undefined ? null : (
        <p>
          {text.only(list.value?.items[0]?.name ?? organisation)} <Link href={hrefOf("/endpoints")}>{text.all}</Link>
        </p>
      )}
      <Listing resource={list} empty={mayAdd ? { ...text.empty, next } : text.empty}>
        {(items) => (
          <RowTable
            caption={text.table}
            columns={columnsOf(session.role === "auditor" ? null : setEnding)}
            rows={items}
            keyOf={({ endpoint }) => endpoint}
          />
        )}
      </Listing>
      {ending === null ? null : (
        <Ending
          one={ending}
          settle={(isDone) => {
            setEnding(null);
            if (isDone) list.reload();
          }}
        />
      )}
    </>
  );
}
