// Where the page finds System 1's network of this exhibit.

import type { NetworkFile } from "../../protocol/messages";
import card from "../../../../models/exhibits/tricks/card.json";
import url from "../../../../models/exhibits/tricks/tricks.onnx?url";

export const NETWORK: NetworkFile = { address: new URL(url, location.href).href, sha256: card.sha256 };
