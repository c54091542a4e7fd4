import type { ClassifyWords } from "../wording.ts";
import { counted, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

export const classify: ClassifyWords = {
  active: (count) => `${figures.count(count)} ${count === 1 ? "aktiv" : "aktive"}`,
  costOnly: (count) => `${figures.count(count)} med bare kostnader`,
  contribution: "dekningsbidrag",
  partlyKnown: (known, active) =>
    `; varekosten er kjent for ${figures.count(known)} av ${counted(active, "aktiv kunde", "aktive kunder")}`,
  remainder: (amount, currency, lines) =>
    `${figures.grouped(amount)}${inUnit(currency)} på ${counted(lines, "linje", "linjer")}, i ingen klasse`,
  gradesBy: "grader etter",
  source: (source, count) => `${values.potential_source?.[source] ?? source} ${figures.count(count)}`,
  noBasis: (count) => `uten opplysninger ${figures.count(count)}`,
  noBase: (count) => `uten grunnlag å vokse fra ${figures.count(count)}`,
  table: {
    class: "klasse",
    customers: "kunder",
    from: "fra",
    ofCustomers: "av kundene",
    revenue: "omsetning",
    ofRevenue: "av omsetningen",
    withoutSales: "uten salg",
  },
  sensitivity: "følsomhet",
  keep: (firm, judged, variants) =>
    `${figures.count(firm)} av ${counted(judged, "kunde", "kunder")} beholder klassen i alle ${variants} varianter`,
  variant: (name) => name.replace("cut ", "grense ").replace("method ", "metode ").replace("window ", "måleperiode "),
  notTried: (name, why) => `${name} ikke prøvd: ${why}`,
  notTriedWhy: {
    window_not_covered: "salget rekker ikke så langt tilbake",
    total_not_positive: "summen er ikke over null",
  },
  noClass: "ingen klasse",
  grade: (grade) => `grad ${grade}`,
  variants: {
    variant: "variant av valgene",
    classChanges: "endret klasse",
    ofRevenue: "av omsetningen",
    gradeChanges: "endret grad",
  },
};
