select
  a.customer_id as customer_id,
  a.answer_date as answer_date,
  a.score as score,
  a.respondent as respondent,
  a.role as role,
  a.seniority as seniority,
  a.department as department,
  a.region as region
from answers as a
where a.answer_date > cast($window_from as date) and a.answer_date <= cast($as_of as date)
