/**
 * The policy of the dashboard's page, one constant for every place that states it: the header of `npm start`
 * and the `<meta>` of the built page.
 *
 * `wasm-unsafe-eval` is for SQLite in the browser: without it WebAssembly refuses to compile. `connect-src *`
 * because a deployment may be at any address. `style-src 'unsafe-inline'` because the editor writes its theme
 * into style elements.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src *",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What only a header can say: a `<meta>` with it is ignored by browsers. */
export const headerPolicy = `${contentSecurityPolicy}; frame-ancestors 'none'`;
