import { useSyncExternalStore } from "react";
import { currentToast, onToast } from "./toast-store.ts";

/** The place where toasts appear; once, in the shell. `<Toasts />` */
export function Toasts() {
  const toast = useSyncExternalStore(onToast, currentToast);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex justify-center sm:bottom-10"
    >
      {toast && (
        <div
          key={toast.id}
          className="animate-float rounded-6 bg-raised px-3 py-1.5 text-12 text-ink shadow-float"
        >
          {toast.text}
        </div>
      )}
    </div>
  );
}
