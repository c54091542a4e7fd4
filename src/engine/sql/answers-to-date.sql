-- Every row of the NPS files up to the as-of date, those that name no customer too.
select
  a.customer_id as customer_id,
  a.answer_date as answer_date,
  a.score as score,
  a.respondent as respondent,
  a.department as department,
  a.region as region
from answers as a
where a.answer_date <= cast($as_of as date)
