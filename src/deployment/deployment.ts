import { decodeDocumentId, isDocumentId } from "#values/document-id.ts";
import { encodeHex } from "./http/hex.ts";
import type { Context } from "./context.ts";
import { endpoints } from "./endpoints.ts";
import { FaultInjector, type FaultCount } from "./faults.ts";
import { ActiveSyncs } from "./export/active-syncs.ts";
import { createFunctionHost } from "./functions/create-function-host.ts";
import type { FunctionWorker } from "./functions/function-worker.ts";
import { validationError } from "./functions/validate.ts";
import { authenticate } from "./http/authenticate.ts";
import { isOldPython, readClientVersion, unsupportedClient } from "./http/client-version.ts";
import { preflightReply, withCors } from "./http/cors.ts";
import { readCredentials } from "./http/credentials.ts";
import { internalError, Refusal } from "./http/refusal.ts";
import { emptyReply, refusalReply } from "./http/reply.ts";
import { RequestGate } from "./http/request-gate.ts";
import { createRouter, type Route } from "./http/router.ts";
import { createUserTokens } from "./http/user-tokens.ts";
import { type DeploymentSettings, defaultSettings, type KeyOption } from "./options.ts";
import { SelectionError } from "./export/selection.ts";
import { KeyPathError } from "./import/primary-key.ts";
import type { Clock } from "./store/clock.ts";
import type { Database } from "./store/database.ts";
import { readDeclaredSchema } from "./store/declared-schema.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import type { SchemaCheck } from "./store/store-core.ts";
import { NameError } from "#values/identifier.ts";

/** The sample's history is four days long; an hour more for what must be there before it. */
const sampleAge = 97n * 3_600_000_000_000n;

export interface DeploymentParts {
  readonly database: Database;
  readonly spawnWorker: () => FunctionWorker;
  /** What `defineSchema(…).export()` gives. */
  readonly schema?: string;
  /** Fills an empty database, with a clock that says when the history ends. */
  readonly seed?: (store: Store, clock: Clock) => void;
  /** Told of errors that nobody foresaw; their senders get a 500 without a text. */
  readonly onError?: (error: unknown) => void;
}

/** A deployment is a function from Request to Response. */
export interface Deployment {
  readonly name: string;
  readonly adminKey: string;
  /**
   * Rejects with DroppedConnection when a fault drops the connection. `method` is for GET requests with a body,
   * which the API has and a Request cannot be: they come as POST.
   */
  fetch(request: Request, actual?: { readonly method: string }): Promise<Response>;
  /** A token of a user, as its identity provider would give it. */
  printToken(subject: string): Promise<string>;
  faultCounts(): readonly FaultCount[];
  readonly store: Store;
  close(): Promise<void>;
}

