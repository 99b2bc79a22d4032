// Own drawings on a 20-unit grid, stroke 1.75, square joins; always beside a word and hidden from readers.
import type { ReactNode } from "react";

const shapes = {
  filled: <path className="f" d="M4.5 4.5h11v11h-11z" />,
  hollow: <path d="M4 4h12v12H4z" />,
  half: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path className="f" d="M10 3.25a6.75 6.75 0 0 0 0 13.5z" />
    </>
  ),
  tick: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m6.4 10.3 2.6 2.4 4.7-5.2" />
    </>
  ),
  bar: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M6.4 10h7.2" />
    </>
  ),
  broken: (
    <>
      <circle cx="10" cy="10" r="7.25" strokeDasharray="3.2 2.5" />
      <path d="M10 5.8v5M10 12.7v1.6" />
    </>
  ),
  ring: <circle cx="10" cy="10" r="5.5" />,
  diamond: <path d="m10 2.4 7.6 7.6-7.6 7.6L2.4 10zM10 6.2v4.4M10 12.4v1.4" />,
  triangle: <path d="m10 3 7.8 13.8H2.2zM10 8v4M10 13.6V15" />,
  cross: <path d="M3.5 3.5h13v13h-13zM7 7l6 6M13 7l-6 6" />,
  sheets: <path d="M6.5 6.5h10v10h-10zM13.5 6.5v-3h-10v10h3" />,
  sheet: <path d="M5 2.5h7l3.5 3.5v11.5H5zM7.5 9h5.5M7.5 12.5h5.5" />,
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="i" width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}

const stars = [18.5, 24, 29.5, 35];

/** The mark of the house: a steelyard with its pan, its weight and four stars on the beam. */
export function HouseMark(): ReactNode {
  return (
    <svg className="house" width="32" height="24" viewBox="0 0 40 30" aria-hidden="true">
      <path d="M1 9h38M13 9V5M7 9 1.8 21M7 9l5.2 12M.8 21h12.4q-1.8 5-6.2 5t-6.2-5zM29.5 9v9" />
      <circle cx="13" cy="3.4" r="1.6" />
      <path className="f" d="M26.6 18.5h5.8l2 8h-9.8z" />
      {stars.map((x) => (
        <circle key={x} className="star" cx={x} cy="9" r="1.6" />
      ))}
    </svg>
  );
}
