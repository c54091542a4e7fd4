import type { IsoDate } from "../base/calendar.ts";
import type { Answer } from "../facts/answers.ts";
import type { Engine } from "./port.ts";

/** Every row of the NPS files up to a date, in no particular order: answers and invitations, with and without a customer. */
export async function answersToDate(engine: Engine, asOf: IsoDate): Promise<Omit<Answer, "role" | "seniority">[]> {
  const c = await engine.query(
    "answers-to-date",
    {
      customer_id: "text",
      answer_date: "date",
      score: "count",
      respondent: "text",
      department: "text",
      region: "text",
    },
    { as_of: asOf },
  );
  return c.customer_id.map((customerId, i) => ({
    customerId,
    date: c.answer_date[i] as string,
    score: c.score[i] ?? null,
    respondent: c.respondent[i] ?? null,
    department: c.department[i] ?? null,
    region: c.region[i] ?? null,
  }));
}
