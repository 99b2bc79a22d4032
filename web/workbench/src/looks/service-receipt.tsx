// 送达回证: filled in by hand when a document is served. It claims no service: what was served is entered afterwards.
import type { ReactNode } from "react";
import "./service-receipt.css";
import { looksText } from "./text.ts";

const text = looksText.receipt;

export interface Served {
  /** What the document is called, and its number. */
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly by: string;
}

function Line({ head, children }: { readonly head: string; readonly children?: ReactNode }): ReactNode {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{children}</td>
    </tr>
  );
}

/** A sheet of its own, printed behind the document. */
export function ServiceReceipt({ title, number, to, by }: Served): ReactNode {
  return (
    <article className="service-receipt" aria-label={text.title}>
      <h2>{text.title}</h2>
      <table>
        <tbody>
          <Line head={text.document}>{title}</Line>
          <Line head={text.number}>{number}</Line>
          <Line head={text.to}>{to}</Line>
          <Line head={text.place} />
          <Line head={text.how}>{text.hows.map((how) => `□ ${how}`).join("\u3000")}</Line>
          <Line head={text.receivedBy}>{text.signature}</Line>
          <Line head={text.receivedOn}>{text.day}</Line>
          <Line head={text.instead} />
          <Line head={text.servedBy}>{text.signature}</Line>
          <Line head={text.witness}>{text.signature}</Line>
          <Line head={text.remark} />
        </tbody>
      </table>
      <p className="service-seal">
        {by}
        {text.seal}
      </p>
      <p className="meta">{text.says}</p>
    </article>
  );
}
