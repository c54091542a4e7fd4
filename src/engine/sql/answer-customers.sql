select a.customer_id as customer_id, count(*) as row_count
from answers as a
where a.customer_id is not null and a.answer_date <= cast($as_of as date)
group by a.customer_id
