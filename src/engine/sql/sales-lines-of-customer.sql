-- Every sales line of one customer up to the as-of date.
select s.row_number as row_number, s.sale_date as sale_date, s.amount as amount, s.line_cost as line_cost
from sales as s
where s.customer_id = $customer_id and s.sale_date <= cast($as_of as date)
