// What one's organisation is told, and how far one has read it.
import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { useFilters } from "../../router/address.ts";
import { given } from "../../router/path.ts";
import { Link } from "../../router/link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { noticesText as text } from "./text.ts";
import { wayOf } from "./way.ts";

type Notice = components["schemas"]["Notice"];

function OneNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const way = wayOf(notice);
  return (
    <li className="record">
      <header>
        <h2 className="notice-title">{notice.title}</h2>
        {notice.isNew ? (
          <StatusMark shape="filled" word={text.isNew} tone="ink" />
        ) : (
          <StatusMark shape="ring" word={text.seen} tone="soft" />
        )}
        <span className="record-end meta">{momentOf(notice.at)}</span>
      </header>
      <p>{notice.text}</p>
      {way === null ? null : (
        <p>
          <Link href={way} aria-label={`${text.open} ${notice.title}`}>
            {text.open}
          </Link>
        </p>
      )}
    </li>
  );
}

export function Room(): ReactNode {
  const [{ cursor, only }, change] = useFilters();
  const resource = useResource(`notices ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/notices", { query: given({ cursor }), signal }),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value, reload } = resource;
  const newest = value?.items[0]?.position;
  const mark = async (through: string): Promise<void> => {
    const marked = await post("/api/v1/own/notices/read", { body: { through } });
    setProblem(marked.ok ? null : marked.problem);
    if (marked.ok) reload();
  };
  const mayMark = value !== null && value.unread > 0 && newest !== undefined && cursor === undefined;
  return (
    <>
      <PageHead
        title={text.title}
        meta={value === null ? [] : [text.unread(value.unread), text.says]}
        acts={mayMark ? <Button onClick={() => void mark(newest)}>{text.mark}</Button> : undefined}
      />
      {problem === null ? null : <ErrorState problem={problem} />}
      <div className="checks">
        <label>
          <input
            type="checkbox"
            checked={only === "new"}
            onChange={(event) => change({ only: event.target.checked ? "new" : null })}
          />
          {text.only}
        </label>
      </div>
      <Listing resource={resource} empty={text.empty}>
        {(items) => {
          const shown = items.filter(({ isNew }) => isNew || only !== "new");
          if (shown.length === 0) return <EmptyState {...text.emptyHere} />;
          return (
            <ul>
              {shown.map((notice) => (
                <OneNotice key={notice.position} notice={notice} />
              ))}
            </ul>
          );
        }}
      </Listing>
    </>
  );
}
