// The rules of accessibility, checked by the field's reference.

import axe from "axe-core";

import type { Visitor } from "./visitor";

export async function violations(visitor: Visitor): Promise<unknown[]> {
  // From the test's side of the wall: the page's own policy would refuse a script element.
  await visitor.page.evaluate(axe.source);
  const results = await visitor.page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return results.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => [target, failureSummary]),
  }));
}
