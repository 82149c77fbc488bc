import type { Endpoint } from "#deployment/http/endpoint.ts";
import { textReply } from "#deployment/http/reply.ts";

/** Endpoints that answer with text and ask nobody for a key. */
export const root: Endpoint = {
  path: "/",
  methods: { GET: () => textReply("This Convex deployment is running. See https://docs.convex.dev/.") },
};

export const instanceName: Endpoint = {
  path: "/instance_name",
  methods: { GET: (_request, { settings }) => textReply(settings.name) },
};

export const instanceVersion: Endpoint = {
  path: "/instance_version",
  methods: { GET: (_request, { settings }) => textReply(settings.version) },
};

/** The only one without CORS headers: a page cannot read it. */
export const version: Endpoint = {
  path: "/version",
  hasCors: false,
  methods: { GET: (_request, { settings }) => textReply(settings.version) },
};

/** Gives the body back, byte for byte. */
export const echo: Endpoint = {
  path: "/echo",
  methods: { POST: (request) => new Response(request.body) },
};
