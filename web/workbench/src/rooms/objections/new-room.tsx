// An objection to one record, one look, or a measure that was taken after a look.
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { SharedRecord } from "../../looks/answer.ts";
import { useFieldNames } from "../../looks/field-names.ts";
import { findOwnRecord } from "../../looks/own-record.ts";
import { RecordRow } from "../../looks/record.tsx";
import "../../looks/looks.css";
import { navigate, useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { FilingForm } from "./filing.tsx";
import type { Sends } from "./filing.tsx";
import { objectionsText } from "./text.ts";

const text = objectionsText.file;

const sends: Sends = {
  send: (filing) => post("/api/v1/own/objections", { body: filing }),
  sent: (objection) => navigate(hrefOf(`/own/objections/${objection}`)),
};

function Disputed({ record }: { readonly record: SharedRecord }): ReactNode {
  const names = useFieldNames([record.entry]);
  return (
    <Chapter title={text.matter}>
      <RecordRow record={record} names={names} />
    </Chapter>
  );
}

function OfRecord({ id }: { readonly id: string }): ReactNode {
  const resource = useResource(`own-record ${id}`, (signal) => findOwnRecord(id, signal));
  const { title, scope, next } = text.gone;
  return (
    <Read of={resource}>
      {({ record }) =>
        record === null ? (
          <EmptyState title={title} scope={scope} next={{ href: hrefOf("/own/records"), word: next }} />
        ) : (
          <>
            <Disputed record={record} />
            <FilingForm target={{ kind: "record", record: id }} record={record} sends={sends} />
          </>
        )
      }
    </Read>
  );
}

function OfLook({ look, measure }: { readonly look: string; readonly measure: string | undefined }): ReactNode {
  return (
    <>
      <p>
        {measure === undefined ? text.look : text.measure} <code>{look}</code>
      </p>
      <FilingForm
        target={measure === undefined ? { kind: "look", look } : { kind: "measure", look, measure }}
        record={null}
        sends={sends}
      />
    </>
  );
}

function OfWhat(): ReactNode {
  const [{ record, look, measure }] = useFilters();
  const { title, scope, next } = text.gone;
  if (record !== undefined) return <OfRecord id={record} />;
  if (look !== undefined) return <OfLook look={look} measure={measure} />;
  return <EmptyState title={title} scope={scope} next={{ href: hrefOf("/own/records"), word: next }} />;
}

export function Room(): ReactNode {
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/own/objections"), word: text.crumb }]} />
      <OfWhat />
    </>
  );
}
