import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * The secret of a data file's admin key. It is made once and kept beside the file, where only its owner can read it:
 * a key that changed with every start would have to be pasted with every start.
 */
export function adminSecretOf(data: string): string {
  if (data === ":memory:") return freshSecret();
  const file = `${data}.admin-key`;
  if (existsSync(file)) {
    const secret = readFileSync(file, "utf8").trim();
    if (/^[0-9a-f]{16,}$/.test(secret)) return secret;
  }
  const secret = freshSecret();
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** The first byte is the version that real keys begin with. */
function freshSecret(): string {
  return `01${randomBytes(32).toString("hex")}`;
}
