import { useLayoutEffect, useRef, type ReactNode } from "react";
import type { Timestamp } from "#values/timestamp.ts";

/** The frame of a transaction at its place in the feed; tells its height while it is open. */
export function FeedRow(props: {
  top: number;
  isOpen: boolean;
  ts: Timestamp;
  /** Called with the height in pixels, and again when it changes. */
  onHeight: (ts: Timestamp, height: number) => void;
  children: ReactNode;
}) {
  const { isOpen, ts, onHeight } = props;
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!isOpen || !element) return undefined;
    const look = () => onHeight(ts, element.offsetHeight);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen, ts, onHeight]);
  return (
    <div
      ref={frame}
      role="presentation"
      className="absolute top-0 left-0 w-full"
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.children}
    </div>
  );
}
