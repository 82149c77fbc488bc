import type { Analysis, AnalyzedFunction } from "#deployment/functions/analysis.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { registeredFunction } from "./registered-function.ts";

/** Modules by path (`dir/file.js`), each with what it exports. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Lists every function object that the modules export, in the order of the modules. */
export function analyzeModules(modules: Modules): Analysis {
  const functions: AnalyzedFunction[] = [];
  for (const [module, exports] of Object.entries(modules)) {
    for (const [name, exported] of Object.entries(exports)) {
      const registered = registeredFunction(exported);
      if (registered === undefined) continue;
      functions.push({
        module,
        function: name,
        udfType: registered.udfType,
        visibility: registered.visibility,
        args: JSON.parse(registered.exportArgs()) as ValidatorJson,
        returns: JSON.parse(registered.exportReturns()) as ValidatorJson | null,
      });
    }
  }
  return { functions };
}
