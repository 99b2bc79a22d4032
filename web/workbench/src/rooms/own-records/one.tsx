// One record about oneself: what it says, where it came from, and what one can do about it, and from which day.
import type { ReactNode } from "react";
import { ask, get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Outcome } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { SharedRecord } from "../../looks/answer.ts";
import { useFieldNames } from "../../looks/field-names.ts";
import { findOwnRecord } from "../../looks/own-record.ts";
import "../../looks/looks.css";
import { RecordRow } from "../../looks/record.tsx";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { provenancesOf } from "./download.ts";
import type { Provenance } from "./download.ts";
import { ownRecordsText } from "./text.ts";

const text = ownRecordsText.one;
const ABSENT = 404;
type PublicRecord = Answer<Operation<"/api/v1/subjects/{uscc}/records/{id}", "get">>;

async function readProvenance(id: string, signal: AbortSignal): Promise<Outcome<Provenance | undefined>> {
  const read = await ask("/api/v1/own/download", { headers: { accept: "*/*" }, signal });
  return read.ok ? { ok: true, value: provenancesOf(await read.value.text()).get(id) } : read;
}

/** From which day a repair may be asked for stands on the public record; null where there is none. */
async function readPublic(
  uscc: string,
  id: string,
  signal: AbortSignal,
): Promise<Outcome<{ shown: PublicRecord | null }>> {
  const read = await get("/api/v1/subjects/{uscc}/records/{id}", { path: { uscc, id }, signal });
  if (read.ok) return { ok: true, value: { shown: read.value } };
  return read.problem.status === ABSENT ? { ok: true, value: { shown: null } } : read;
}

function Origin({ id }: { readonly id: string }): ReactNode {
  const { value, problem, loading, reload } = useResource(`provenance ${id}`, (signal) => readProvenance(id, signal));
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (loading) return <Loading />;
  if (value === null || value === undefined) return <p>{text.noProvenance}</p>;
  const { batch, row, version, replaces, receivedAt, commitment, policyHash } = value;
  return (
    <Facts
      facts={[
        [text.receivedAt, momentOf(receivedAt)],
        [text.batch, <code key="batch">{batch}</code>],
        [text.row, row],
        [text.version, text.versionOf(version)],
        ...(replaces === null ? [] : [[text.replaces, <code key="replaces">{replaces}</code>] as const]),
        [
          text.commitment,
          <span key="commitment" className="hash">
            {commitment}
          </span>,
        ],
        [
          text.policy,
          <span key="policy" className="hash">
            {policyHash}
          </span>,
        ],
      ]}
    />
  );
}

/** What follows for a record that is shown to the public. */
function Shown({ shown, until }: { readonly shown: PublicRecord; readonly until: string | null }): ReactNode {
  return (
    <>
      {shown.repairableFrom === null ? null : <p>{text.repair(shown.repairableFrom)}</p>}
      {until === null ? null : (
        <p>
          {until} {text.shown}
        </p>
      )}
      {shown.articleText === null ? null : (
        <p className="meta">
          {text.article} {shown.articleText}
        </p>
      )}
    </>
  );
}

function Ways({ uscc, record }: { readonly uscc: string; readonly record: SharedRecord }): ReactNode {
  const { id, shownUntil } = record;
  const resource = useResource(`public ${id}`, (signal) => readPublic(uscc, id, signal));
  return (
    <Read of={resource}>
      {({ shown }) => (
        <>
          {shown === null ? <p>{text.notPublic}</p> : <Shown shown={shown} until={shownUntil} />}
          <p>{text.wrong}</p>
          <p className="facts">
            {shown === null ? null : <a href={`/subjects/${uscc}/records/${id}`}>{text.publicPage}</a>}
            <Link href={hrefOf("/own/objections/new", { record: id })}>{text.how.object}</Link>
            <Link href={hrefOf("/own/repairs")}>{text.how.apply}</Link>
            <a href="/guide/repair">{text.how.repair}</a>
            <a href="/guide/objection">{text.how.objection}</a>
            <a href="/guide/dates">{text.how.dates}</a>
          </p>
        </>
      )}
    </Read>
  );
}

function Matter({ uscc, record }: { readonly uscc: string; readonly record: SharedRecord }): ReactNode {
  const names = useFieldNames([record.entry]);
  return (
    <>
      <Chapter title={text.facts}>
        <RecordRow record={record} names={names} open />
      </Chapter>
      <Chapter title={text.next}>
        <Ways uscc={uscc} record={record} />
      </Chapter>
      <Chapter title={text.provenance} scope={text.provenanceSays}>
        <Origin id={record.id} />
      </Chapter>
    </>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const id = slots["record"] ?? "";
  const resource = useResource(`own-record ${id}`, (signal) => findOwnRecord(id, signal));
  const { uscc } = session.organisation;
  const back = hrefOf("/own/records");
  const { title, scope, next } = text.gone;
  return (
    <>
      <PageHead title={resource.value?.record?.entryName ?? text.crumb} crumbs={[{ href: back, word: text.crumb }]} />
      <Read of={resource}>
        {({ record }) =>
          record === null ? (
            <EmptyState title={title} scope={scope} next={{ href: back, word: next }} />
          ) : (
            <Matter uscc={uscc} record={record} />
          )
        }
      </Read>
    </>
  );
}
