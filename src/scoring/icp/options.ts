import { z } from "zod";
import { BandOptions, defaultAttributes, type TraitAttribute, traitAttributes } from "./traits.ts";

/** How the profile of the best customers is drawn. */
export const IcpOptions = z.strictObject({
  top: z.number().int().min(1).max(1_000_000).default(15).describe("how many customers are the best"),
  attributes: z
    .array(z.enum(traitAttributes))
    .min(1)
    .transform((given): readonly TraitAttribute[] => [...new Set(given)])
    .default(defaultAttributes)
    .describe("attributes to look for the best customers' traits in, in this order"),
  bands: BandOptions.prefault({}).describe("where the bands of numeric attributes begin"),
  falseDiscoveryRate: z
    .number()
    .min(0.001)
    .max(1)
    .default(0.1)
    .describe("share of the traits called seek or seldom that may be so by chance"),
});
export type IcpOptions = z.infer<typeof IcpOptions>;

/** The same under their name in the settings file. */
export const IcpSettings = z.strictObject({ icp: IcpOptions });
