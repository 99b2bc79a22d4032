import { Button } from "antd";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Batch } from "./batch.ts";
import { Equation } from "./equation.tsx";
import { IssueTable } from "./issue-table.tsx";
import { batchesText } from "./text.ts";

const text = batchesText.look;
const crumbs = [{ href: hrefOf("/batches"), word: batchesText.batch.crumb }];

function Seen({ batch, matter }: { readonly batch: Batch; readonly matter: string }): ReactNode {
  return (
    <>
      <Notice>
        <p>{text.seen(matter)}</p>
        <p>{text.noWithdraw}</p>
      </Notice>
      <Equation counts={batch} />
      {batch.issues.length === 0 ? null : (
        <IssueTable
          issues={batch.issues}
          acts={{
            name: "decide",
            head: text.decide,
            cell: ({ outcome, row, sheet, value }) =>
              outcome === "quarantined" ? (
                <Link href={hrefOf(`/questions/${batch.batch}/${row}`, { sheet, stated: value })}>{text.decide}</Link>
              ) : null,
          }}
        />
      )}
    </>
  );
}

/** Another unit's batch: opened with purpose and matter, which are written down before anything is shown. */
export function Look({ batch }: { readonly batch: string }): ReactNode {
  const [purpose, setPurpose] = useState("");
  const [matter, setMatter] = useState("");
  const [seen, setSeen] = useState<Batch | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isShort, setShort] = useState(false);
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { purpose: purpose.trim(), matter: matter.trim() };
    const missing = body.purpose === "" || body.matter === "";
    setShort(missing);
    if (missing) return;
    const read = await post("/api/v1/batches/{batch}/looks", { path: { batch }, body });
    setProblem(read.ok ? null : read.problem);
    if (read.ok) setSeen(read.value);
  };
  return (
    <>
      <PageHead title={text.title} crumbs={crumbs} meta={[<code key="batch">{batch}</code>]} />
      {seen !== null ? (
        <Seen batch={seen} matter={matter} />
      ) : (
        <form onSubmit={(event) => void look(event)}>
          <Notice>{text.says}</Notice>
          <TextField label={text.purpose} value={purpose} onChange={setPurpose} required />
          <TextField
            label={text.matter}
            value={matter}
            onChange={setMatter}
            required
            error={isShort ? text.missing : undefined}
          />
          {problem === null ? null : <ErrorState problem={problem} />}
          <Button type="primary" htmlType="submit">
            {text.go}
          </Button>
        </form>
      )}
    </>
  );
}
