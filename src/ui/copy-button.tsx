import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { toast } from "./toast-store.ts";

/** Copies text, whole. `<CopyButton text={id} label="Copy id" />`; with `worded` the label is shown. */
export function CopyButton(props: {
  /** The text, or how to make it when it is long. */
  text: string | (() => string | Promise<string>);
  label: string;
  worded?: boolean | undefined;
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

  const icon = copied ? Check : Copy;
  if (props.worded) {
    return (
      <Button
        kind="quiet"
        size={props.small ? "small" : "medium"}
        icon={icon}
        onClick={() => void copy()}
        className={props.className}
      >
        {props.label}
      </Button>
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
