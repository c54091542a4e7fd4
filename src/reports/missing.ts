import type { MissingData } from "../scoring/potential/missing.ts";

/** What is not known, in words that stand alone. */
export const missingWords: Readonly<Record<MissingData["data"], string>> = {
  potential_grade: "no grade stated",
  wallet: "wallet unknown",
  users: "active or potential users unknown",
  regions: "regions served or present unknown",
  employees: "employees unknown",
  segment_or_industry: "segment and industry unknown",
  categories: "categories unknown",
  window: "sales do not reach back over the window",
  prior_window: "sales do not reach back over the prior window",
};
