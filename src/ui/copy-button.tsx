import { Check, Copy, type LucideIcon } from "lucide-react";
import { useRef, useState } from "react";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";
import { toast } from "./toast-store.ts";

/** Copies text, whole. `<CopyButton text={id} label="Copy id" />`; with `worded` the label is shown. */
export function CopyButton(props: {
  /** The text, or how to make it when it is long. */
  text: string | (() => string | Promise<string>);
  label: string;
  worded?: boolean | undefined;
  icon?: LucideIcon | undefined;
  small?: boolean | undefined;
  className?: string | undefined;
}) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const copy = async () => {
    const text = typeof props.text === "string" ? props.text : await props.text();
    await navigator.clipboard.writeText(text);
    toast("Copied");
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 1500);
  };

  const icon = copied ? Check : (props.icon ?? Copy);
  if (props.worded) {
    return (
      <button
        type="button"
        onClick={() => void copy()}
        className={cx("link inline-flex items-center gap-1.5 text-12", props.className)}
      >
        {copied && <Check size={14} strokeWidth={1.5} aria-hidden />}
        {props.label}
      </button>
    );
  }
  return (
    <IconButton
      icon={icon}
      label={props.label}
      small={props.small}
      onClick={() => void copy()}
      className={props.className}
    />
  );
}
