import { useState } from "react";

/**
 * What had the focus when a dialog opened gets it back when the dialog closes; Radix knows only of its own triggers.
 * `<Radix.Content onCloseAutoFocus={useOpener()}>`
 */
export function useOpener(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}
