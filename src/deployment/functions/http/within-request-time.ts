import type { Context } from "#deployment/context.ts";
import { defaultLimits } from "#deployment/functions/limits.ts";

/**
 * Cuts a client off that has waited for too long, with an empty 408. What it waits for goes on: an action that
 * was started over HTTP ends by itself.
 */
export async function withinRequestTime(work: Promise<Response>, { settings }: Context): Promise<Response> {
  const ms = settings.functionLimits.requestMs ?? defaultLimits.requestMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cut = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(new Response(null, { status: 408 })), ms);
  });
  try {
    return await Promise.race([work, cut]);
  } finally {
    clearTimeout(timer);
    // When the client is gone nobody is there to be told of a failure.
    work.catch(() => {});
  }
}
