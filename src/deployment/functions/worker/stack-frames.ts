const frameOfStack = /^\s+at (?:(.*) \()?(.*?):(\d+):(\d+)\)?$/;

/**
 * The frames of an error that lie in the app's own modules, as a deployment prints them: one per line, each
 * with its line break, paths beginning with `../convex/`.
 *
 * @param root the folder of the app's modules as it appears in stacks, `/sample/` for one
 */
export function stackFrames(stack: string | undefined, root: string): string {
  let frames = "";
  for (const line of (stack ?? "").split("\n")) {
    const match = frameOfStack.exec(line);
    if (match === null) continue;
    const [, name, file = "", row, column] = match;
    const at = file.lastIndexOf(root);
    if (at === -1) continue;
    const place = `../convex/${file.slice(at + root.length)}:${row}:${column}`;
    frames += name === undefined ? `    at ${place}\n` : `    at ${functionName(name)} (${place})\n`;
  }
  return frames;
}

/** `Object.handler [as x]` -> `handler`; `async` stays in front. */
function functionName(name: string): string {
  const plain = name.replace(/ \[as .*\]$/, "");
  const isAsync = plain.startsWith("async ");
  const last =
    plain
      .slice(isAsync ? 6 : 0)
      .split(".")
      .at(-1) ?? "";
  return isAsync ? `async ${last}` : last;
}
