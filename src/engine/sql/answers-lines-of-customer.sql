-- Every row of the NPS files of one customer in the window.
select a.row_number as row_number, a.answer_date as answer_date, a.score as score, a.respondent as respondent
from answers as a
where a.customer_id = $customer_id and a.answer_date > cast($window_from as date) and a.answer_date <= cast($as_of as date)
