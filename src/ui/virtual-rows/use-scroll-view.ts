import { useLayoutEffect, useState, type RefObject } from "react";

interface ScrollView {
  /** How far it is scrolled, pixels. */
  readonly scrolled: number;
  /** How much of it is in sight, pixels. */
  readonly length: number;
}

/** What of an element is in sight, along one axis; `scroller` is there from the first drawing on. */
export function useScrollView(scroller: RefObject<HTMLElement | null>, axis: "x" | "y"): ScrollView {
  const [view, setView] = useState<ScrollView>({ scrolled: 0, length: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      const next =
        axis === "x"
          ? { scrolled: element.scrollLeft, length: element.clientWidth }
          : { scrolled: element.scrollTop, length: element.clientHeight };
      setView((before) =>
        before.scrolled === next.scrolled && before.length === next.length ? before : next,
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, axis]);
  return view;
}
