-- sales-of-lifetime
-- Each customer's sales lines up to the as-of date, and what cost of goods they carry.
select
  s.customer_id as customer_id,
  sum(s.amount) as revenue,
  count(*) as line_count,
  sum(s.line_cost) as cost_on_lines,
  count(s.line_cost) as lines_with_cost,
  min(s.sale_date) as first_line
from sales as s
where s.customer_id is not null and s.sale_date <= cast($as_of as date)
group by s.customer_id
