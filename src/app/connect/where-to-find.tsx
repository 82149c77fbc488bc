import type { ReactNode } from "react";

/** Where a deployment's address and key are found. */
export function WhereToFind() {
  return (
    <section aria-labelledby="where-to-find">
      <h2 id="where-to-find" className="text-13 font-semibold">
        Where to find both
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-5 text-12 leading-5">
        <Row term="Hosted">Project settings, then URL &amp; deploy key</Row>
        <Row term="Self-hosted">
          <code className="value break-words">docker compose exec backend ./generate_admin_key.sh</code>
        </Row>
        <Row term="Local">
          <code className="value">.env.local</code> may be pasted whole into either field
        </Row>
      </dl>
    </section>
  );
}

function Row(props: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{props.term}</dt>
      <dd className="min-w-0 text-ink-2">{props.children}</dd>
    </>
  );
}
