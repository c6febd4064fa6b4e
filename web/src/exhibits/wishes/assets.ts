// Where the page finds the exhibit's networks.

import cooccurrence from "../../../../models/exhibits/wishes/cooccurrence.onnx?url";
import matcher from "../../../../models/exhibits/wishes/matcher.onnx?url";
import card from "../../../../models/exhibits/wishes/card.json";
import type { Networks } from "./ask";

const file = (url: string, { sha256 }: { sha256: string }) => ({ address: new URL(url, location.href).href, sha256 });

export const networks = (): Networks => ({
  cooccurrence: file(cooccurrence, card.networks.cooccurrence),
  matcher: file(matcher, card.networks.matcher),
});
