// A network that this device keeps, in the place of System 1's own on every board of a page. Fetched only where an address
// names one.

import { pageTransports } from "../host/page";
import { t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import { problem, problemOf } from "../protocol/problems";
import { fetchedNetworks, useNetwork } from "./networks";
import { deviceStore, PracticeShelf } from "./shelf";

/** What the reader is told: with what System 1 plays now. Never rejects; without that network, it plays with its own. */
export async function takeNetwork(name: string): Promise<string> {
  const { policy } = pageTransports.assets;
  try {
    await useNetwork(fetchedNetworks(new PracticeShelf(deviceStore()), policy), name, policy);
    return t("notice.network", { name });
  } catch (thrown) {
    const found = problemOf(thrown, (detail) => problem("error.load.module", { file: name, detail }));
    return t("notice.network.not", { why: problemText(found) });
  }
}
