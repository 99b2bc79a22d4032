import type { ReactNode } from "react";

/** What is missing, said once it was tried. */
export function Missing({ is, says }: { readonly is: boolean; readonly says: string }): ReactNode {
  if (!is) return null;
  return (
    <p className="wrong" role="alert">
      {says}
    </p>
  );
}

/** A form that the page sends, not the browser. */
export function Form({ submit, children }: { readonly submit: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
    </form>
  );
}
