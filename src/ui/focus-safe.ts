/** Gives the focus of an opening dialog to its safe button, if it has one; else Radix's own choice stands. */
export function focusSafe(event: Event): void {
  const safe = event.target instanceof Element ? event.target.querySelector("[data-safe]") : null;
  if (!(safe instanceof HTMLElement)) return;
  event.preventDefault();
  safe.focus({ focusVisible: true });
}
