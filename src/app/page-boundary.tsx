import { Component, type ReactNode } from "react";
import { PageError } from "./page-error.tsx";

/** Catches what a page throws while it is drawn, so that the shell around it works on. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: unknown; broken: boolean }> {
  override state = { error: undefined as unknown, broken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <PageError
        error={this.state.error}
        onReload={() => this.setState({ error: undefined, broken: false })}
      />
    );
  }
}
