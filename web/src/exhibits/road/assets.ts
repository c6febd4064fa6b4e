// Where the network lies in the page.

import address from "../../../../models/exhibits/road/road.onnx?url";
import card from "../../../../models/exhibits/road/card.json";
import type { NetworkFile } from "../../protocol/messages";

export const NETWORK: NetworkFile = { address: new URL(address, location.href).href, sha256: card.sha256 };
