import { afterEach } from "vitest";
import { clear } from "./call.ts";
import {
  type EmbeddedOptions,
  type EmbeddedTarget,
  openDeployment,
  openTarget,
  type Target,
} from "./target.ts";

/** Opens deployments for the tests of a file; after each test the tables it wrote are cleared, and all is closed. */
export function openTargets(...tables: string[]): {
  target: () => Promise<Target>;
  embedded: (options?: EmbeddedOptions) => Promise<EmbeddedTarget>;
} {
  const open: Target[] = [];
  afterEach(async () => {
    for (const opened of open.splice(0)) {
      if (tables.length > 0) await clear(opened, ...tables);
      await opened.close();
    }
  });
  const kept = <T extends Target>(opened: T): T => {
    open.push(opened);
    return opened;
  };
  return {
    target: async () => kept(await openTarget()),
    embedded: async (options) => kept(await openDeployment(options)),
  };
}