export async function createDeployment(
  options: Partial<DeploymentSettings> & DeploymentParts,
): Promise<Deployment> {
  const { database, spawnWorker, schema, seed, onError = () => {}, ...changed } = options;
  const settings: DeploymentSettings = { ...defaultSettings, ...changed };
  const { clock, random, name } = settings;
  // The sample's history starts days before now; nothing may be committed later before it is written.
  const originClock = seed === undefined ? clock : { now: () => clock.now() - sampleAge };
  const { backfillDelay } = settings;
  const store = openStore({ database, clock, originClock, random, backfillDelay });
  const declared = schema === undefined ? undefined : readDeclaredSchema(schema);
  const isNew = store.isEmpty();
  const tableName = (number: number) => store.tableNumbered(number)?.name;
  if (declared !== undefined) {
    const tableOfId = (id: string) =>
      isDocumentId(id) ? (tableName(decodeDocumentId(id).tableNumber) ?? null) : null;
    const validators = new Map(declared.tables.map((table) => [table.name, table.documentType]));
    const check: SchemaCheck = (table, fields) => {
      const validator = declared.isEnforced ? validators.get(table) : undefined;
      return validator ? validationError(validator, fields, tableOfId) : null;
    };
    store.declare(declared.tables, check, isNew ? originClock : clock);
  }
  if (isNew && seed !== undefined) store.atomically(() => seed(store, clock));
  const functions = createFunctionHost({
    spawnWorker,
    store,
    clock,
    random,
    deploymentName: name,
    limits: settings.functionLimits,
  });

  const tokens = createUserTokens(() => new Date(Number(clock.now() / 1_000_000n)));
  const adminSecret = settings.adminSecret ?? `01${encodeHex(random.bytes(32))}`;
  const keys: readonly KeyOption[] = [{ secret: adminSecret }, ...settings.keys];
  const context: Context = {
    settings,
    store,
    functions,
    declared,
    tokens,
    tableName,
    activeSyncs: new ActiveSyncs(),
    newSyncId: () =>
      encodeHex(random.bytes(16)).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5"),
    caller: (request) => authenticate(request, keys, tokens),
    requestId: (request) => request.headers.get("convex-request-id") ?? encodeHex(random.bytes(8)),
  };
  const faults = new FaultInjector(settings.faults, settings.faultSeed);
  const gate = new RequestGate(settings.requestsInFlight);
  const route = createRouter(endpoints);

  async function answer(found: Route, request: Request): Promise<Response> {
    if (found.kind === "unknown") return emptyReply(404);
    if (found.kind === "wrong method") {
      return new Response(null, { status: 405, headers: { allow: found.allow } });
    }
    try {
      store.tick();
      return await found.handler(request, context);
    } catch (error) {
      if (error instanceof Refusal) return refusalReply(error);
      const isKnown =
        error instanceof SelectionError || error instanceof NameError || error instanceof KeyPathError;
      if (!isKnown) onError(error);
      return refusalReply(internalError());
    }
  }

  return {
    name,
    adminKey: `${name}|${adminSecret}`,
    store,
    fetch(request, actual) {
      const method = actual?.method ?? request.method;
      const { pathname } = new URL(request.url);
      const found = route(pathname, method);
      const hasCors = found.kind === "unknown" || found.endpoint.hasCors !== false;
      if (method === "OPTIONS" && hasCors) return Promise.resolve(preflightReply(request));
      return gate.pass(async () => {
        const client = hasBrokenHeader(pathname, request) ? [] : checkClient(request);
        if (client instanceof Response) return client;
        const response = await faults.answer(pathname, () => answer(found, request));
        for (const [header, value] of client) response.headers.set(header, value);
        const isTimeout = response.status === 408;
        const full = hasCors && !isTimeout ? withCors(request, response) : response;
        return method === "HEAD" ? new Response(null, full) : full;
      });
    },
    printToken: (subject) => tokens.sign(subject),
    faultCounts: () => faults.report(),
    async close() {
      functions.close();
      store.close();
      await Promise.resolve();
    },
  };
}

const functionPath = /^\/api\/(?:query|mutation|action|function|run|query_batch|query_at_ts)(?:\/|$)/;

/** Whether a call of a function has a malformed Authorization header: only there is it told before Convex-Client. */
function hasBrokenHeader(path: string, request: Request): boolean {
  if (!functionPath.test(path)) return false;
  try {
    readCredentials(request);
    return false;
  } catch {
    return true;
  }
}

/** Headers for a client that is getting old, or the refusal of one that is too old; that one has no CORS headers. */
function checkClient(request: Request): Response | [string, string][] {
  const header = request.headers.get("convex-client");
  if (header === null) return [];
  try {
    const client = readClientVersion(header);
    const refusal = unsupportedClient(client);
    if (refusal !== undefined) {
      const response = refusalReply(new Refusal(400, "ClientVersionUnsupported", refusal));
      response.headers.set("x-convex-deprecation-state", "Unsupported");
      response.headers.set("x-convex-deprecation-message", refusal);
      return response;
    }
    if (!isOldPython(client)) return [];
    return [
      ["x-convex-deprecation-state", "UpgradeRequired"],
      ["x-convex-deprecation-message", "The Convex Python package needs an upgrade."],
    ];
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(error);
    throw error;
  }
}
