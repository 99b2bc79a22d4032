import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { batchesText as text } from "./text.ts";

export interface Counts {
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly skipped: number;
}

type Part = Exclude<keyof Counts, "received">;

const parts: readonly { readonly part: Part; readonly shape: IconName; readonly tone: string }[] = [
  { part: "accepted", shape: "tick", tone: "lv" },
  { part: "duplicates", shape: "sheets", tone: "ink" },
  { part: "quarantined", shape: "triangle", tone: "mo" },
  { part: "rejected", shape: "cross", tone: "zhe" },
  { part: "skipped", shape: "bar", tone: "soft" },
];

/** The same sum as a strip: solid, hatched, open, filled brown and grey survive black-and-white. */
function Strip({ counts }: { readonly counts: Counts }): ReactNode {
  const total = Math.max(1, counts.received);
  let from = 0;
  return (
    <svg className="strip" width="100%" height="16" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="currentColor" strokeWidth="2" />
        </pattern>
      </defs>
      {parts.map(({ part }) => {
        const x = (from / total) * 100;
        from += counts[part];
        return <rect key={part} className={part} x={`${x}%`} width={`${(counts[part] / total) * 100}%`} height="16" />;
      })}
    </svg>
  );
}

/** Adds up in front of the reader: received = accepted + duplicates + questions + sent back + lines of explanation. */
export function Equation({ counts }: { readonly counts: Counts }): ReactNode {
  return (
    <figure className="equation" aria-label={text.equation(counts)}>
      <Strip counts={counts} />
      <div className="terms">
        <span className="term">
          <b>{counts.received}</b>
          <span>{text.sums.received}</span>
        </span>
        {parts.map(({ part, shape, tone }, at) => (
          <span key={part} className="term-with">
            <i aria-hidden="true">{at === 0 ? "=" : "+"}</i>
            <span className="term">
              <b>{counts[part]}</b>
              <span className={tone}>
                <Icon name={shape} /> {text.sums[part]}
              </span>
            </span>
          </span>
        ))}
      </div>
    </figure>
  );
}
