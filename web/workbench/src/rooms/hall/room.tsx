// What a service hall registers from paper: authorisations, their revocation, mandates of agents.
import type { ComponentType, ReactNode } from "react";
import "../../looks/looks.css";
import { useAddress } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Ending } from "./ending.tsx";
import { Giving } from "./giving.tsx";
import { Mandate, MandateEnd } from "./mandate.tsx";
import { hallText as text } from "./text.ts";

const parts = {
  authorisation: Giving,
  ending: Ending,
  mandate: Mandate,
  mandateEnd: MandateEnd,
} satisfies Record<keyof typeof text.tabs, ComponentType>;

type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

export function Room(): ReactNode {
  const { query } = useAddress();
  const open = names.find((name) => name === query["part"]) ?? "authorisation";
  const Open = parts[open];
  return (
    <>
      <div className="no-print">
        <PageHead title={text.title} />
        <nav className="parts" aria-label={text.tabsLabel}>
          {names.map((name) => (
            <Link key={name} href={hrefOf("/hall", { part: name })} aria-current={name === open ? "page" : undefined}>
              {text.tabs[name]}
            </Link>
          ))}
        </nav>
      </div>
      <Open />
    </>
  );
}
