import { Component, type ReactNode } from "react";

interface Props {
  children: ReactNode;
  fallback: ReactNode;
  /** A new address is a new try. */
  resetKey: string;
}

export class ErrorWall extends Component<Props, { failedAt: string | null }> {
  override state = { failedAt: null as string | null };
  static getDerivedStateFromError() {
    return { failedAt: "" };
  }
  override componentDidUpdate(before: Props) {
    if (this.state.failedAt !== null && before.resetKey !== this.props.resetKey) this.setState({ failedAt: null });
  }
  override render() {
    return this.state.failedAt === null ? this.props.children : this.props.fallback;
  }
}
