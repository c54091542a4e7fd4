// Words for people who decide, in English, Norwegian, Swedish, Danish, German and French.

/** Parts of words: languages that put words together hide them inside (`Salgsdirektør`, `Bereichsleiterin`). */
const inside = [
  "director",
  "direkto", // direktør, direktör, Direktor, Direktorin
  "directeur",
  "directrice",
  "direction",
  "president", // vice-président, visepresident, Vizepräsident, after accents are gone
  "prasident",
  "partner",
  "chief",
  "daglig leder",
  "avdelingsleder",
  "afdelingsleder",
  "toppleder",
  "topleder",
  "geschaftsfuhr",
  "inhaber",
  "eigentumer",
  "gesellschafter",
  "teilhaber",
  "vorstand",
  "vorsitzend",
  "aufsichtsrat",
  "verwaltungsrat",
  "styre", // styret, styreleder, styrelse, bestyrelse
  "ordforande",
  "formand",
  "agare", // ägare, delägare
  "proprietaire",
  "conseil d'administration",
] as const;

/** Words that stand alone. */
const words = [
  "head",
  "vp",
  "svp",
  "evp",
  "avp",
  "owner",
  "proprietor",
  "board",
  "chair",
  "chairman",
  "chairwoman",
  "chairperson",
  "c-level",
  "c-suite",
  "clevel",
  "c level",
  "ceo",
  "cfo",
  "coo",
  "cto",
  "cio",
  "cmo",
  "cpo",
  "cro",
  "cso",
  "ciso",
  "chro",
  "cdo",
  "cco",
  "md",
  "dir",
  "eier",
  "medeier",
  "ejer",
  "medejer",
  "vd", // verkställande direktör
  "gerant",
  "gerante",
  "associe",
  "associee",
  "pdg",
  "dg",
] as const;

/** Whoever is the head of something; of a project, a product or a team is not of a department. */
const heads = /sjef|chef|leiter|leitung/;
const lesser = /proje[ck]?t|prosjekt|produ[ck]?t|produit|equipe|team/;

/** Those who assist, and those who own a thing in the product's language only. */
const others = /assistan|assisten|sekret|secret|(?:product|process|system|scrum) owner/;

const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "u");

/** Whether a seniority or a role, as people write it, is a director's or above. Accents and case do not count. */
export function isSenior(text: string): boolean {
  const plain = text
    .replace(/[øØ]/g, "o")
    .replace(/[æÆ]/g, "ae")
    .replace(/[’`]/g, "'")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  if (others.test(plain)) return false;
  if (heads.test(plain) && !lesser.test(plain)) return true;
  return inside.some((part) => plain.includes(part)) || whole.test(plain);
}
