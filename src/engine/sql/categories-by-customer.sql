-- Net spend and purchase lines (amount >= 0) of each customer in each category, in the window.
select
  s.customer_id as customer_id,
  s.category as category,
  sum(s.amount) as spend,
  count(case when s.amount >= 0 then 1 end) as purchases
from sales as s
where s.customer_id is not null and s.category is not null
  and s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date)
group by s.customer_id, s.category
