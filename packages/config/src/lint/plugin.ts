import { noChineseText } from "./no-chinese-text.ts";
import { noClock } from "./no-clock.ts";
import { noRandomness } from "./no-randomness.ts";
import { reasonedCast } from "./reasoned-cast.ts";

/** Zhibu's own lint rules; `.oxlintrc.json` says where each of them applies. */
const plugin = {
  meta: { name: "zhibu" },
  rules: {
    "no-chinese-text": noChineseText,
    "no-clock": noClock,
    "no-randomness": noRandomness,
    "reasoned-cast": reasonedCast,
  },
};

export default plugin;
