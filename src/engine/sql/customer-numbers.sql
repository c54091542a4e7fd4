-- customer-numbers
-- Each customer with a line up to the as-of date, and the number of the first of them: a name that is shorter than the id.
select
  s.customer_id as customer_id,
  min(s.row_number) as customer_number
from sales as s
where s.customer_id is not null and s.sale_date <= cast($as_of as date)
group by s.customer_id
