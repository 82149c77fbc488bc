import { jsonReply } from "./http/reply.ts";
import { seededRandom } from "./store/random.ts";

type FaultStatus = 408 | 429 | 500 | 503;

export type FaultKind =
  | { readonly kind: "drop-before" }
  | { readonly kind: "drop-after" }
  | { readonly kind: "status-before"; readonly status: FaultStatus }
  | { readonly kind: "status-after"; readonly status: FaultStatus }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "truncate" }
  | { readonly kind: "raw"; readonly body: string };

/** Something that goes wrong with a share (`rate`, 0 to 1) of the requests to a path (`*` for all of them). */
export type Fault = FaultKind & { readonly path: string; readonly rate: number };

/** How often a fault could have struck, and did. */
export interface FaultCount {
  readonly fault: Fault;
  readonly asked: number;
  readonly struck: number;
}

/** The connection ends without an answer. The edge to the network closes the socket. */
export class DroppedConnection extends TypeError {
  constructor() {
    super("The connection was dropped.");
  }
}

type Answer = () => Promise<Response>;

/** Makes things go wrong, the same ones in every run with the same seed and the same requests. */
export class FaultInjector {
  private readonly counts: { fault: Fault; asked: number; struck: number }[];
  private readonly random;

  constructor(faults: readonly Fault[], seed: number) {
    this.counts = faults.map((fault) => ({ fault, asked: 0, struck: 0 }));
    this.random = seededRandom(seed);
  }

  report(): readonly FaultCount[] {
    return this.counts.map((count) => ({ ...count }));
  }

  /** Answers a request, or spoils the answer. The first fault that strikes is the only one. */
  async answer(path: string, answer: Answer): Promise<Response> {
    for (const count of this.counts) {
      if (count.fault.path !== "*" && count.fault.path !== path) continue;
      count.asked++;
      if (this.random.fraction() >= count.fault.rate) continue;
      count.struck++;
      return await spoil(count.fault, answer);
    }
    return await answer();
  }
}

async function spoil(fault: Fault, answer: Answer): Promise<Response> {
  switch (fault.kind) {
    case "drop-before":
      throw new DroppedConnection();
    case "drop-after":
      await answer();
      throw new DroppedConnection();
    case "status-before":
      return statusReply(fault.status);
    case "status-after":
      await answer();
      return statusReply(fault.status);
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return await answer();
    case "truncate":
      return await truncated(await answer());
    case "raw":
      return new Response(fault.body, { headers: { "content-type": "application/json" } });
  }
}

const statusBodies = {
  429: {
    code: "TooManyConcurrentRequests",
    message: "Too many concurrent requests. Your backend is limited to 16 concurrent queries.",
  },
  500: {
    code: "InternalServerError",
    message: "Your request couldn't be completed. Try again later.",
  },
  503: {
    code: "CommitterFullError",
    message: "Too many concurrent commits, please slow down.",
  },
} as const;

function statusReply(status: FaultStatus): Response {
  if (status === 408) return new Response(null, { status });
  return jsonReply(JSON.stringify(statusBodies[status]), status);
}

/** Half of the body and then the end of the connection. */
async function truncated(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.ceil(bytes.length / 2));
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new DroppedConnection());
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
