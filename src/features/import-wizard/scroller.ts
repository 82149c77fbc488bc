/** What makes a region that scrolls reachable by keyboard when there is nothing else in it to reach. */
export function scroller(label: string) {
  return { tabIndex: 0, role: "group", "aria-label": label } as const;
}
