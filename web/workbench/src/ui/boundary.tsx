import { Component } from "react";
import type { ReactNode } from "react";
import { partsText } from "./text.ts";

interface BoundaryProps {
  readonly children: ReactNode;
}

/** A room that fails, or whose code could not be fetched, leaves the frame standing. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { title, detail, again } = partsText.broken;
    return (
      <div className="refusal" role="alert">
        <p>
          <strong>{title}</strong>
        </p>
        <p>{detail}</p>
        <p>
          <a href={location.href}>{again}</a>
        </p>
      </div>
    );
  }
}
