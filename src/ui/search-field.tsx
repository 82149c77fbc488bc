import { Search } from "lucide-react";
import type { Ref } from "react";
import { controlClass } from "./control-class.ts";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  keys?: string | undefined;
  onEnter?: (() => void) | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** `<SearchField label="Find a table" value={text} onChange={setText} keys="/" />` The label is the placeholder too. */
export function SearchField({ ref, ...props }: SearchFieldProps) {
  return (
    <div className={cx("relative", props.className)}>
      <Search
        size={14}
        strokeWidth={1.5}
        aria-hidden
        className="absolute inset-y-0 left-2 my-auto text-ink-2"
      />
      <input
        ref={ref}
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        autoComplete="off"
        spellCheck={false}
        className={cx(
          controlClass({}),
          "pl-7.5 [&::-webkit-search-cancel-button]:hidden",
          props.keys && "pr-8",
        )}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") props.onEnter?.();
          // The first Escape empties the field, the second belongs to what is around it.
          if (event.key === "Escape" && props.value !== "") {
            event.stopPropagation();
            props.onChange("");
          }
        }}
      />
      {props.keys !== undefined && props.value === "" && (
        <span aria-hidden className="absolute inset-y-0 right-1.5 flex items-center">
          <Kbd>{props.keys}</Kbd>
        </span>
      )}
    </div>
  );
}
