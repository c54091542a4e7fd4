/** The cost types that a costs file may name; the first stands for a missing or blank one. */
export const costTypes = ["cost_to_serve", "cogs", "acquisition"] as const;

type CostType = (typeof costTypes)[number];

/** What exports call them, in English, German, Norwegian, Swedish, Danish and French. */
const spellings: Readonly<Record<CostType, readonly string[]>> = {
  cost_to_serve: [
    ..."cost to serve|cost-to-serve|service cost|service costs|customer service|freight|shipping".split("|"),
    ..."servicekosten|betreuung|betreuungskosten|kundendienst|kundenservice|fracht|frachtkosten|versand".split("|"),
    ..."kundeservice|servicekostnad|servicekostnader|serviceomkostninger|frakt|fraktkostnad|fragt|kundtjänst".split(
      "|",
    ),
    ..."coût de service|coûts de service|service client|frais de port".split("|"),
  ],
  cogs: [
    ..."cost of goods|cost of goods sold|cost of sales".split("|"),
    ..."wareneinsatz|warenkosten|materialkosten|materialeinsatz|herstellkosten|herstellungskosten".split("|"),
    ..."varekost|varekostnad|varekostnader|vareforbrug|vareforbruk|varuforbrug|varukostnad|varuförbrukning".split("|"),
    ..."coût des marchandises|coût des ventes|coût des marchandises vendues".split("|"),
  ],
  acquisition: [
    ..."acquisition cost|acquisition costs|customer acquisition".split("|"),
    ..."akquise|akquisition|akquisekosten|akquisitionskosten|kundengewinnung|kundenakquise".split("|"),
    ..."anskaffelse|kundeanskaffelse|anskaffelseskostnad|anskaffelsesomkostninger|kundanskaffning".split("|"),
    ..."coût d'acquisition|coûts d'acquisition".split("|"),
  ],
};

/** Each other spelling, in small letters, and the cost type that it stands for. */
export const costTypeOf: Readonly<Record<string, CostType>> = Object.fromEntries(
  costTypes.flatMap((type) => spellings[type].map((spelling) => [spelling, type] as const)),
);

/** Whether a text in small letters names a cost type. */
export const isCostType = (text: string): boolean =>
  costTypes.some((type) => type === text) || Object.hasOwn(costTypeOf, text);
