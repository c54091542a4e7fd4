import { describe, expect, it } from "vitest";
import { isSenior } from "../../../src/scoring/findings/seniority.ts";

describe("isSenior", () => {
  it.each([
    // English
    ..."Director;Managing Director;Head of IT;VP Sales;Vice President;SVP;Partner;Owner;Chief Buyer;CEO;CFO;C-level;C-Suite;President;Board member;Chairwoman;Senior Vice-President;Project Director;Head of Product".split(
      ";",
    ),
    // Norwegian
    ..."Administrerende direktør;Adm. dir.;Daglig leder;Avdelingsleder;Innkjøpssjef;Visepresident;Eier;Styreleder;Toppleder;Partner".split(
      ";",
    ),
    // Swedish
    ..."VD;Ekonomidirektör;Inköpschef;Ägare;Delägare;Styrelseordförande;Vice VD".split(";"),
    // Danish
    ..."Adm. direktør;Salgschef;Ejer;Medejer;Bestyrelsesformand;Afdelingsleder".split(";"),
    // German
    ..."Geschäftsführerin;Bereichsleiter;Leitung Einkauf;Vorstand;Inhaber;Eigentümerin;Gesellschafter;Aufsichtsratsvorsitzender;Direktorin;Vizepräsident".split(
      ";",
    ),
    // French
    ..."Directeur général;Directrice des achats;PDG;DG;Gérante;Associé;Propriétaire;Présidente;Conseil d’administration;Chef de service".split(
      ";",
    ),
  ])("%s", (title) => expect(isSenior(title)).toBe(true));

  it.each(
    "Manager;Buyer;Headhunter;Product Owner;Team Leader;Teamleiter;Projektleiter;Prosjektleder;Chef de projet;Chef d'équipe;Executive Assistant to the CEO;Direksjonssekretær;Innkjøper;Sachbearbeiter;Médecin;Vdk;Overhead clerk;".split(
      ";",
    ),
  )("not %s", (title) => expect(isSenior(title)).toBe(false));

  it("whatever the case and the composition of accents", () => {
    expect(isSenior("  DIREKTØR ")).toBe(true);
    expect(isSenior("Pra\u0308sident")).toBe(true);
  });
});
